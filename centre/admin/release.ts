import { z } from 'zod';
import type { Queries } from '../db/db';
import { releaseFork, releaseGap } from '../entries/release';
import { AdminRefused } from './refused';
import { findStation, stationWord, type CentreNames } from './stations';

export const releaseInput = z.strictObject({ station: stationWord });

export const releaseAnswer = z.object({
  station: z.string(),
  /** Entries that came into the feeds. */
  entries: z.number(),
  /** Entries that still wait: their author may not write there. */
  left: z.number(),
  /** Whose feeds have grown. */
  organisations: z.array(z.string()),
});
export type ReleaseAnswer = z.infer<typeof releaseAnswer>;

/**
 * Takes what waits of a workstation（放行）: behind a gap that nobody can fill any more, as the workstation is lost; or, of a
 * copied one, beside its chain. What it was stays: a copied identity still needs a new one.
 * Refused when nothing waits. Runs as the administrator inside `untilLocked`.
 */
export async function release(
  queries: Queries,
  names: CentreNames,
  { station: word }: z.infer<typeof releaseInput>,
): Promise<ReleaseAnswer> {
  const { station } = await findStation(queries, names, word);
  if ((await waitingOf(queries, station)) === 0) {
    throw new AdminRefused('nothing-held', '该工作站没有待放行的条目', 'Nothing of this workstation waits');
  }
  const { taken, organisations } = (await wasCopied(queries, station))
    ? await releaseFork(queries, station, 'admin')
    : await releaseGap(queries, station, 'admin');
  return { station, entries: taken, left: await waitingOf(queries, station), organisations: [...organisations] };
}

async function wasCopied(queries: Queries, station: string): Promise<boolean> {
  const rows = await queries.query("select from station_event where station = $1 and event = 'forked' limit 1", [
    station,
  ]);
  return rows.length > 0;
}

async function waitingOf(queries: Queries, station: string): Promise<number> {
  const rows = await queries.query(
    `select count(*) as entries from held_entry h where h.station = $1
       and not exists (select from entry e where e.id = h.id)
       and not exists (select from refused_entry r where r.station = h.station and r.seq = h.seq and r.id = h.id)`,
    [station],
  );
  return Number(rows[0]?.['entries']);
}
