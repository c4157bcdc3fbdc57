import { z } from 'zod';
import type { Queries } from '../db/db';
import type { Candidate, Members, StationFacts } from './arrival-types';

const stationRows = z.array(
  z.object({
    station: z.string(),
    organisations: z.array(z.string()),
    home: z.string(),
    committee: z.string(),
    revoked: z.boolean(),
    up_to: z.number().nullable(),
    released: z.number(),
    forked: z.boolean(),
  }),
);

/** Of workstations that were ever admitted; the others are not in the map. */
export async function stationFacts(
  { query }: Queries,
  stations: readonly string[],
): Promise<ReadonlyMap<string, StationFacts>> {
  const rows = await query(
    `select s.station, a.organisations, o.id as home, coalesce(o.committee, o.id) as committee,
       l.event = 'revoked' as revoked, l.up_to,
       coalesce((select max(up_to) from station_event r where r.station = s.station and event = 'released'), 0) as released,
       exists (select from station_event f where f.station = s.station and event = 'forked') as forked
     from unnest($1::text[]) s(station)
     cross join lateral (
       select array_agg(distinct organisation) as organisations,
         (array_agg(organisation order by number desc))[1] as home
       from station_event e where e.station = s.station and event = 'admitted') a
     join organisation o on o.id = a.home
     cross join lateral (
       select event, up_to from station_event e where e.station = s.station and event in ('admitted', 'revoked')
       order by number desc limit 1) l`,
    [stations],
  );
  return new Map(
    stationRows.parse(rows).map((row) => [
      row.station,
      {
        organisations: new Set(row.organisations),
        home: row.home,
        committee: row.committee,
        revokedAfter: row.revoked ? (row.up_to ?? 0) : null,
        releasedUpTo: row.released,
        forked: row.forked,
      },
    ]),
  );
}

const memberRows = z.array(
  z.object({
    subject: z.string(),
    organisation: z.string(),
    committee: z.string(),
    given: z.boolean(),
    ever: z.boolean(),
  }),
);

/** The members of cases that the centre knows, and the committees that all of them work under. */
export async function membersOf(
  { query }: Queries,
  subjects: readonly string[],
): Promise<{ readonly members: ReadonlyMap<string, Members>; readonly committees: ReadonlySet<string> }> {
  const rows = memberRows.parse(
    await query(
      `select s.subject, m.organisation, coalesce(o.committee, o.id) as committee, m.given, m.ever
       from unnest($1::text[]) s(subject)
       cross join lateral (
         select distinct on (organisation) organisation, given, bool_or(given) over (partition by organisation) as ever
         from membership where subject = s.subject order by organisation, number desc) m
       join organisation o on o.id = m.organisation`,
      [subjects],
    ),
  );
  const members = new Map<string, { readonly given: Set<string>; readonly ever: Set<string> }>();
  for (const { subject, organisation, given, ever } of rows) {
    const its = members.get(subject) ?? { given: new Set(), ever: new Set() };
    if (given) its.given.add(organisation);
    if (ever) its.ever.add(organisation);
    members.set(subject, its);
  }
  return { members, committees: new Set(rows.map(({ committee }) => committee)) };
}

const knownRows = z.array(z.object({ id: z.string(), place: z.enum(['taken', 'refused', 'fork']) }));

/** Where entries already are. One that is held for a gap counts as new: it is judged again. */
export async function knownEntries(
  { query }: Queries,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, 'taken' | 'refused' | 'fork'>> {
  const ids = candidates.map(({ entry }) => entry.id);
  const rows = await query(
    `select id, 'fork' as place from held_entry where id = any($1::text[]) and why = 'fork'
     union all
     select r.id, 'refused' from refused_entry r
       join unnest($2::text[], $3::bigint[], $1::text[]) c(station, seq, id)
         on r.station = c.station and r.seq = c.seq and r.id = c.id
     union all
     select id, 'taken' from entry where id = any($1::text[])`,
    [ids, candidates.map(({ entry }) => entry.station), candidates.map(({ entry }) => entry.seq)],
  );
  // Later ones win: what was taken in the end is taken.
  return new Map(knownRows.parse(rows).map(({ id, place }) => [id, place]));
}

const counterRows = z.array(z.object({ station: z.string(), seq: z.number(), id: z.string() }));

/** Which of these places of chains are taken, and by which entry. */
export async function occupiedCounters(
  { query }: Queries,
  candidates: readonly Candidate[],
): Promise<readonly { readonly station: string; readonly seq: number; readonly id: string }[]> {
  if (candidates.length === 0) return [];
  const rows = await query(
    `select c.station, c.seq, coalesce(e.id, r.id) as id
     from unnest($1::text[], $2::bigint[]) c(station, seq)
     left join entry e on e.station = c.station and e.seq = c.seq
     left join refused_entry r on r.station = c.station and r.seq = c.seq
     where e.id is not null or r.id is not null`,
    [candidates.map(({ entry }) => entry.station), candidates.map(({ entry }) => entry.seq)],
  );
  return counterRows.parse(rows);
}
