import type { Entry } from '../domain/journal/entry';
import type { Clock, Files } from '../ports';
import path from 'node:path';
import { BLOB_TEMPORARY, BlobFiles } from './blob-files';
import { JOURNAL_TEMPORARY, JournalFiles, type JournalFile } from './journal-files';
import { sealFor } from './seal';
import { stationKey, type StationKey } from '../crypto/signing-key';
import { makeEntry, type Draft } from './station-chain';
import { createHeader, HEADER_FILE, openHeader, type Opener } from './store-header';
import { diskError, StoreError } from './store-error';
import { Ledger, type Fits, type Summarise } from './store-ledger';
import { lockStore, type StoreLock } from './store-lock';
import { SummaryJournal } from './summary-journal';
import { Turns } from './turns';

/**
 * The store of a workstation（本机数据库）: journals by subject, summaries for lists, frozen bytes.
 *
 * Promises
 * - Acknowledged means durable: when `commit` resolves, its entries are there after a power cut; when it rejects, each
 *   subject stands either as before or with its new entries whole, and memory says the same as the disk.
 * - Never an empty or wrong case: a damaged, swapped, missing or older file is a named StoreError, and the file is kept
 *   under quarantine/ (at its place where the disk does not let it be moved).
 * - Summaries agree with the journals: each frame is written ahead of its journals, and the last one is checked at
 *   every opening (store-ledger.ts).
 * - One writer: store-lock.ts. The chain of this workstation (`seq`, `prev`) has neither gap nor fork, and inside one
 *   commit the entries of a subject stand next to each other in it.
 * Does not promise: protection from who holds the key and the files at once; that an older state is noticed without the
 * centre when summaries and journals are put back together, or when only the very last save before a crash is taken
 * back; a chain without fork when summaries and the newest journal are damaged at once.
 * Proved by test/unit/store/journal-store.test.ts and test/faults/store.
 */
export interface StoreOptions {
  readonly folder: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly opener: Opener;
  readonly summarise: Summarise;
  /** Every summary that was kept fits, unless this says otherwise. */
  readonly fits?: Fits;
}

export class JournalStore {
  private readonly turns = new Turns();
  private closed = false;

  private constructor(
    private readonly options: StoreOptions,
    private readonly lock: StoreLock,
    private readonly key: StationKey,
    private readonly journals: JournalFiles,
    private readonly ledger: Ledger,
    readonly blobs: BlobFiles,
  ) {}

  /** Makes a new store in an empty or missing folder and opens it. Throws StoreError `store-exists`, `store-in-use`. */
  static async create(options: StoreOptions): Promise<JournalStore> {
    const { files, folder } = options;
    try {
      await files.makeFolder(folder);
      const lock = await lockStore(folder);
      try {
        const names = await files.list(folder);
        // What a power cut left of an earlier attempt is nobody's.
        if (names.some((name) => !name.endsWith('.writing'))) throw new StoreError('store-exists', folder);
        await createHeader(files, folder, options.opener);
      } catch (fault) {
        await lock.release();
        throw fault;
      }
      return await JournalStore.openLocked(options, lock);
    } catch (fault) {
      throw diskError(fault, folder);
    }
  }

  /** Opens a store. Throws StoreError `not-a-store`, `store-in-use`, `wrong-key`, `newer-store`, `damaged`. */
  static async open(options: StoreOptions): Promise<JournalStore> {
    const { files, folder } = options;
    try {
      const names = await files.list(folder).catch(noFolder);
      if (!names.includes(HEADER_FILE)) throw new StoreError('not-a-store', folder);
      return await JournalStore.openLocked(options, await lockStore(folder));
    } catch (fault) {
      throw diskError(fault, folder);
    }
  }

