import type { Queries } from '../db/db';

/** A counter of official numbers（字号）: each committee counts each series in each year apart (domain.md 1.3). */
export interface Counter {
  readonly committee: string;
  readonly series: string;
  readonly year: number;
}

/** The highest number that is ever leased: far above any year's need, and a reported block cannot push a counter past it. */
export const HIGHEST = 9_999_999;

/**
 * Takes the locks of counters until the transaction ends, always in the same order, so that two who need several never
 * wait for each other. Whoever adds a lease row holds the lock of its counter.
 */
export async function lockCounters(queries: Queries, counters: readonly Counter[]): Promise<void> {
  const names = counters.map(({ committee, series, year }) => `lease/${committee}/${series}/${year}`);
  const sorted = [...new Set(names)].sort();
  if (sorted.length === 0) return;
  await queries.query(
    `select pg_advisory_xact_lock(hashtextextended(name, 0))
     from (select name from unnest($1::text[]) with ordinality as t (name, place) order by place) as sorted`,
    [sorted],
  );
}
