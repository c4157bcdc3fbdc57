import { z } from 'zod';
import type { Queries } from '../db/db';
import { lockFor } from './arrival-locks';
import { openArrival } from './feed-rows';
import { Ledger } from './ledger';
import { heldCandidates, promoteHeld } from './promotion';
import { writeLedger } from './rows';

/**
 * What an administrator decides about entries that wait（放行）. Both run inside `db.within({ as: 'admin' }, …)` wrapped in
 * `untilLocked`; afterwards the caller announces the organisations.
 *
 * Promises: nothing of what was held is lost or moved; a release is one event with who decided.
 * Does not promise: that the author had the right to write; that is looked at as for any entry.
 * Proved by test/unit/centre/chain.test.ts.
 */
export interface Released {
  /** Entries that came into the feeds. */
  readonly taken: number;
  readonly organisations: readonly string[];
}

/** Accepts that what is missing in the chain of a lost workstation will not come: takes all that waits behind the gaps. */
export async function releaseGap(queries: Queries, station: string, by: string): Promise<Released> {
  await lockFor(queries, [station], []);
  await openArrival(queries);
  const rows = await queries.query(
    `select max(seq) as up_to from held_entry h where station = $1 and why = 'gap'
       and not exists (select from entry e where e.id = h.id)`,
    [station],
  );
  const upTo = z.number().nullable().parse(rows[0]?.['up_to']);
  if (upTo === null) return { taken: 0, organisations: [] };
  await queries.query(`insert into station_event (station, event, up_to, by) values ($1, 'released', $2, $3)`, [
    station,
    upTo,
    by,
  ]);
  const { verdicts, organisations } = await promoteHeld(queries, [station]);
  const taken = [...verdicts.values()].filter(({ outcome }) => outcome === 'taken').length;
  return { taken, organisations: [...organisations] };
}

/** Takes what a copied workstation wrote beside its chain: all of it that waits, under counters below zero. */
export async function releaseFork(queries: Queries, station: string, by: string): Promise<Released> {
  const organisations = new Set<string>();
  let taken = 0;
  await lockFor(queries, [station], []);
  await openArrival(queries);
  for (let lastSeq = 0; ;) {
    const waiting = await heldCandidates(queries, 'h.station = $1 and h.seq > $2', [station, lastSeq]);
    if (waiting.length === 0) break;
    const { stations, members } = await lockFor(
      queries,
      [station],
      waiting.map(({ entry }) => entry.subject),
    );
    const lowest = await queries.query('select least(min(seq), 0) as seq from entry where station = $1', [station]);
    let counter = z.number().parse(lowest[0]?.['seq']);
    const ledger = new Ledger({ stations, members, chains: new Map(), known: new Map(), occupied: new Map() });
    for (const candidate of waiting) {
      if (ledger.takeBeside(candidate, counter - 1).outcome === 'taken') counter -= 1;
    }
    await writeLedger(queries, ledger);
    for (const { organisation } of ledger.feed) organisations.add(organisation);
    taken += ledger.taken.length;
    lastSeq = waiting.at(-1)?.entry.seq ?? lastSeq;
  }
  await queries.query(`insert into station_event (station, event, by) values ($1, 'released', $2)`, [station, by]);
  return { taken, organisations: [...organisations] };
}
