import { isCaseSubject } from '../../electron/core/domain/journal/subject-kinds';
import { DbAway, type Queries } from '../db/db';
import { lockCommittees } from '../membership/committee-lock';
import { membersOf, stationFacts } from './arrival-facts';
import type { Members, StationFacts } from './arrival-types';

/** What has to hold still while entries are taken, read after it was locked. */
export interface Locked {
  readonly stations: ReadonlyMap<string, StationFacts>;
  readonly members: ReadonlyMap<string, Members>;
}

/**
 * Membership grew to a committee that is not locked: locking it now could end in a circle. The transaction is begun anew; who
 * does not do that answers like a database that is away: ask again.
 */
class LocksChanged extends DbAway {}

/** New cases are founded one at a time in each of so many groups of names. */
const FOUNDING_LOCKS = 64;

/**
 * Locks the committees of these workstations and of all that may read these cases; then the founding of those cases that the
 * centre does not know. Throws LocksChanged, for `untilLocked`.
 */
export async function lockFor(
  queries: Queries,
  stations: readonly string[],
  subjects: readonly string[],
): Promise<Locked> {
  const cases = [...new Set(subjects.filter(isCaseSubject))];
  const facts = await stationFacts(queries, stations);
  const known = await membersOf(queries, cases);
  const committees = new Set([...facts.values()].map(({ committee }) => committee).concat(...known.committees));
  await lockCommittees(queries, committees);
  const unknown = cases.filter((subject) => !known.members.has(subject));
  if (unknown.length > 0) {
    await queries.query(
      `select pg_advisory_xact_lock(2, bucket) from (
         select distinct abs(hashtext(s) % ${FOUNDING_LOCKS}) as bucket from unnest($1::text[]) s order by bucket) b`,
      [unknown],
    );
  }
  const now = await membersOf(queries, cases);
  if ([...now.committees].some((committee) => !committees.has(committee))) throw new LocksChanged();
  return { stations: facts, members: now.members };
}

/** Runs a transaction again as long as membership moves under it; five times are beyond what administrators can do. */
export async function untilLocked<T>(transaction: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left -= 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!(error instanceof LocksChanged) || left === 0) throw error;
    }
  }
}
