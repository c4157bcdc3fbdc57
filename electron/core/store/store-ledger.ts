import { randomBytes } from 'node:crypto';
import type { Entry } from '../domain/journal/entry';
import type { JournalFile, JournalFiles } from './journal-files';
import { advance, CHAIN_START, type Chain } from './station-chain';
import { diskError, StoreError } from './store-error';
import type { Frame, Row, SummaryJournal } from './summary-journal';

/** What lists show of a subject; null for subjects that no list shows. Pure. */
export type Summarise = (subject: string, entries: readonly Entry[]) => unknown;

/** Whether a summary that was kept is one that this version understands. */
export type Fits = (subject: string, summary: unknown) => boolean;

/**
 * What a store knows of its journals without opening them（账目）: revision and summary of each, and this workstation's
 * chain.
 *
 * Promises: rows and chain in memory say what the journals on disk hold, or the subjects in doubt are named and nothing
 * is written before they could be read again; the same after a crash at any point of `save`.
 * Does not promise: that summaries which were put back alone, or cut off exactly between two frames, are noticed before
 * the journals that they are behind are read (a power cut does neither: each frame is flushed before its journals).
 * Proved by test/faults/store/journal-store-crash.test.ts.
 */
export class Ledger {
  private readonly rows = new Map<string, Row>();
  /** Rows that the frames on disk do not tell rightly and that the next frame must state. */
  private unsettled: readonly Row[] = [];
  /** Rows, as before a save that failed, whose journals could not be read since. */
  private doubt: readonly Row[] = [];
  /** True while the last frame may be taken for one that ran ahead of its journals. */
  private open = false;
  private current: Chain = CHAIN_START;

  private constructor(
    private readonly journals: JournalFiles,
    private readonly summaryJournal: SummaryJournal,
    private readonly summarise: Summarise,
    private readonly station: string,
  ) {}

  /** From the frames of the summaries; from the journals alone where `frames` is null. */
  static async open(
    journals: JournalFiles,
    summaries: { readonly journal: SummaryJournal; readonly frames: readonly Frame[] | null },
    summarise: Summarise,
    fits: Fits,
    station: string,
  ): Promise<Ledger> {
    const ledger = new Ledger(journals, summaries.journal, summarise, station);
    if (summaries.frames) await ledger.load(summaries.frames);
    else await ledger.rebuild();
    await ledger.remake(fits);
    return ledger;
  }

  get chain(): Chain {
    return this.current;
  }

  revision(subject: string): number {
    return this.rows.get(subject)?.rev ?? 0;
  }

  *summaries(): IterableIterator<readonly [subject: string, summary: unknown]> {
    for (const [subject, row] of this.rows) if (row.rev > 0) yield [subject, row.summary];
  }

  rowOf(subject: string, { rev, entries }: JournalFile): Row {
    return { subject, rev, summary: entries.length === 0 ? null : (this.summarise(subject, entries) ?? null) };
  }

  /** Takes over a journal that is newer than its row: the summaries were put back, and the journal is the truth. */
  adopt(subject: string, found: JournalFile): void {
    this.take(subject, found);
    this.state([this.rowOf(subject, found)]);
  }

  /** Frame first, then `write` for the journals: so the only frame that can be ahead is the last one. */
  async save(chain: Chain, rows: readonly Row[], write: () => Promise<void>): Promise<void> {
    const before = rows.map((row) => this.rows.get(row.subject) ?? none(row.subject));
    this.open = true;
    await this.append({ ...chain, rows: [...without(this.unsettled, rows), ...rows] });
    this.unsettled = [];
    try {
      await write();
    } catch (fault) {
      await this.settle(before);
      throw fault;
    }
    this.current = chain;
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
    if (!this.open || this.doubt.length > 0) return;
    await this.append({ ...this.current, rows: [...this.unsettled] }).catch(() => undefined);
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
    await this.append({ ...this.current, rows: [...this.unsettled] }).then(
      () => (this.unsettled = []),
      () => undefined, // still unsettled: the next frame states them
    );
  }

  /** Summaries of another version are made anew from their journals, so that no list leaves a case out. */
  private async remake(fits: Fits): Promise<void> {
    for (const [subject, row] of this.rows) {
      if (row.rev === 0 || row.summary === null || fits(subject, row.summary)) continue;
      const found = await this.look(subject);
      if (found === 'unreadable') throw new StoreError('disk-fault', subject);
      // Damaged or older than its row: no summary, and reading it gives the named fault.
      const made =
        found === 'damaged' || found.rev !== row.rev ? { ...row, summary: null } : this.rowOf(subject, found);
      this.rows.set(subject, made);
      this.state([made]);
    }
  }

  private take(subject: string, found: JournalFile): void {
    this.rows.set(subject, this.rowOf(subject, found));
    for (const entry of found.entries) this.current = advance(this.current, entry, this.station);
  }

  private state(rows: readonly Row[]): void {
    this.unsettled = [...without(this.unsettled, rows), ...rows];
  }

  private async append(frame: Frame): Promise<void> {
    await this.summaryJournal.append(frame).catch((fault: unknown) => {
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
    for (const frame of frames.slice(0, -1)) this.replay(frame);
    if (last && frames.length > 1 && last.rows.length > 0) {
      this.open = true;
      const before = last.rows.map((row) => this.rows.get(row.subject) ?? none(row.subject));
      if (await this.ranAhead(last.rows)) await this.settle(before);
      else this.replay(last);
      await this.clearDoubt();
    } else if (last) this.replay(last);
    const obsolete = frames.reduce((count, frame) => count + frame.rows.length + 1, 0) - this.rows.size;
    if (obsolete > Math.max(1_000, this.rows.size)) await this.compactIfRoom();
  }

  private replay(frame: Frame): void {
    for (const row of frame.rows) this.rows.set(row.subject, row);
    this.current = { seq: frame.seq, prev: frame.prev, at: frame.at };
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
    await this.summaryJournal.compact({ ...this.current, rows }, randomBytes(8).toString('hex'));
    this.unsettled = [];
    this.open = false;
  }

  private async compactIfRoom(): Promise<void> {
    await this.compact().catch((fault: unknown) => {
      const named = diskError(fault, 'summaries');
      if (!(named instanceof StoreError) || named.fault !== 'disk-full') throw named;
    });
  }
}

const none = (subject: string): Row => ({ subject, rev: 0, summary: null });

const without = (rows: readonly Row[], others: readonly Row[]): readonly Row[] =>
  rows.filter((row) => !others.some((other) => other.subject === row.subject));
