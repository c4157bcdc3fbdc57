import { z } from 'zod';
import type { Queries } from '../db/db';
import { RequestRefused, type Caller } from '../routes/route';

/** What befell a workstation last（工作站现状）; `released` accepts a gap or a fork and changes nothing of it. */
export interface StationState {
  readonly state: 'asked' | 'admitted' | 'revoked' | 'forked';
  readonly box: string | null;
  readonly room: string | null;
  readonly askedOrganisation: string | null;
  /** Number of the revocation with which everything on it is to be wiped; null without one. */
  readonly wipe: number | null;
  /** The organisation that it was admitted to; null before. */
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly kind: Caller['kind'];
    readonly committee: string;
  } | null;
}

const row = z.object({
  state: z.enum(['asked', 'admitted', 'revoked', 'forked']).nullable(),
  wipe: z.coerce.number().int().nullable(),
  box: z.string().nullable(),
  room: z.string().nullable(),
  asked: z.string().nullable(),
  id: z.string().nullable(),
  name: z.string().nullable(),
  kind: z.enum(['committee', 'institution', 'mediator']).nullable(),
  committee: z.string().nullable(),
});

const newest = (column: string, where: string): string =>
  `(select ${column} from station_event where station = $1 and ${where} order by number desc limit 1)`;

const STATE = `
  select e.state, e.wipe, e.box, e.room, e.asked, o.id, o.name, o.kind, coalesce(o.committee, o.id) as committee
  from (select ${newest('event', `event <> 'released'`)} as state,
               ${newest('case when wipe then number end', `event <> 'released'`)} as wipe,
               ${newest('box', 'box is not null')} as box,
               ${newest('room', 'room is not null')} as room,
               ${newest('asked_organisation', 'asked_organisation is not null')} as asked,
               ${newest('organisation', `event = 'admitted'`)} as organisation) e
  left join organisation o on o.id = e.organisation`;

/** The state of a workstation now; null for one that never asked. DbAway. */
export async function stationState({ query }: Queries, station: string): Promise<StationState | null> {
  const found = row.parse((await query(STATE, [station]))[0]);
  if (found.state === null) return null;
  const { id, name, kind, committee } = found;
  return {
    state: found.state,
    wipe: found.state === 'revoked' ? found.wipe : null,
    box: found.box,
    room: found.room,
    askedOrganisation: found.asked,
    organisation:
      id === null || name === null || kind === null || committee === null ? null : { id, name, kind, committee },
  };
}

/** The admitted workstation. Throws RequestRefused 403 with what it is instead. DbAway. */
export async function admittedStation(queries: Queries, station: string): Promise<Caller> {
  const found = await stationState(queries, station);
  if (found?.state === 'revoked') throw new RequestRefused(403, 'revoked');
  if (found?.state === 'forked') throw new RequestRefused(403, 'forked');
  if (found?.state !== 'admitted' || found.organisation === null) throw new RequestRefused(403, 'not-admitted');
  const { id, kind, committee } = found.organisation;
  return { station, organisation: id, committee, kind };
}