  /** Gives the lock back when it cannot open. */
  private static async openLocked(options: StoreOptions, lock: StoreLock): Promise<JournalStore> {
    const { files, folder, opener, summarise, fits = () => true } = options;
    try {
      const { dataKey, stationKey: pkcs8 } = await openHeader(files, folder, opener);
      const key = stationKey(pkcs8);
      for (const name of [JOURNAL_TEMPORARY, BLOB_TEMPORARY]) await files.remove(path.join(folder, name));
      const journals = new JournalFiles(files, folder, sealFor(dataKey, 'journal'));
      const summaries = await SummaryJournal.open(files, folder, sealFor(dataKey, 'summaries'));
      const ledger = await Ledger.open(journals, summaries, summarise, fits, key.station);
      const blobs = new BlobFiles(files, folder, sealFor(dataKey, 'blob'));
      return new JournalStore(options, lock, key, journals, ledger, blobs);
    } catch (fault) {
      await lock.release();
      throw fault;
    }
  }

  /** This workstation's name in entries. */
  get station(): string {
    return this.key.station;
  }

  /** Subject → what lists show; null also for a subject whose file was damaged when the summaries were rebuilt. */
  summaries(): IterableIterator<readonly [subject: string, summary: unknown]> {
    return this.ledger.summaries();
  }

  has(subject: string): boolean {
    return this.ledger.revision(subject) > 0;
  }

  /** The entries of a subject, empty when it has none. Throws StoreError; a bad file is quarantined first. */
  async read(subject: string): Promise<readonly Entry[]> {
    return this.inTurn(async () => (await this.readChecked(subject)).entries);
  }

  /**
   * Writes entries durably, each subject whole. Resolves to the new entries, in the order of their drafts.
   * Throws StoreError; see the promises above for what then stands. Throws a RangeError on a draft that is no entry, and
   * writes nothing then.
   */
  async commit(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    return this.inTurn(() => this.commitNow(drafts));
  }

  /** Ends what was asked before and gives the store free; later calls reject. Closing twice is harmless. */
  async close(): Promise<void> {
    await this.turns.run(async () => {
      if (this.closed) return;
      this.closed = true;
      await this.ledger.close();
      await this.lock.release();
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run(() => {
      if (this.closed) throw new Error('the store is closed');
      return work();
    });
  }

  private async commitNow(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    if (drafts.length === 0) return [];
    await this.ledger.clearDoubt();
    const journals = new Map<string, JournalFile>();
    for (const { subject } of drafts) {
      if (!journals.has(subject)) journals.set(subject, await this.readChecked(subject));
    }
    // Subject by subject: a crash between two journals then keeps a beginning of the chain, never a chain with a hole.
    const made: Entry[] = [];
    let chain = this.ledger.chain;
    for (const [subject, { rev, entries }] of journals) {
      const grown = [...entries];
      for (const [index, draft] of drafts.entries()) {
        if (draft.subject !== subject) continue;
        const entry = makeEntry(draft, grown, chain, this.key, this.options.clock.now());
        chain = { seq: entry.seq, prev: entry.id, at: entry.at };
        grown.push(entry);
        made[index] = entry;
      }
      journals.set(subject, { rev: rev + 1, entries: grown });
    }
    const rows = [...journals].map(([subject, journal]) => this.ledger.rowOf(subject, journal));
    await this.ledger.save(chain, rows, async () => {
      for (const [subject, { rev, entries }] of journals) await this.journals.write(subject, rev, entries);
    });
    return made;
  }

  private async readChecked(subject: string): Promise<JournalFile> {
    const expected = this.ledger.revision(subject);
    try {
      const found = await this.journals.read(subject);
      if (found.rev === 0 && expected > 0) throw new StoreError('missing', subject);
      if (found.rev < expected) throw new StoreError('older-copy', subject);
      if (found.rev > expected) this.ledger.adopt(subject, found);
      return found;
    } catch (fault) {
      if (fault instanceof StoreError && ['damaged', 'wrong-place', 'older-copy'].includes(fault.fault)) {
        await this.journals.quarantine(subject, String(this.options.clock.now())).catch(() => undefined);
      }
      throw fault;
    }
  }
}

function noFolder(fault: unknown): readonly string[] {
  const code = (fault as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return [];
  throw fault;
}
