import type { Queries } from '../db/db';

/**
 * Which of these ids the centre does not have in the feed（缺哪些）. An entry that it has but that this station may not read is
 * missing for it: it would send it and hear `known`, or `not-yours`. Own ones that were refused for good are not asked for again.
 */
export async function missingOf(
  { query }: Queries,
  station: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await query(
    `select i.id from unnest($1::text[]) i(id)
     where not exists (select from entry e where e.id = i.id)
       and not exists (select from refused_entry r where r.id = i.id and r.station = $2)`,
    [ids, station],
  );
  return rows.map((row) => String(row['id']));
}
