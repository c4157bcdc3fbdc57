import { randomBytes } from 'node:crypto';
import type { Entry } from '../domain/journal/entry';
import type { JournalFile, JournalFiles } from './journal-files';
import { Standing } from './standing';
import type { Chain } from './station-chain';
import { diskError, StoreError } from './store-error';
import type { Frame, Row, SummaryJournal } from './summary-journal';

/** What lists show of a subject; null for subjects that no list shows. Pure. */
export type Summarise = (subject: string, entries: readonly Entry[]) => unknown;

/** Stands as the summary of a journal whose entries were taken out on purpose (`JournalStore.forget`). */
const EMPTIED = { emptied: true } as const;
export const isEmptied = (summary: unknown): boolean =>
  typeof summary === 'object' && summary !== null && 'emptied' in summary && summary.emptied === true;

/** Whether a summary that was kept is one that this version understands. */
export type Fits = (subject: string, summary: unknown) => boolean;

/**
 * What a store knows of its journals without opening them（账目）: revision and summary of each, and this workstation's
 * chain. *
 * Promises: rows and chain in memory say what the journals on disk hold, or the subjects in doubt are named and nothing
 * is written before they could be read again; the same after a crash at any point of `save`.
 * Does not promise: that summaries which were put back alone, or cut off exactly between two frames, are noticed before
 * the journals that they are behind are read (a power cut does neither: each frame is flushed before its journals).
 * Proved by test/faults/store/crash-points.test.ts, error-injection.test.ts and doubt.test.ts.
 */
export class Ledger {
  /** Rows that the frames on disk do not tell rightly and that the next frame must state. */
  private unsettled = new Map<string, Row>();
  /** Rows, as before a save that failed, whose journals could not be read since. */
  private doubt: readonly Row[] = [];
  /** True while the last frame may be taken for one that ran ahead of its journals. */
  private open = false;
  private readonly standing: Standing;

  private constructor(
    private readonly journals: JournalFiles,
    private readonly summaryJournal: SummaryJournal,
    private readonly summarise: Summarise,
    station: string,
  ) {
    this.standing = new Standing(station);
  }

  private get rows(): Map<string, Row> {
    return this.standing.rows;
  }

  /** From the frames of the summaries; from the journals alone where `frames` is null. */
  static async open(
    journals: JournalFiles,
    summaries: { readonly journal: SummaryJournal; readonly frames: readonly Frame[] | null },
    summarise: Summarise,
    fits: Fits,
    station: string,
  ): Promise<Ledger> {
    const ledger = new Ledger(journals, summaries.journal, summarise, station);
    if (summaries.frames) {
      await ledger.load(summaries.frames);
      if (ledger.standing.foreign) await ledger.askJournals();
    } else await ledger.rebuild();
    await ledger.remake(fits);
    return ledger;
  }

  /** Whose chain it is. */
  get station(): string {
    return this.standing.station;
  }

  get chain(): Chain {
    return this.standing.chain;
  }

  revision(subject: string): number {
    return this.rows.get(subject)?.rev ?? 0;
  }

  summary(subject: string): unknown {
    return this.rows.get(subject)?.summary ?? null;
  }

  *summaries(): IterableIterator<readonly [subject: string, summary: unknown]> {
    for (const [subject, row] of this.rows) if (row.rev > 0) yield [subject, row.summary];
  }

  /** Subjects that hold, or in a store of an older version may hold, entries of this workstation above a counter. */
  ownSince(seq: number): readonly string[] {
    return this.standing.ownSince(seq);
  }

  /** A journal was read: what its row does not know yet is noted. */
  learn(subject: string, found: JournalFile): void {
    this.standing.learn(subject, found);
  }

  rowOf(subject: string, { rev, entries }: JournalFile): Row {
    const emptied = rev === 0 ? null : EMPTIED;
    const summary = entries.length === 0 ? emptied : (this.summarise(subject, entries) ?? null);
    return { subject, rev, summary, own: this.standing.ownIn(entries) };
  }

