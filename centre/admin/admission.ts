import { z } from 'zod';
import type { Queries } from '../db/db';
import { needOrganisation, organisationId } from './organisations';
import { AdminRefused } from './refused';
import { findStation, stationWord, type CentreNames, type StationView } from './stations';

export const admitInput = z.strictObject({
  station: stationWord,
  organisation: organisationId,
  /** Instead of what the workstation calls itself. */
  room: z.string().trim().min(1).max(60).optional(),
});

/**
 * Admits a workstation（工作站入网）to an organisation; again with another `room` renames it. A revoked one may be admitted
 * again. Refused for a copied identity, and for moving to another organisation: that needs a new identity.
 */
export async function admit(
  queries: Queries,
  names: CentreNames,
  { station: word, organisation, room }: z.infer<typeof admitInput>,
): Promise<StationView> {
  const found = await findStation(queries, names, word);
  // The lock of enrolment: what is admitted is what the code was shown for, not what is asked for meanwhile.
  await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [found.station]);
  if ((await findStation(queries, names, found.station)).code !== found.code) {
    throw new AdminRefused('code-changed', '核对码已变，请重新核对', 'The code has changed: compare it again');
  }
  await needOrganisation(queries, organisation);
  if (found.state === 'forked') {
    throw new AdminRefused(
      'forked',
      '该工作站的身份已被复制，请在工作站上更换身份后重新申请',
      'The identity of this workstation was copied: let it take a new one and ask again',
    );
  }
  if (found.organisation !== null && found.organisation !== organisation) {
    throw new AdminRefused(
      'other-organisation',
      `该工作站已属于“${found.organisation}”；改属其他机构须更换身份`,
      `This workstation belongs to "${found.organisation}"; to move, it needs a new identity`,
    );
  }
  await queries.query(
    `insert into station_event (station, event, box, room, asked_organisation, organisation, by)
     select $1, 'admitted', box, $2, $3, $4, 'admin' from station_event
     where station = $1 and box is not null order by number desc limit 1`,
    [found.station, room ?? found.room, found.askedOrganisation, organisation],
  );
  return findStation(queries, names, found.station);
}

export const revokeInput = z.strictObject({
  station: stationWord,
  /** Entries up to this counter are still taken from others who carry them; by default what the centre has. */
  upTo: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  /** Lost or stolen: at its next contact it wipes what it holds, also what was not sent. */
  wipe: z.boolean().optional(),
});

/** Revokes a workstation（停用）: it is refused from its next request on. Its entries stay. */
export async function revoke(
  queries: Queries,
  names: CentreNames,
  { station: word, upTo, wipe }: z.infer<typeof revokeInput>,
): Promise<StationView> {
  const found = await findStation(queries, names, word);
  await queries.query(
    "insert into station_event (station, event, room, organisation, up_to, wipe, by) values ($1, 'revoked', $2, $3, $4, $5, 'admin')",
    [
      found.station,
      found.room,
      found.organisation,
      upTo ?? (await highestCounter(queries, found.station)),
      wipe ?? false,
    ],
  );
  return findStation(queries, names, found.station);
}

/** The newest counter of a workstation that was taken or refused; 0 when none was. */
export async function highestCounter(queries: Queries, station: string): Promise<number> {
  const rows = await queries.query(
    `select greatest(
       (select coalesce(max(seq), 0) from entry where station = $1),
       (select coalesce(max(seq), 0) from refused_entry where station = $1)) as seq`,
    [station],
  );
  return Number(rows[0]?.['seq'] ?? 0);
}
