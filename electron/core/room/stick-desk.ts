import { openStickFile } from '../crypto/stick-disk';
import { StickError } from '../domain/wire/stick';
import { problemOf } from '../domain/checks/problem';
import type { Files } from '../ports';
import { FileSink } from '../store/file-sink';
import { readStick, type StickRead } from '../sync/read-stick';
import { writeStick, type StickOrder, type StickWritten } from '../sync/write-stick';
import { diskError } from '../store/store-error';
import { done, refused, type Outcome } from './outcome';
import type { RoomContext, SystemContext } from './room-context';
import type { SyncDesk } from './sync-desk';

/** What came of reading a stick, with the writer's name: 调解室五, or 中心. */
export interface StickReport extends Omit<StickRead, 'from'> {
  readonly from: string;
}

/**
 * The exchange by a file on a stick（U 盘交换）, for days without a line. Guarantees are those of core/sync/write-stick.ts
 * and read-stick.ts; the file appears whole or not at all. Proved by test/unit/room/two-rooms.slow.test.ts.
 */
export class StickDesk {
  constructor(
    private readonly context: SystemContext,
    private readonly asker: Pick<RoomContext, 'require'>,
    private readonly files: Files,
    private readonly sync: SyncDesk,
  ) {}

  /**
   * Writes the exchange for `centre` (what it lacks of this room) or another workstation (all cases, whole) to a file.
   * Throws StoreError when the disk refuses; nothing is left then.
   */
  async write(to: string, file: string): Promise<Outcome<StickWritten>> {
    this.asker.require('sync.stick');
    const order = this.orderFor(to);
    if (!order) return refused(UNKNOWN_READER);
    let sink: FileSink | null = null;
    try {
      sink = await FileSink.open(this.files, file);
      const written = await writeStick(this.context.store, order, sink);
      await sink.finish();
      return done(written);
    } catch (fault) {
      await sink?.discard();
      throw diskError(fault, file);
    }
  }

  /** Reads a stick in. Twice changes nothing. Throws StoreError when the store's disk refuses. */
  async read(file: string): Promise<Outcome<StickReport>> {
    this.asker.require('sync.stick');
    const source = await openStickFile(file).catch(() => null);
    if (!source) return refused(UNREADABLE);
    try {
      const { from, ...read } = await readStick(this.context.store, source, (key) => this.standing(key));
      return done({ ...read, from: this.nameOf(from) });
    } catch (fault) {
      if (fault instanceof StickError) return refused(fault.problem);
      throw diskError(fault, file);
    } finally {
      await source.close().catch(() => undefined);
    }
  }

  private orderFor(to: string): StickOrder | null {
    const stick = this.context.ids.next();
    const centre = this.sync.engine.centre();
    if (to === 'centre') {
      if (!centre) return null;
      return { stick, reader: centre.box, contents: { for: 'centre', ...this.sync.engine.outgoing() } };
    }
    const reader = this.sync.engine.stations().find(({ station, state }) => station === to && state === 'admitted');
    return reader ? { stick, reader: reader.box, contents: { for: 'room', since: null } } : null;
  }

  private standing(key: string): 'known' | 'revoked' | 'unknown' {
    if (key === this.context.store.station || key === this.sync.engine.centre()?.key) return 'known';
    const found = this.sync.engine.stations().find(({ station }) => station === key);
    if (!found) return 'unknown';
    return found.state === 'admitted' ? 'known' : 'revoked';
  }

  private nameOf(key: string): string {
    return key === this.sync.engine.centre()?.key ? '中心' : (this.sync.who.roomOf(key) ?? key.slice(0, 12));
  }
}

const UNKNOWN_READER = {
  ...problemOf(
    'unknown-reader',
    '本机还不认识这个收件方。请先接入中心并联网同步一次，再写交换文件。',
    'This workstation does not know that recipient yet. Enrol with the centre and sync once, then write the file.',
  ),
  field: 'to',
};

const UNREADABLE = problemOf(
  'unreadable-file',
  '文件打不开，没有读入任何内容。请检查 U 盘是否插好，再选一次。',
  'The file cannot be opened; nothing was read in. Check that the stick is plugged in and choose again.',
);