  /** Own entries came back from elsewhere: the chain goes on behind them, durably, before they are kept themselves. */
  async moveOn(entries: readonly Entry[]): Promise<void> {
    const chain = this.standing.after(entries);
    if (chain === this.standing.chain) return;
    await this.append({ ...chain, rows: [...this.unsettled.values()] });
    this.unsettled.clear();
    this.standing.chain = chain;
  }

  /** States durably whose chain this is, before the header names another workstation. */
  async sayWho(): Promise<void> {
    await this.append({ ...this.chain, rows: [...this.unsettled.values()] });
    this.unsettled.clear();
  }

  /** The header names another workstation now. The next frame says so, should this one not be written. */
  async beginAs(station: string): Promise<void> {
    this.standing.beginAs(station);
    this.standing.forgetOwn(this.unsettled);
    await this.sayWho().catch(() => undefined);
  }

  /** Takes over a journal that is newer than its row: the summaries were put back, and the journal is the truth. */
  adopt(subject: string, found: JournalFile): void {
    this.state([this.take(subject, found)]);
  }

  /** Frame first, then `write` for the journals: so the only frame that can be ahead is the last one. */
  async save(chain: Chain, rows: readonly Row[], write: () => Promise<void>): Promise<void> {
    const before = rows.map((row) => this.rows.get(row.subject) ?? none(row.subject));
    this.open = true;
    await this.append({ ...chain, rows: [...without(this.unsettled, rows), ...rows] });
    this.unsettled.clear();
    try {
      await write();
    } catch (fault) {
      await this.settle(before);
      throw fault;
    }
    this.standing.chain = chain;
    for (const row of rows) this.rows.set(row.subject, row);
  }

  /** Reads again what a failed save left in doubt. Throws StoreError `disk-fault` while that is not possible. */
  async clearDoubt(): Promise<void> {
    if (this.doubt.length > 0) await this.settle(this.doubt);
    const [first] = this.doubt;
    if (first) throw new StoreError('disk-fault', first.subject);
  }

  /** A last frame without rows: from now on a missing journal cannot be taken for a save that was cut short. */
  async close(): Promise<void> {
    if (this.doubt.length > 0) return;
    if (this.standing.learned > 0) await this.compact().catch(() => undefined);
    if (!this.open) return;
    await this.append({ ...this.chain, rows: [...this.unsettled.values()] }).catch(() => undefined);
  }

  /** After a fault, or at opening: makes rows and chain say what the journals of these rows hold. */
  private async settle(before: readonly Row[]): Promise<void> {
    const doubt: Row[] = [];
    for (const old of before) {
      const found = await this.look(old.subject);
      if (found === 'unreadable') doubt.push(old);
      // Damaged, or older than what was once acknowledged: kept as a row, so that reading it gives the named fault.
      else if (found === 'damaged') this.rows.set(old.subject, { ...old, rev: Math.max(old.rev, 1) });
      else if (found.rev < old.rev) this.rows.set(old.subject, old);
      else this.take(old.subject, found);
    }
    this.state(before.map((old) => this.rows.get(old.subject) ?? old));
    this.doubt = doubt;
    if (doubt.length > 0) return; // the frame ahead stays the last one, so that the next opening settles this
    await this.append({ ...this.chain, rows: [...this.unsettled.values()] }).then(
      () => this.unsettled.clear(),
      () => undefined, // still unsettled: the next frame states them
    );
  }

  /** Summaries of another version are made anew from their journals, so that no list leaves a case out. */
  private async remake(fits: Fits): Promise<void> {
    for (const [subject, row] of this.rows) {
      if (row.rev === 0 || row.summary === null || isEmptied(row.summary) || fits(subject, row.summary)) continue;
      const found = await this.look(subject);
      if (found === 'unreadable') throw new StoreError('disk-fault', subject);
      // Damaged or older than its row: no summary, and reading it gives the named fault.
      const made =
        found === 'damaged' || found.rev !== row.rev ? { ...row, summary: null } : this.rowOf(subject, found);
      this.rows.set(subject, made);
      this.state([made]);
    }
  }

