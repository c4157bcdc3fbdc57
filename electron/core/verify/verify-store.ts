import { isDeepStrictEqual } from 'node:util';
import { setImmediate as pause } from 'node:timers/promises';
import { fileRefs } from '../domain/case/file-refs';
import type { Entry } from '../domain/journal/entry';
import { isCaseSubject, NUMBERS_PREFIX } from '../domain/journal/subject-kinds';
import type { JournalStore } from '../store/journal-store';
import { StoreError } from '../store/store-error';
import type { Summarise } from '../store/store-ledger';
import { Chains, type ChainRule } from './chains';
import { checkJournal } from './check-journal';
import { Numbers } from './numbers';
import { finding, type VerifyFault } from './verify-fault';

export interface VerifyOptions {
  readonly summarise: Summarise;
  /** Whether the centre knows a workstation; the own ones are known anyway. */
  readonly known: (station: string) => boolean;
  /** Workstation → counter up to which its chain came from a backup: what it wrote later may be lost. */
  readonly restored?: Readonly<Record<string, number>>;
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((done: number, total: number) => void) | undefined;
}

/** What verify looked at, and all that it found. */
export interface VerifyReport {
  readonly cases: number;
  readonly entries: number;
  readonly files: number;
  readonly numbers: number;
  readonly faults: readonly VerifyFault[];
  readonly cancelled: boolean;
}

export type VerifiedStore = Pick<JournalStore, 'station' | 'former' | 'chain' | 'forgotten' | 'look'>;

const NOTES = ['sync', 'access', 'backup'] as const;

/**
 * Checks a store whole（全库核验）, straight from its files: every seal; hash, signature, place and foundations of every
 * entry; the chains of workstations for gaps, forks, links and time; summaries against journals; numbers against registers;
 * the bytes of every kept file.
 *
 * Promises: nothing is moved or changed, and nothing bad is left out: of each journal the first bad entry is named, the rest
 * of the store is checked all the same. The room may go on writing meanwhile. The window is answered every few
 * milliseconds but for kept files of many megabytes.
 * Does not promise: to notice what somebody with the workstation's own key wrote anew from some point to the end, header and
 * summaries included; the centre, which has the chain up to its last proof, does. Nor that somebody took away entries of
 * other workstations on which nothing stands.
 * Throws StoreError `disk-fault` when the disk cannot be read. Proved by test/unit/verify.
 */
export async function verifyStore(store: VerifiedStore, options: VerifyOptions): Promise<VerifyReport> {
  const verifying = new Verifying(store, options);
  await verifying.run();
  return verifying.report();
}

class Verifying {
  private readonly faults: VerifyFault[] = [];
  private readonly late: VerifyFault[] = [];
  private readonly own: ReadonlySet<string>;
  private readonly chains = new Chains();
  private readonly numbers: Numbers;
  /** SHA-256 → a journal that speaks of it, of the files that were made here. */
  private readonly ownFiles = new Map<string, string>();
  private cases = 0;
  private entries = 0;
  private files = 0;
  private cancelled = false;

  constructor(
    private readonly store: VerifiedStore,
    private readonly options: VerifyOptions,
  ) {
    this.own = new Set([store.station, ...store.former]);
    this.numbers = new Numbers(this.own);
  }

  report(): VerifyReport {
    const { cases, entries, files, cancelled } = this;
    return { cases, entries, files, numbers: this.numbers.count, faults: [...this.faults, ...this.late], cancelled };
  }

  async run(): Promise<void> {
    const { look, chain } = this.store;
    await this.attempt(null, () => look.header());
    await this.attempt(null, () => look.frames());
    for (const note of NOTES) await this.attempt(null, () => look.note(note));
    const subjects = await look.subjects();
    const blobs = await look.blobs();
    const total = subjects.length + blobs.length;
    for (const [index, subject] of subjects.entries()) {
      if (this.stopped(index, total)) return;
      await this.journal(subject);
      await pause();
    }
    this.late.push(...(await this.chains.judge(this.rules(chain))), ...this.numbers.judge());
    for (const [index, sha256] of blobs.entries()) {
      if (this.stopped(subjects.length + index, total)) return;
      this.files += 1;
      const subject = this.ownFiles.get(sha256) ?? null;
      await this.attempt(subject, async () => {
        await look.blob(sha256);
      });
      this.ownFiles.delete(sha256);
    }
    for (const [sha256, subject] of this.ownFiles) this.late.push(finding('file-missing', subject, sha256));
  }

  private async journal(subject: string): Promise<void> {
    if (isCaseSubject(subject) && !this.store.forgotten(subject)) this.cases += 1;
    await this.attempt(subject, async () => {
      const { entries: values, rev, row } = await this.store.look.journal(subject);
      this.entries += values.length;
      const known = (station: string): boolean => this.own.has(station) || this.options.known(station);
      const { fault, entries } = await checkJournal(subject, values, known);
      if (fault) this.faults.push(fault);
      this.chains.add(subject, entries);
      this.numbers.add(subject, entries);
      for (const entry of entries) this.noteGone(entry);
      for (const entry of entries)
        if (this.own.has(entry.station)) for (const { sha256 } of fileRefs(entry)) this.ownFiles.set(sha256, subject);
      if (fault || values.length === 0) return; // of a journal whose entries went on purpose there is nothing to compare
      const made = plain(this.options.summarise(subject, entries));
      if (rev !== row.rev || !isDeepStrictEqual(made, plain(row.summary)))
        this.late.push(finding('summary-differs', subject, subject));
    });
  }

  /** Copies of archived cases that were taken out say where their entries stood in the chain. */
  private noteGone({ kind, station, data }: Entry): void {
    const gone = data['own'];
    if (kind !== 'case-purged' || !this.own.has(station) || !Array.isArray(gone)) return;
    for (const each of gone as readonly unknown[]) {
      const [seq, id] = Array.isArray(each) ? (each as readonly unknown[]) : [];
      if (typeof seq === 'number' && typeof id === 'string') this.chains.addGone(station, seq, id);
    }
  }

  /** What was written since the beginning lies behind what the rules know: it is judged by its links alone. */
  private rules(begin: { readonly seq: number; readonly prev: string | null }): ReadonlyMap<string, ChainRule> {
    const rules = new Map<string, ChainRule>();
    for (const station of this.own) {
      const restored = this.options.restored?.[station];
      rules.set(station, restored === undefined ? { wholeTo: Infinity } : { wholeTo: restored });
    }
    const most = this.store.chain.seq;
    return rules.set(this.store.station, { wholeTo: begin.seq, most, ...(begin.seq > 0 ? { end: begin.prev } : {}) });
  }

  /** Takes a named fault of a file down and goes on; faults of the disk go through. */
  private async attempt(subject: string | null, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof StoreError) || fault.fault === 'disk-fault') throw fault;
      this.faults.push({ subject, about: fault.about, problem: fault.problem });
      if (subject?.startsWith(NUMBERS_PREFIX)) this.numbers.incomplete = true;
    }
  }

  private stopped(done: number, total: number): boolean {
    this.options.tell?.(done, total);
    if (this.options.signal?.aborted) this.cancelled = true;
    return this.cancelled;
  }
}

/** As it stands in a summary that was read from its file. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;
