import { createHash } from 'node:crypto';
import { z } from 'zod';
import { codeText, shortCode } from '../../electron/core/domain/wire/enrolment';
import type { Queries } from '../db/db';
import { AdminRefused } from './refused';

/** The centre's public keys, as rooms know them. */
export interface CentreNames {
  /** Ed25519. */
  readonly centre: string;
  /** X25519. */
  readonly centreBox: string;
}

export const stationRow = z.object({
  station: z.string(),
  /** K7QF-29MD-XW3H, the same as the workstation shows（核对码）; null for one that never asked itself. */
  code: z.string().nullable(),
  room: z.string(),
  /** What the workstation says that it belongs to; the administrator decides. */
  askedOrganisation: z.string(),
  organisation: z.string().nullable(),
  state: z.enum(['asked', 'admitted', 'revoked', 'forked']),
  /** When that became so, ISO 8601 in UTC. */
  since: z.string(),
});
export type StationView = z.infer<typeof stationRow>;

/** A workstation by its key or by its short code. */
export const stationWord = z.string().trim().min(1).max(60);

/**
 * Workstations with the newest of what befell them（工作站现状）. `released` accepts a gap or a fork: the workstation is
 * what it was before. Runs as the administrator or the service.
 */
export async function stationViews(queries: Queries, names: CentreNames): Promise<readonly StationView[]> {
  const rows = await queries.query(
    `select distinct on (e.station) e.station, e.event, e.at,
       (select box from station_event b where b.station = e.station and b.box is not null order by number desc limit 1) as box,
       (select room from station_event r where r.station = e.station and r.room is not null order by number desc limit 1) as room,
       (select asked_organisation from station_event a where a.station = e.station and a.asked_organisation is not null
         order by number desc limit 1) as asked,
       (select organisation from station_event o where o.station = e.station and o.event = 'admitted'
         order by number desc limit 1) as organisation
     from station_event e where e.event <> 'released' order by e.station, e.number desc`,
  );
  return rows
    .map((row) => {
      const box = typeof row['box'] === 'string' ? row['box'] : null;
      const station = String(row['station']);
      return stationRow.parse({
        station,
        code: box === null ? null : codeOf(names, station, box),
        room: row['room'] ?? '',
        askedOrganisation: row['asked'] ?? '',
        organisation: row['organisation'] ?? null,
        state: row['event'],
        since: new Date(row['at'] as string | number | Date).toISOString(),
      });
    })
    .sort((a, b) => a.since.localeCompare(b.since) || a.station.localeCompare(b.station));
}

function codeOf(names: CentreNames, station: string, box: string): string {
  return shortCode(
    createHash('sha256')
      .update(codeText({ ...names, station, box }), 'utf8')
      .digest(),
  );
}

/** The one workstation that a word names: its key, or its code with or without hyphens, in any case. Refused in words. */
export async function findStation(queries: Queries, names: CentreNames, word: string): Promise<StationView> {
  const letters = (text: string): string => text.replaceAll('-', '').toUpperCase();
  const found = (await stationViews(queries, names)).filter(
    ({ station, code }) => station === word || (code !== null && letters(code) === letters(word)),
  );
  if (found[0] && found.length === 1) return found[0];
  throw new AdminRefused(
    'no-such-station',
    `没有密钥或核对码为“${word}”的工作站`,
    `No workstation has the key or code "${word}"`,
  );
}
