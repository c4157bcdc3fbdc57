import type { Queries } from '../db/db';

/**
 * Taking entries is one at a time per committee（调委会锁）: counters of chains and feeds are counted under it, until commit.
 * Several committees are locked in one order, so that nobody waits in a circle.
 */
export async function lockCommittees({ query }: Queries, committees: ReadonlySet<string>): Promise<void> {
  for (const committee of [...committees].sort()) {
    await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [committee]);
  }
}

/** The committees of these organisations and of all that may read these subjects. */
export async function committeesOf(
  { query }: Queries,
  organisations: readonly string[],
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await query(
    `select distinct coalesce(o.committee, o.id) as committee from organisation o
     where o.id = any($1::text[])
        or o.id in (select m.organisation from membership m where m.subject = any($2::text[]))`,
    [organisations, subjects],
  );
  return new Set(rows.map((row) => String(row['committee'])));
}
