import { randomBytes } from 'node:crypto';
import type { Entry } from '../domain/journal/entry';
import type { Clock, Files } from '../ports';
import { BlobFiles } from './blob-files';
import { JournalFiles } from './journal-files';
import { sealFor } from './seal';
import { stationKey, type StationKey } from './signing-key';
import { advance, CHAIN_START, makeEntry, type Chain, type Draft } from './station-chain';
import { createHeader, HEADER_FILE, openHeader, type Opener } from './store-header';
import { lockStore, type StoreLock } from './store-lock';
import { diskError, StoreError } from './store-error';
import { Turns } from './turns';
import { SummaryJournal, type Frame, type Row } from './summary-journal';

/**
 * The store of a workstation（本机数据库）: journals by subject, summaries for lists, frozen bytes.
 *
 * Promises
 * - Acknowledged means durable: when `commit` resolves, its entries are there after a power cut; when it rejects, each
 *   subject stands either as before or with its new entries whole, and memory says the same as the disk.
 * - Never an empty or wrong case: a damaged, swapped, missing or older file is a named StoreError, and the file is kept
 *   under quarantine/.
 * - Summaries agree with the journals: each frame is written ahead of its journals, and the last one is checked at
 *   every opening.
 * - One writer: store-lock.ts. The chain of this workstation (`seq`, `prev`) has neither gap nor fork.
 * Does not promise: protection from who holds the key and the files at once; that an older state is noticed without the
 * centre when summaries and journals are put back together, or when only the very last save is taken back.
 * Proved by test/unit/store/journal-store.test.ts.
 */
export interface StoreOptions {
  readonly folder: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly opener: Opener;
  /** What lists show of a subject; null for subjects that no list shows. Pure. */
  readonly summarise: (subject: string, entries: readonly Entry[]) => unknown;
}

export class JournalStore {
  private readonly turns = new Turns();
  private readonly rows = new Map<string, Row>();
  /** Rows that the last frame got ahead of and that the next frame must state again. */
  private unsettled: readonly Row[] = [];
  private chain: Chain = CHAIN_START;

  private constructor(
    private readonly options: StoreOptions,
    private readonly lock: StoreLock,
    private readonly key: StationKey,
    private readonly journals: JournalFiles,
    readonly blobs: BlobFiles,
    private readonly summaryJournal: SummaryJournal,
  ) {}

  /** Makes a new store in an empty or missing folder and opens it. Throws StoreError `store-exists`. */
  static async create(options: StoreOptions): Promise<JournalStore> {
    const { files, folder } = options;
    try {
      await files.makeFolder(folder);
      if ((await files.list(folder)).length > 0) throw new StoreError('store-exists', folder);
      await createHeader(files, folder, options.opener);
    } catch (fault) {
      throw diskError(fault, folder);
    }
    return JournalStore.open(options);
  }

  /** Opens a store. Throws StoreError `not-a-store`, `store-in-use`, `wrong-key`, `newer-store`, `damaged`. */
  static async open(options: StoreOptions): Promise<JournalStore> {
    const { files, folder, opener } = options;
    const names: readonly string[] = await files.list(folder).catch(() => []);
    if (!names.includes(HEADER_FILE)) throw new StoreError('not-a-store', folder);
    const lock = await lockStore(folder);
    try {
      const { dataKey, stationKey: pkcs8 } = await openHeader(files, folder, opener);
      const { journal, frames } = await SummaryJournal.open(files, folder, sealFor(dataKey, 'summaries'));
      const store = new JournalStore(
        options,
        lock,
        stationKey(pkcs8),
        new JournalFiles(files, folder, sealFor(dataKey, 'journal')),
        new BlobFiles(files, folder, sealFor(dataKey, 'blob')),
        journal,
      );
      if (frames) await store.load(frames);
      else await store.rebuild();
      return store;
    } catch (fault) {
      await lock.release();
      throw diskError(fault, folder);
    }
  }

  /** This workstation's name in entries. */
  get station(): string {
    return this.key.station;
  }

  /** Subject → what lists show. */
  *summaries(): IterableIterator<readonly [subject: string, summary: unknown]> {
    for (const [subject, row] of this.rows) if (row.rev > 0) yield [subject, row.summary];
  }

  has(subject: string): boolean {
    return (this.rows.get(subject)?.rev ?? 0) > 0;
  }

  /** The entries of a subject, empty when it has none. Throws StoreError; a bad file is quarantined first. */
  async read(subject: string): Promise<readonly Entry[]> {
    return this.turns.run(async () => (await this.readChecked(subject)).entries);
  }

  /**
   * Writes entries durably, each subject whole, in the order given. Resolves to the new entries.
   * Throws StoreError; see the promises above for what then stands.
   */
  async commit(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    return this.turns.run(() => this.commitNow(drafts));
  }

  async close(): Promise<void> {
    await this.turns.run(() => this.lock.release());
  }

  private async commitNow(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    const made: Entry[] = [];
    const subjects = new Map<string, { rev: number; entries: Entry[] }>();
    let chain = this.chain;
    for (const draft of drafts) {
      let journal = subjects.get(draft.subject);
      if (!journal) {
        const { rev, entries } = await this.readChecked(draft.subject);
        subjects.set(draft.subject, (journal = { rev, entries: [...entries] }));
      }
      const entry = makeEntry(draft, journal.entries, chain, this.key, this.options.clock.now());
      chain = { seq: entry.seq, prev: entry.id, at: entry.at };
      journal.entries.push(entry);
      made.push(entry);
    }
    const rows = [...subjects].map(([subject, { rev, entries }]): Row => {
      return { subject, rev: rev + 1, summary: this.options.summarise(subject, entries) ?? null };
    });
    await this.writeAhead(chain, rows, subjects);
    return made;
  }

