import type { EntryId } from '../journal/entry';
import type { CalendarDate } from '../time/calendar-date';
import type { ApprovalMatter } from './vocabulary';

/** Who signs: a party's key, the mediator, or the committee (its seal). */
export interface Signature {
  readonly by: string;
  readonly on: CalendarDate;
  /** The agent who signed for the party, by name; none when the party itself signed or sealed. */
  readonly signer?: string | undefined;
  /** Instant with offset, for online signing. */
  readonly at?: string | undefined;
  /** False when the agreement was changed after, or beside, this signature: it then counts for nothing. */
  readonly valid: boolean;
}

/** An approval（审批）of the agreement by a named person. */
export interface Approval {
  readonly matter: ApprovalMatter;
  /** Name of who approved. */
  readonly by: string;
  readonly on: CalendarDate;
  /** Instant of the entry, ISO 8601 in UTC. */
  readonly at: string;
  /** The account that wrote it. */
  readonly account: string;
  /** False when what was approved was changed after, or beside, it: it then counts for nothing (domain.md 9.2, no. 9). */
  readonly valid: boolean;
}

/** A document issued from the case at known heads; its bytes are frozen under `sha256`. */
export interface IssuedDocument {
  readonly entry: EntryId;
  readonly form: string;
  /** Which paper of that form: a party, a session, an instalment, a record; `case` when there is one only. */
  readonly of: string;
  readonly formVersion: string;
  readonly number?: string | undefined;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly issuedAt: string;
  /** True while nothing that the document shows has changed since. */
  readonly current: boolean;
  readonly printings: readonly Printing[];
}

/** A print that a person confirmed（已打印）. The first counts as the original; each later one is a 副本. */
export interface Printing {
  readonly copies: number;
  /** `viewer` or `printer`. */
  readonly way: string;
  readonly printer?: string | undefined;
  readonly duplicate: boolean;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}
