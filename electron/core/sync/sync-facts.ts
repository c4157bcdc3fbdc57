import type { EntryFaultAtCentre } from '../domain/wire/refusals';
import type { LineFault } from '../ports';

/** An entry that the centre did not take（被拒条目）, kept until a person has looked. */
export interface RefusedEntry {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly fault: EntryFaultAtCentre | 'too-large';
  /** Wall clock of this workstation, milliseconds. */
  readonly at: number;
}

/** What kept the last round from ending well. */
export type SyncFault =
  | { readonly kind: 'line'; readonly fault: LineFault }
  /** Something answered that is not the centre: a sign-in page of the network（认证网页）, a proxy. */
  | { readonly kind: 'not-the-centre' }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'centre-fault'; readonly status: number }
  | { readonly kind: 'waiting-for-admission' }
  | { readonly kind: 'revoked' }
  /** Revoked as lost or stolen, by an order that the pinned centre signed: what is here goes. */
  | { readonly kind: 'wiped' }
  | { readonly kind: 'forked' }
  /** The key of the centre is another one than at enrolment. */
  | { readonly kind: 'other-centre' }
  /** The local disk: nothing was acknowledged. */
  | { readonly kind: 'disk'; readonly fault: string }
  /** An entry or an answer from the centre that does not hold. */
  | { readonly kind: 'broken-answer' }
  /** A mistake in this program; the name of the error, never its text. */
  | { readonly kind: 'program'; readonly name: string };

/** All that the status is derived from（同步事实）. Times are wall-clock milliseconds. */
export interface SyncFacts {
  readonly now: number;
  /** Null before this workstation was set up with a centre. */
  readonly centre: {
    readonly url: string;
    readonly code: string;
    readonly state: 'asked' | 'admitted' | 'revoked' | 'forked';
  } | null;
  /** A round is under way. */
  readonly running: boolean;
  /** The centre has answered in this round. */
  readonly connected: boolean;
  /** Entries to send, and files; of the present round where one runs. */
  readonly toSend: { readonly entries: number; readonly files: number };
  readonly sent: { readonly entries: number; readonly files: number };
  /** Known to be still at the centre: places in the feed, files. */
  readonly toReceive: { readonly entries: number; readonly files: number };
  readonly received: { readonly entries: number; readonly files: number };
  readonly refused: readonly RefusedEntry[];
  /** The centre's newest signed word: what it had of us, that we had read all, and when. */
  readonly proof: {
    /** Wall clock of the centre. */
    readonly centreAt: number;
    /** Wall clock here when it came. */
    readonly hereAt: number;
    /** Our counter as the centre has it. */
    readonly seq: number;
    /** Nothing was left to read then. */
    readonly readAll: boolean;
  } | null;
  /** Our own newest counter now. */
  readonly ownSeq: number;
  /** Files that entries here speak of and that the centre does not have yet either: their workstation still has to send them. */
  readonly awaited: number;
  /** Both clocks when they were more than five minutes apart at the last contact (domain.md 8.6 O8), else null. */
  readonly clock: { readonly here: number; readonly centre: number } | null;
  readonly fault: SyncFault | null;
}

/** The status that everybody understands（同步状态）; derived, never asserted. */
export type SyncStatus =
  | { readonly state: 'not-set-up' }
  | {
      readonly state: 'offline';
      readonly waiting: number;
      /** When the centre last gave its word, wall clock here; null when it never did. */
      readonly since: number | null;
      readonly fault: SyncFault | null;
    }
  | { readonly state: 'connecting'; readonly waiting: number }
  | {
      readonly state: 'exchanging';
      readonly direction: 'sending' | 'receiving';
      readonly done: number;
      readonly total: number;
    }
  | { readonly state: 'up-to-date'; readonly at: number }
  | { readonly state: 'needs-person'; readonly reason: PersonReason; readonly waiting: number };
export type PersonReason =
  'waiting-for-admission' | 'revoked' | 'forked' | 'other-centre' | 'refused-entries' | 'clock' | 'disk';