  /** Frame first, journals second: so the only frame that can be ahead is the last one. */
  private async writeAhead(
    chain: Chain,
    rows: readonly Row[],
    subjects: ReadonlyMap<string, { readonly rev: number; readonly entries: readonly Entry[] }>,
  ): Promise<void> {
    const before = rows.map((row) => this.rows.get(row.subject) ?? { subject: row.subject, rev: 0, summary: null });
    const restated = this.unsettled.filter((old) => !rows.some((row) => row.subject === old.subject));
    await this.appendFrame({ ...chain, rows: [...restated, ...rows] });
    this.unsettled = [];
    try {
      for (const [subject, { rev, entries }] of subjects) await this.journals.write(subject, rev + 1, entries);
    } catch (fault) {
      await this.settle(before);
      throw fault;
    }
    this.chain = chain;
    for (const row of rows) this.rows.set(row.subject, row);
  }

  private appendFrame(frame: Frame): Promise<void> {
    return this.summaryJournal.append(frame).catch((fault: unknown) => {
      throw diskError(fault, 'summaries');
    });
  }

  /** After a fault, or at opening: makes summaries and chain say what the journals of these rows hold. */
  private async settle(before: readonly Row[]): Promise<void> {
    const corrected: Row[] = [];
    for (const old of before) {
      const found = await this.journals.read(old.subject).catch(() => null);
      if (!found) {
        corrected.push(old);
        continue;
      }
      corrected.push({ subject: old.subject, rev: found.rev, summary: this.summaryOf(old.subject, found.entries) });
      for (const entry of found.entries) this.chain = advance(this.chain, entry, this.station);
    }
    for (const row of corrected) this.rows.set(row.subject, row);
    this.unsettled = corrected;
    const frame: Frame = { ...this.chain, rows: corrected };
    await this.appendFrame(frame).then(
      () => (this.unsettled = []),
      () => undefined, // still unsettled: the next frame states them again
    );
  }

  private summaryOf(subject: string, entries: readonly Entry[]): unknown {
    return entries.length === 0 ? null : (this.options.summarise(subject, entries) ?? null);
  }

  /** Replays frames; checks the last one against its journals, because it may have been written ahead of them. */
  private async load(frames: readonly Frame[]): Promise<void> {
    const last = frames.at(-1);
    for (const frame of frames.slice(0, -1)) this.replay(frame);
    if (last) {
      const before = last.rows.map((row) => this.rows.get(row.subject) ?? { ...row, rev: 0, summary: null });
      const ahead = await this.firstAhead(last.rows);
      if (ahead) await this.settle(before);
      else this.replay(last);
    }
    const obsolete = frames.reduce((count, frame) => count + frame.rows.length, 0) - this.rows.size;
    if (!last || obsolete > Math.max(1_000, this.rows.size)) await this.compact();
  }

  private replay(frame: Frame): void {
    for (const row of frame.rows) this.rows.set(row.subject, row);
    this.chain = { seq: frame.seq, prev: frame.prev, at: frame.at };
  }

  private async firstAhead(rows: readonly Row[]): Promise<boolean> {
    for (const row of rows) {
      const found = await this.journals.read(row.subject).catch(() => null);
      if (found && found.rev < row.rev && row.rev - found.rev === 1) return true;
    }
    return false;
  }

  /** Summaries from the journals alone, when their file is damaged; journals that cannot be read are left out. */
  private async rebuild(): Promise<void> {
    for (const subject of await this.journals.subjects()) {
      const found = await this.journals.read(subject).catch(() => null);
      if (!found) continue;
      this.rows.set(subject, { subject, rev: found.rev, summary: this.summaryOf(subject, found.entries) });
      for (const entry of found.entries) this.chain = advance(this.chain, entry, this.station);
    }
    await this.compact();
  }

  private async compact(): Promise<void> {
    const rows = [...this.rows.values()].filter((row) => row.rev > 0);
    await this.summaryJournal.compact({ ...this.chain, rows }, randomBytes(8).toString('hex'));
  }

  private async readChecked(subject: string): Promise<{ rev: number; entries: readonly Entry[] }> {
    const row = this.rows.get(subject);
    try {
      const found = await this.journals.read(subject);
      const expected = row?.rev ?? 0;
      if (found.rev === 0 && expected > 0) throw new StoreError('missing', subject);
      if (found.rev < expected) throw new StoreError('older-copy', subject);
      // Newer than the summary says: the summaries were put back. The journal is the truth.
      if (found.rev > expected) {
        this.rows.set(subject, { subject, rev: found.rev, summary: this.summaryOf(subject, found.entries) });
        for (const entry of found.entries) this.chain = advance(this.chain, entry, this.station);
      }
      return found;
    } catch (fault) {
      if (fault instanceof StoreError && ['damaged', 'wrong-place', 'older-copy'].includes(fault.fault)) {
        await this.journals.quarantine(subject, String(this.options.clock.now()));
      }
      throw fault;
    }
  }
}