  private take(subject: string, found: JournalFile): Row {
    const row = this.rowOf(subject, found);
    this.rows.set(subject, row);
    this.standing.chain = this.standing.after(found.entries);
    return row;
  }

  private state(rows: readonly Row[]): void {
    for (const row of rows) this.unsettled.set(row.subject, row);
  }

  private async append(frame: Frame): Promise<void> {
    await this.summaryJournal.append({ ...frame, station: this.standing.named }).catch((fault: unknown) => {
      throw diskError(fault, 'summaries');
    });
  }

  private async look(subject: string): Promise<JournalFile | 'damaged' | 'unreadable'> {
    try {
      return await this.journals.read(subject);
    } catch (fault) {
      if (!(fault instanceof StoreError)) throw fault;
      return fault.fault === 'disk-fault' ? 'unreadable' : 'damaged';
    }
  }

  /** Replays frames; checks the last one against its journals. The first of a file is a rewriting, never ahead. */
  private async load(frames: readonly Frame[]): Promise<void> {
    const last = frames.at(-1);
    for (const frame of frames.slice(0, -1)) this.standing.replay(frame);
    if (last && frames.length > 1 && last.rows.length > 0) {
      this.open = true;
      const before = last.rows.map((row) => this.rows.get(row.subject) ?? none(row.subject));
      if (await this.ranAhead(last.rows)) await this.settle(before);
      else this.standing.replay(last);
      await this.clearDoubt();
    } else if (last) this.standing.replay(last);
    const obsolete = frames.reduce((count, frame) => count + frame.rows.length + 1, 0) - this.rows.size;
    if (obsolete > Math.max(1_000, this.rows.size)) await this.compactIfRoom();
  }

  /** The frames tell of the identity before: chain and own counters come from the journals. */
  private async askJournals(): Promise<void> {
    for (const [subject, row] of this.rows) {
      const found = await this.look(subject);
      if (found === 'unreadable') throw new StoreError('disk-fault', subject);
      if (found !== 'damaged' && found.rev >= row.rev && found.rev > 0) this.take(subject, found);
      else this.rows.set(subject, { ...row, own: 0 });
    }
    this.standing.know();
    await this.compact();
  }

  private async ranAhead(rows: readonly Row[]): Promise<boolean> {
    let ahead = false;
    for (const row of rows) {
      const found = await this.look(row.subject);
      if (found === 'unreadable') throw new StoreError('disk-fault', row.subject);
      if (found !== 'damaged' && row.rev - found.rev === 1) ahead = true;
    }
    return ahead;
  }

  /** From the journals alone. One that is damaged or set aside keeps a row, so that reading it gives the named fault. */
  private async rebuild(): Promise<void> {
    for (const subject of new Set([...(await this.journals.subjects()), ...(await this.journals.quarantined())])) {
      const found = await this.look(subject);
      if (found === 'unreadable') throw new StoreError('disk-fault', subject);
      if (found === 'damaged' || found.rev === 0) this.rows.set(subject, { subject, rev: 1, summary: null });
      else this.take(subject, found);
    }
    await this.compact();
  }

  private async compact(): Promise<void> {
    const rows = [...this.rows.values()].filter((row) => row.rev > 0);
    const frame = { ...this.chain, rows, station: this.standing.named };
    await this.summaryJournal.compact(frame, randomBytes(8).toString('hex'));
    this.unsettled.clear();
    this.open = false;
    this.standing.learned = 0;
  }

  private async compactIfRoom(): Promise<void> {
    await this.compact().catch((fault: unknown) => {
      const named = diskError(fault, 'summaries');
      if (!(named instanceof StoreError) || named.fault !== 'disk-full') throw named;
    });
  }
}

const none = (subject: string): Row => ({ subject, rev: 0, summary: null });

function without(rows: ReadonlyMap<string, Row>, others: readonly Row[]): readonly Row[] {
  const left = new Map(rows);
  for (const { subject } of others) left.delete(subject);
  return [...left.values()];
}
