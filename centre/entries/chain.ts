import { z } from 'zod';
import type { Queries } from '../db/db';

/** How far the centre has a workstation's chain without a gap（链头）. 0 and null before its first entry. */
export interface Chain {
  readonly seq: number;
  readonly id: string | null;
}

const chainRows = z.array(z.object({ station: z.string(), seq: z.number(), id: z.string() }));

/**
 * The heads of several chains. A chain is what was taken and what was refused for good, by counter; entries of a released
 * fork stand beside it with counters below zero. Stations without entries are not in the map. Reads what the actor may
 * read: every station's under `centre.arrival`, its own for the service and the station itself.
 */
export async function chainsOf({ query }: Queries, stations: readonly string[]): Promise<ReadonlyMap<string, Chain>> {
  const rows = await query(
    `select s.station, c.seq, c.id from unnest($1::text[]) s(station)
     cross join lateral (
       (select seq, id from entry e where e.station = s.station and e.seq > 0 order by seq desc limit 1)
       union all
       (select seq, id from refused_entry r where r.station = s.station order by seq desc limit 1)
       order by seq desc limit 1) c`,
    [stations],
  );
  return new Map(chainRows.parse(rows).map(({ station, seq, id }) => [station, { seq, id }]));
}

/** The head of one chain, for its own workstation: the transaction reads as that station from here on. */
export async function chainOf(queries: Queries, station: string): Promise<Chain> {
  await queries.query(`select set_config('centre.station', $1, true)`, [station]);
  return (await chainsOf(queries, [station])).get(station) ?? { seq: 0, id: null };
}

/** Entries of a workstation that wait for one before them or stand beside its chain, not taken yet. */
export async function heldOf({ query }: Queries, station: string): Promise<number> {
  const rows = await query(
    `select count(*) as held from held_entry h where h.station = $1
       and not exists (select from entry e where e.id = h.id)
       and not exists (select from refused_entry r where r.station = h.station and r.seq = h.seq and r.id = h.id)`,
    [station],
  );
  return z.number().parse(rows[0]?.['held']);
}
