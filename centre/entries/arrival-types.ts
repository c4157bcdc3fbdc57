import type { EntryFaultAtCentre } from '../../electron/core/domain/wire/refusals';
import type { Authentic } from './check-entry';

/** An authentic entry on its way in, and the workstation that brought it. */
export interface Candidate extends Authentic {
  readonly sender: string;
}

/** What the centre did with an entry. */
export type Verdict =
  | { readonly outcome: 'taken' | 'known' | 'held' }
  | { readonly outcome: 'refused'; readonly fault: EntryFaultAtCentre };

/** A workstation as author or sender. */
export interface StationFacts {
  /** Organisations that it was ever admitted to, and the newest of them. */
  readonly organisations: ReadonlySet<string>;
  readonly home: string;
  readonly committee: string;
  /** Where revoked: the counter up to which its entries are still taken from others. */
  readonly revokedAfter: number | null;
  /** Gaps before this counter were accepted by the administrator; 0 for none. */
  readonly releasedUpTo: number;
  readonly forked: boolean;
}

/** Who may read and write a case now, and who ever could. */
export interface Members {
  readonly given: ReadonlySet<string>;
  readonly ever: ReadonlySet<string>;
}

/** A row to write. */
export interface FeedRow {
  readonly organisation: string;
  readonly entry: string;
  readonly subject: string;
  /** A workstation's own journal: for it alone. */
  readonly onlyStation: string | null;
}
export interface TakenRow extends Candidate {
  /** Its place in the table: the entry's own counter, or one below zero for a released fork. */
  readonly counter: number;
}
export interface RefusedRow {
  readonly station: string;
  readonly seq: number;
  readonly id: string;
  readonly fault: EntryFaultAtCentre;
}
export interface HeldRow extends Candidate {
  readonly why: 'gap' | 'fork';
}
