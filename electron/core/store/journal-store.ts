import type { Entry } from '../domain/journal/entry';
import type { Clock, Files } from '../ports';
import path from 'node:path';
import { BLOB_TEMPORARY, BlobFiles } from './blob-files';
import { checkEntries } from './entry-check';
import { Identity } from './identity';
import { KeyRing } from './key-ring';
import { JOURNAL_TEMPORARIES, JournalFiles } from './journal-files';
import { NOTE_TEMPORARY, NoteFile } from './note-file';
import { portionsOf, takePortion, type ReceivedHere, type ReceiveOptions } from './receiving';
import { sealFor } from './seal';
import { Shelf } from './shelf';
import type { Chain, Draft } from './station-chain';
import { createHeader, HEADER_FILE, openHeader, type Opener } from './store-header';
import { diskError, StoreError } from './store-error';
import { isEmptied, Ledger, type Fits, type Summarise } from './store-ledger';
import { lockStore, type StoreLock } from './store-lock';
import { StoreLook } from './store-look';
import { SUMMARIES_TEMPORARY, SummaryJournal } from './summary-journal';
import { Turns } from './turns';

/**
 * The store of a workstation（本机数据库）: journals by subject, summaries for lists, frozen bytes.
 *
 * Promises
 * - Acknowledged means durable: when `commit` resolves, its entries are there after a power cut; when it rejects, each
 *   subject stands either as before or with its new entries whole, and memory says the same as the disk. The same for
 *   `receive`, portion by portion, and for `newIdentity`.
 * - Never an empty or wrong case: a damaged, swapped, missing or older file is a named StoreError, and the file is kept
 *   under quarantine/ (at its place where the disk does not let it be moved).
 * - Summaries agree with the journals: each frame is written ahead of its journals, and the last one is checked at
 *   every opening (store-ledger.ts).
 * - One writer: store-lock.ts. The chain of this workstation (`seq`, `prev`) has neither gap nor fork, and inside one
 *   commit the entries of a subject stand next to each other in it. Own entries that come back move it on first, so that
 *   no counter is used twice after an older copy of the store was put back.
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

/** Small sealed files beside the journals: where sync stands, who may sign in, which backups there are. */
export type NoteName = 'sync' | 'access' | 'backup';

/** Of writes that a power cut ended; all lie in the store's folder. */
const TEMPORARIES: readonly string[] = [
  ...JOURNAL_TEMPORARIES,
  BLOB_TEMPORARY,
  NOTE_TEMPORARY,
  SUMMARIES_TEMPORARY,
  `${HEADER_FILE}.writing`,
];

export class JournalStore {
  private readonly listeners = new Set<(subjects: readonly string[]) => void>();
  private closed = false;

