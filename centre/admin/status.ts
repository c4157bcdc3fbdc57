import { z } from 'zod';
import type { Queries } from '../db/db';
import { LIMITS } from '../../electron/core/domain/wire/limits';

const count = z.coerce.number().int();

export const statusAnswer = z.object({
  epoch: z.object({ id: z.string(), since: z.string(), why: z.string() }),
  organisations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      /** Admitted workstations. */
      stations: count,
      /** Cases that it may read. */
      cases: count,
      /** Place of the newest entry in its feed. */
      head: count,
    }),
  ),
  entries: count,
  /** Entries that wait for one before them, per workstation. */
  gaps: z.array(z.object({ station: z.string(), room: z.string(), entries: count, from: count })),
  /** Workstations whose identity was copied, with the entries that wait for the administrator. */
  forks: z.array(z.object({ station: z.string(), room: z.string(), entries: count })),
  /** Authentic entries that may not be here, per reason. */
  refused: z.array(z.object({ fault: z.string(), entries: count })),
  /** Number blocks that rooms reported and that overlap others. */
  numberClashes: z.array(
    z.object({
      committee: z.string(),
      station: z.string(),
      room: z.string(),
      series: z.string(),
      year: count,
      first: count,
      last: count,
      /** What they overlap: the recorded blocks with their workstation, null for set aside. */
      with: z.array(z.object({ first: count, last: count, station: z.string().nullable() })),
    }),
  ),
  /** Files that entries speak of and of which the centre has no whole copy; the first hundred. */
  filesNotWhole: z.object({
    files: count,
    first: z.array(z.object({ sha256: z.string(), subject: z.string(), pieces: count, have: count })),
  }),
});
export type StatusAnswer = z.infer<typeof statusAnswer>;

const ROOM = `coalesce((select room from station_event r where r.station = s.station and r.room is not null
  order by number desc limit 1), '') as room`;

const QUERIES = {
  epoch: 'select id, began_at as since, why from epoch order by number desc limit 1',
  organisations: `select o.id, o.name, o.kind,
      (select count(*) from (select distinct on (station) station, event, organisation from station_event
        where event <> 'released' order by station, number desc) s
        where s.event = 'admitted' and s.organisation = o.id) as stations,
      (select count(*) from (select distinct on (subject) given from membership m where m.organisation = o.id
        order by subject, number desc) m where given) as cases,
      (select coalesce(max(seq), 0) from feed f where f.organisation = o.id) as head
    from organisation o order by o.id`,
  entries: 'select count(*) as entries from entry',
  gaps: `select s.station, count(*) as entries, min(s.seq) as "from", ${ROOM}
    from held_entry s where why = 'gap' and not exists (select from entry e where e.id = s.id)
      and not exists (select from refused_entry x where x.id = s.id) group by s.station order by s.station`,
  forks: `select s.station, ${ROOM},
      (select count(*) from held_entry h where h.station = s.station and h.why = 'fork'
        and not exists (select from entry e where e.id = h.id)
        and not exists (select from refused_entry x where x.id = h.id)) as entries
    from (select distinct station from station_event where event = 'forked') s order by s.station`,
  refused: 'select fault, count(*) as entries from refused_entry group by fault order by fault',
  numberClashes: `select s.committee, s.station, s.series, s.year, s.first, s.last, ${ROOM},
      coalesce((select json_agg(json_build_object('first', l.first, 'last', l.last, 'station', l.station) order by l.first)
        from lease l where l.committee = s.committee and l.series = s.series and l.year = s.year
        and l.first <= s.last and s.first <= l.last), '[]') as "with"
    from reported_clash s order by s.number`,
  filesNotWhole: `select r.sha256, min(r.subject) as subject, min(r.bytes) as bytes,
      (select coalesce(max(pieces), 0) from (select count(*) as pieces from file_piece p where p.sha256 = r.sha256
        group by p.organisation) as k) as have,
      count(*) over () as files
    from file_ref r where not exists (select from file_whole w where w.sha256 = r.sha256)
    group by r.sha256 order by min(r.subject), r.sha256 limit 100`,
} as const;

const iso = (value: unknown): string => new Date(value as string | number | Date).toISOString();

/** How the centre stands（中心现状）, for the administrator: what is waiting, what was refused, what has to be settled. */
export async function status(queries: Queries): Promise<StatusAnswer> {
  const ask = (name: keyof typeof QUERIES) => queries.query(QUERIES[name]);
  const [epoch] = await ask('epoch');
  const files = await ask('filesNotWhole');
  return statusAnswer.parse({
    epoch: epoch && { ...epoch, since: iso(epoch['since']) },
    organisations: await ask('organisations'),
    entries: (await ask('entries'))[0]?.['entries'],
    gaps: await ask('gaps'),
    forks: await ask('forks'),
    refused: await ask('refused'),
    numberClashes: await ask('numberClashes'),
    filesNotWhole: {
      files: files[0]?.['files'] ?? 0,
      first: files.map(({ bytes, ...row }) => ({ ...row, pieces: Math.ceil(Number(bytes) / LIMITS.chunkBytes) })),
    },
  });
}
