import type { Entry } from '../domain/journal/entry';
import type { JournalFile } from './journal-files';
import { advance, CHAIN_START, type Chain } from './station-chain';
import type { Frame, Row } from './summary-journal';

/**
 * What the frames of the summaries tell（账目现状）: rows by subject and the chain of this workstation. Rows know the highest
 * counter of this workstation in their journal, so that what the centre has not got is found without opening any.
 * In memory only; store-ledger.ts says what holds on disk.
 */
export class Standing {
  readonly rows = new Map<string, Row>();
  chain: Chain = CHAIN_START;
  /** Whose chain the frames tell of; another than `station` after a crash between a new identity and its first frame. */
  private told: string | undefined;
  /** Rows of older versions whose own counter was found out since: worth rewriting. */
  learned = 0;

  constructor(public station: string) {}

  /** True when the frames tell of the identity before: chain and own counters have to come from the journals. */
  get foreign(): boolean {
    return this.told !== undefined && this.told !== this.station;
  }

  /** Whose chain a frame that is written now has to name. */
  get named(): string {
    return this.told ?? this.station;
  }

  replay(frame: Frame): void {
    const { seq, prev, at, station } = frame;
    if (station !== undefined) {
      // Rows before it tell of counters of the identity before.
      if (this.told !== undefined && this.told !== station) this.forgetOwn(this.rows);
      this.told = station;
    }
    for (const row of frame.rows) this.rows.set(row.subject, row);
    this.chain = this.foreign ? { ...CHAIN_START, at } : { seq, prev, at };
  }

  /** Another workstation from now on: its chain begins, and the clock does not go back. */
  beginAs(station: string): void {
    this.station = station;
    this.told = station;
    this.chain = { ...CHAIN_START, at: this.chain.at };
    this.forgetOwn(this.rows);
  }

  /** Own counters came from the journals: what is written now may name this workstation. */
  know(): void {
    this.told = this.station;
  }

  /** The chain after entries that are durable, or about to be. */
  after(entries: readonly Entry[]): Chain {
    return entries.reduce((chain, entry) => advance(chain, entry, this.station), this.chain);
  }

  /** Subjects that hold, or in a store of an older version may hold, entries of this workstation above a counter. */
  ownSince(seq: number): readonly string[] {
    const subjects: string[] = [];
    for (const { subject, rev, own } of this.rows.values())
      if (rev > 0 && (own === undefined || own > seq)) subjects.push(subject);
    return subjects;
  }

  /** Highest counter of this workstation among entries, 0 for none. */
  ownIn(entries: readonly Entry[]): number {
    return entries.reduce((own, { station, seq }) => (station === this.station && seq > own ? seq : own), 0);
  }

  /** Notes the own counter that an older version left out, once its journal was read anyway. */
  learn(subject: string, { rev, entries }: JournalFile): void {
    const row = this.rows.get(subject);
    if (row?.own !== undefined || row?.rev !== rev) return;
    this.rows.set(subject, { ...row, own: this.ownIn(entries) });
    this.learned += 1;
  }

  forgetOwn(rows: Map<string, Row>): void {
    for (const [subject, row] of rows) rows.set(subject, { ...row, own: 0 });
  }
}