  private constructor(
    private readonly place: Pick<StoreOptions, 'files' | 'folder'>,
    private readonly turns: Turns,
    private readonly lock: StoreLock,
    private readonly identity: Identity,
    private readonly ledger: Ledger,
    private readonly shelf: Shelf,
    readonly blobs: BlobFiles,
    private readonly notes: Readonly<Record<NoteName, NoteFile>>,
    /** The ways to open it; shares the turns of the identity, which writes the same header. */
    readonly keys: KeyRing,
    /** The files as they lie there, for backup and verify; moves nothing. */
    readonly look: StoreLook,
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
      const { dataKey, ...secret } = await openHeader(files, folder, opener);
      const identity = new Identity(files, folder, dataKey, secret);
      for (const name of TEMPORARIES) await files.remove(path.join(folder, name));
      const journals = new JournalFiles(files, folder, sealFor(dataKey, 'journal'));
      const summaries = await SummaryJournal.open(files, folder, sealFor(dataKey, 'summaries'));
      const ledger = await Ledger.open(journals, summaries, summarise, fits, identity.key.station);
      const blobs = new BlobFiles(files, folder, sealFor(dataKey, 'blob'));
      const noteTurns = new Turns(); // they share a temporary file
      const noteOf = (name: NoteName) => new NoteFile(files, folder, name, sealFor(dataKey, 'note'), noteTurns);
      const notes = { sync: noteOf('sync'), access: noteOf('access'), backup: noteOf('backup') };
      const shelf = new Shelf(journals, ledger, options.clock);
      const turns = new Turns();
      const keys = new KeyRing(files, folder, dataKey, turns);
      const look = new StoreLook(files, folder, dataKey, turns, ledger);
      return new JournalStore(options, turns, lock, identity, ledger, shelf, blobs, notes, keys, look);
    } catch (fault) {
      await lock.release();
      throw fault;
    }
  }

  /** This workstation's name in entries. */
  get station(): string {
    return this.identity.key.station;
  }

  /** Newest counter of this workstation's chain and its entry; 0 and null before the first. */
  get chain(): Pick<Chain, 'seq' | 'prev'> {
    return this.ledger.chain;
  }

  /** Public X25519 key for what is sealed to this workstation, 32 bytes base64url. */
  get box(): string {
    return this.identity.box.public;
  }

  /** What is inside a sealed box; null when it is not for this workstation, or broken. */
  openBox(sealed: Uint8Array): Uint8Array | null {
    return this.identity.box.open(sealed);
  }

  /** Signs text with the workstation's key, base64url. */
  sign(text: string): string {
    return this.identity.key.sign(text);
  }

  /** Public keys that this workstation had before, oldest first（更换前的身份）. */
  get former(): readonly string[] {
    return [...this.identity.all].filter((station) => station !== this.station);
  }

  /** Memory of one part that is no entry. Promises: note-file.ts. */
  note(name: NoteName): Pick<NoteFile, 'read' | 'write'> {
    return this.notes[name];
  }

  /**
   * Calls back after each durable commit or portion received, with its subjects. Returns the function that ends it.
   * A listener that throws is a bug, and does not touch the commit.
   */
  onSaved(listener: (subjects: readonly string[]) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * Subjects that hold entries of this workstation with a counter above `seq`, from memory. After the update from a version
   * that did not note it, also subjects that may hold some, until each was read once.
   */
  ownSince(seq: number): readonly string[] {
    return this.ledger.ownSince(seq);
  }

  /** All subjects of the store. */
  subjects(): readonly string[] {
    return [...this.ledger.summaries()].map(([subject]) => subject);
  }

  /** Subject → what lists show; null also for a subject whose file was damaged when the summaries were rebuilt. */
  summaries(): IterableIterator<readonly [subject: string, summary: unknown]> {
    return this.ledger.summaries();
  }

  /** The summary of one subject; null where there is none. */
  summary(subject: string): unknown {
    return this.ledger.summary(subject);
  }

  has(subject: string): boolean {
    return this.ledger.revision(subject) > 0 && !this.forgotten(subject);
  }

  /** Whether its entries were taken out by `forget`. */
  forgotten(subject: string): boolean {
    return isEmptied(this.ledger.summary(subject));
  }

  /**
   * Takes all entries out of journals（清除本机副本）, durably, each whole: after a crash it is as before or empty. They do not
   * come back by themselves; `receive` with `restore` brings them back. The chain of this workstation goes on behind them.
   * Whoever asks has made sure that another place holds them. Throws StoreError.
   */
  async forget(subjects: readonly string[]): Promise<void> {
    await this.inTurn(async () => {
      await this.settleIdentity();
      await this.ledger.clearDoubt();
      const emptied: { subject: string; rev: number; entries: readonly Entry[] }[] = [];
      for (const subject of subjects) {
        const { rev, entries } = await this.shelf.read(subject);
        if (entries.length > 0) emptied.push({ subject, rev: rev + 1, entries: [] });
      }
      if (emptied.length === 0) return;
      const rows = emptied.map((journal) => this.ledger.rowOf(journal.subject, journal));
      await this.ledger.save(this.ledger.chain, rows, () => this.shelf.journals.writeAll(emptied));
    });
    this.tellOf(subjects);
  }

  /** The entries of a subject, empty when it has none. Throws StoreError; a bad file is quarantined first. */
  async read(subject: string): Promise<readonly Entry[]> {
    return this.inTurn(async () => (await this.shelf.read(subject)).entries);
  }

  /**
   * Writes entries durably, each subject whole. Resolves to the new entries, in the order of their drafts.
   * Throws StoreError; see the promises above for what then stands. Throws a RangeError on a draft that is no entry, and
   * writes nothing then.
   */
  async commit(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    const made = await this.inTurn(async () => {
      await this.settleIdentity();
      return this.shelf.commit(drafts, this.identity.key);
    });
    this.tell(made);
    return made;
  }

  /**
   * Takes over entries from elsewhere, in any order, with repetitions: durable when it resolves. Commits of this room come
   * in between portions. Throws StoreError; portions before it stand, and receiving the same again is harmless.
   */
  async receive(entries: readonly unknown[], options: ReceiveOptions = {}): Promise<ReceivedHere> {
    const { good, refused } = await checkEntries(entries, this.identity.all);
    const added: Entry[] = [];
    const setAside: string[] = [];
    for (const portion of portionsOf(good)) {
      const taken = await this.inTurn(async () => {
        await this.settleIdentity();
        return takePortion(this.shelf, portion, options.restore ?? false);
      });
      for (const entry of taken.added) added.push(entry);
      setAside.push(...taken.setAside);
      this.tell(taken.added);
    }
    return { added, refused, setAside };
  }

  /**
   * A new identity（更换身份）, after a copied disk was noticed: a new key whose chain begins at 0. All journals stay as they
   * are, those of the old identity and the numbers taken in them too. Throws StoreError; the store then stands under the
   * old key or the new one, and says which (`station`).
   */
  async newIdentity(): Promise<void> {
    await this.inTurn(async () => {
      await this.settleIdentity();
      await this.ledger.clearDoubt();
      await this.ledger.sayWho();
      try {
        await this.identity.replace();
      } finally {
        await this.settleIdentity().catch(() => undefined);
      }
    });
  }

  private async settleIdentity(): Promise<void> {
    await this.identity.settle();
    if (this.ledger.station !== this.station) await this.ledger.beginAs(this.station);
  }

  private tell(entries: readonly Entry[]): void {
    this.tellOf([...new Set(entries.map((entry) => entry.subject))]);
  }

  private tellOf(subjects: readonly string[]): void {
    if (subjects.length === 0) return;
    for (const listener of this.listeners) queueMicrotask(() => listener(subjects));
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

  /**
   * Destroys the store（销毁）: its keys first, durably, so that what a cut leaves opens with nothing; then all that is in the
   * folder. Closes it. Does not promise: that a disk keeps no older copy of its blocks. Throws StoreError.
   */
  async destroy(): Promise<void> {
    await this.turns.run(async () => {
      const { files, folder } = this.place;
      try {
        await files.remove(path.join(folder, HEADER_FILE));
        await files.flushFolder(folder);
        this.closed = true;
        await this.ledger.close();
        await files.removeFolder(folder);
      } catch (fault) {
        throw diskError(fault, folder);
      } finally {
        if (this.closed) await this.lock.release();
      }
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run(() => {
      if (this.closed) throw new Error('the store is closed');
      return work();
    });
  }
}

function noFolder(fault: unknown): readonly string[] {
  const code = (fault as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return [];
  throw fault;
}
