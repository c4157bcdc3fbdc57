import { entrySchema, sealEntry, type Entry, type EntryId } from '../domain/journal/entry';
import { orderJournal } from '../domain/journal/graph';
import { nextStamp, type Stamp } from '../domain/journal/hybrid-clock';
import type { StationKey } from '../crypto/signing-key';

/**
 * The chain of a workstation（工作站序列）: every entry that it writes, in any journal, carries the next counter and the
 * id of the one before, so that the centre sees a gap, and a fork betrays a cloned disk.
 */
export interface Chain {
  readonly seq: number;
  readonly prev: EntryId | null;
  readonly at: Stamp;
}

export const CHAIN_START: Chain = { seq: 0, prev: null, at: nextStamp(0, []) };

/**
 * An entry still to be written. `after` is what the writer had seen, or `previous` for the entry written just before it
 * in the same commit and subject; left out, it stands on all there is, except on entries that wait for their own
 * foundations: on top of those it would wait too.
 */
export interface Draft {
  readonly subject: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly account: string;
  readonly after?: readonly EntryId[] | 'previous';
}

/**
 * Makes the next entry of the chain on top of a journal's entries. `nowMillis` is the wall clock.
 * Throws a RangeError on a draft that breaks the entry's schema: written, it could never be read again.
 */
export function makeEntry(
  draft: Draft,
  journal: readonly Entry[],
  chain: Chain,
  key: StationKey,
  nowMillis: number,
): Entry {
  const newest = journal.reduce((at, entry) => (entry.at > at ? entry.at : at), chain.at);
  const entry = sealEntry(
    {
      v: 1,
      subject: draft.subject,
      kind: draft.kind,
      data: draft.data,
      account: draft.account,
      station: key.station,
      at: nextStamp(nowMillis, [newest]),
      after: foundationOf(draft, journal),
      seq: chain.seq + 1,
      prev: chain.prev,
    },
    key,
  );
  if (!entrySchema.safeParse(entry).success) throw new RangeError('the draft makes no entry');
  return entry;
}

function foundationOf({ after }: Draft, journal: readonly Entry[]): readonly EntryId[] {
  if (after === 'previous') return journal.slice(-1).map((entry) => entry.id);
  return after ?? orderJournal(journal).heads;
}

/** The chain after an entry that is durable; entries of other workstations and older ones change nothing. */
export function advance(chain: Chain, entry: Entry, station: string): Chain {
  if (entry.station !== station || entry.seq <= chain.seq) return chain;
  return { seq: entry.seq, prev: entry.id, at: entry.at > chain.at ? entry.at : chain.at };
}
