import { SyncEngine } from '../../../electron/core/sync/sync-engine';
import type { Sizes } from '../../../electron/core/sync/round-context';
import { statusOf } from '../../../electron/core/sync/status';
import type { SyncFacts, SyncFault, SyncStatus } from '../../../electron/core/sync/sync-facts';
import type { Http } from '../../../electron/core/ports';
import { isCaseSubject } from '../../../electron/core/domain/journal/subject-kinds';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { sealFor } from '../../../electron/core/store/seal';
import type { Draft } from '../../../electron/core/store/station-chain';
import { keyOpener } from '../../../electron/core/store/store-header';
import { StoreError } from '../../../electron/core/store/store-error';
import { KEY, summarise } from '../../fixtures/store';
import { MemoryDisk } from './memory-disk';
import { bytesOf } from './seeded';
import { keyFor } from './wire-station';

export interface RoomParts {
  readonly name: string;
  /** A real folder, for the lock alone. */
  readonly folder: string;
  /** Words that its keys depend on. */
  readonly words: readonly (string | number)[];
  readonly clock: { readonly now: () => number };
  readonly http: Http;
  /** The centre's address as the room knows it. */
  readonly url?: string;
  /** Milliseconds of silence after which a request is given up. */
  readonly silence?: number;
  /** Small batches unless told. */
  readonly sizes?: Partial<Sizes>;
}

/** A room whose store is the real one on a disk in memory, with the real sync（模拟调解室）. It can die and come back. */
export class SimRoom {
  readonly disk = new MemoryDisk();
  private store: JournalStore | null = null;
  private engine: SyncEngine | null = null;

  private constructor(readonly parts: RoomParts) {}

  static async create(parts: RoomParts): Promise<SimRoom> {
    const room = new SimRoom(parts);
    const dataKey = bytesOf('data', ...parts.words);
    const wrapped = Buffer.from(await keyOpener(KEY).wrap(dataKey)).toString('base64');
    const station = Buffer.from(sealFor(dataKey, 'key').seal('station', keyFor(...parts.words))).toString('base64');
    const header = { format: 1, wraps: [{ way: 'key-file', wrapped }], station };
    room.disk.place(`${parts.folder}/store.json`, Buffer.from(JSON.stringify(header)));
    await room.open();
    return room;
  }

  get station(): string {
    return this.at.store.station;
  }

  get status(): SyncStatus {
    return statusOf(this.at.engine.facts());
  }

  /** The newest own counter. */
  get seq(): number {
    return this.at.store.chain.seq;
  }

  private get at(): { readonly store: JournalStore; readonly engine: SyncEngine } {
    if (!this.store || !this.engine) throw new Error(`${this.parts.name} is not running`);
    return { store: this.store, engine: this.engine };
  }

  async open(): Promise<void> {
    const { folder, clock, http, silence, sizes } = this.parts;
    const files = this.disk.mount();
    this.store = await JournalStore.open({ folder, files, clock, opener: keyOpener(KEY), summarise });
    this.engine = await SyncEngine.open({
      store: this.store,
      clock,
      http,
      numbers: { needs: () => [], enter: () => Promise.resolve() },
      rules: { version: () => 0, accept: () => Promise.resolve() },
      timers: { set: () => () => undefined },
      random: () => 0.5,
      sizes: { entries: 7, page: 5, ...sizes },
      silence,
    });
  }

  /** `replace`: a person says that the centre was set up anew. */
  async enrol(replace = false): Promise<SyncFault | null> {
    const { name, url = 'http://127.0.0.1:1' } = this.parts;
    const outcome = await this.at.engine.enrol({ url, room: name, organisation: '示例', replace });
    return outcome.ok ? null : outcome.fault;
  }

  get facts(): SyncFacts {
    return this.at.engine.facts();
  }

  /** What was acknowledged; null when the disk or the power failed. */
  async commit(drafts: readonly Draft[]): Promise<readonly Entry[] | null> {
    try {
      return await this.at.store.commit(drafts);
    } catch (error) {
      if (error instanceof StoreError) return null;
      throw error;
    }
  }

  /** One round; resolves to what kept it from ending well. */
  async round(): Promise<SyncFault | null> {
    return (await this.at.engine.once()).fault;
  }

  /** Takes a new identity, as a person does after a copied disk was noticed, and asks for admission. */
  async newIdentity(): Promise<SyncFault | null> {
    await this.at.store.newIdentity();
    return this.enrol();
  }

  async dismissRefused(): Promise<void> {
    for (const { id } of this.at.engine.facts().refused) await this.at.engine.dismissRefused(id);
  }

  /** Ends in good order and starts again. */
  async restart(): Promise<void> {
    await this.at.store.close();
    await this.open();
  }

  /** Dies without a word: what was not flushed is lost, or kept, as `keeps` says. Starts again. */
  async die(keeps: () => boolean): Promise<void> {
    const dead = this.store;
    this.disk.powerCut(keeps);
    await dead?.close().catch(() => undefined);
    await this.open();
  }

  /** An older image of the whole disk is put back, or that of another room, which lay in the folder `from`. */
  async putBack(image: ReadonlyMap<string, Uint8Array>, from = this.parts.folder): Promise<void> {
    await this.at.store.close();
    this.disk.restore(new Map([...image].map(([name, bytes]) => [name.replace(from, this.parts.folder), bytes])));
    await this.open();
  }

  get subjects(): readonly string[] {
    return this.at.store.subjects();
  }

  async entries(): Promise<readonly Entry[]> {
    const all: Entry[] = [];
    for (const subject of this.at.store.subjects()) all.push(...(await this.at.store.read(subject)));
    return all;
  }

  async caseIds(): Promise<readonly string[]> {
    return (await this.entries()).filter(({ subject }) => isCaseSubject(subject)).map(({ id }) => id);
  }

  async close(): Promise<void> {
    await this.store?.close().catch(() => undefined);
    this.store = null;
  }
}
