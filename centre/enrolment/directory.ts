import { z } from 'zod';
import { stationsAnswer, type StationRow } from '../../electron/core/domain/wire/enrolment';
import type { Queries } from '../db/db';

const rows = z.array(
  stationsAnswer.shape.stations.element.partial({ box: true }).extend({ box: z.string().nullable() }),
);

const DIRECTORY = `
  select s.station,
    (select box from station_event b where b.station = s.station and b.box is not null order by number desc limit 1) as box,
    coalesce((select room from station_event r where r.station = s.station and r.room is not null
      order by number desc limit 1), '') as room,
    o.name as organisation, o.kind,
    (select event from station_event e where e.station = s.station and e.event <> 'released'
      order by number desc limit 1) as state
  from (select distinct on (station) station, organisation from station_event where event = 'admitted'
        order by station, number desc) s
  join organisation o on o.id = s.organisation
  where coalesce(o.committee, o.id) = $1
  order by o.kind, o.name, room, s.station`;

/** The workstations of a committee and of those under it that were ever admitted（通讯录）. `committee`: an organisation's id. */
export async function directory({ query }: Queries, committee: string): Promise<readonly StationRow[]> {
  const found = rows.parse(await query(DIRECTORY, [committee]));
  return found.filter((row): row is StationRow => row.box !== null);
}
