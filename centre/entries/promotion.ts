import { z } from 'zod';
import { entrySchema } from '../../electron/core/domain/journal/entry';
import { LIMITS } from '../../electron/core/domain/wire/limits';
import type { Queries } from '../db/db';
import { knownEntries } from './arrival-facts';
import { lockFor } from './arrival-locks';
import type { Candidate, Verdict } from './arrival-types';
import { chainsOf } from './chain';
import { Ledger } from './ledger';
import { writeLedger } from './rows';

const PAGE = 1000;
const rows = z.array(z.object({ body: z.string(), sender: z.string() }));

/** Held entries as they came; `where` speaks of `h`. */
export async function heldCandidates(
  { query }: Queries,
  where: string,
  parameters: readonly unknown[],
): Promise<readonly Candidate[]> {
  const found = await query(
    `select h.body, h.sender from held_entry h
     where not exists (select from entry e where e.id = h.id) and ${where} order by h.seq, h.at limit ${PAGE}`,
    parameters,
  );
  return rows.parse(found).map(({ body, sender }) => ({
    entry: entrySchema.parse(JSON.parse(body)),
    body,
    sender,
    tooLarge: Buffer.byteLength(body) > LIMITS.entryBytes,
  }));
}

/**
 * Takes held entries of these workstations whose gap is filled now, or was accepted（补齐后入库）, in the order of their chain;
 * the rights of author and bearer are looked at anew. Runs under the locks and `openArrival`. Resolves to the verdicts by
 * id, and the organisations whose feed has grown.
 */
export async function promoteHeld(
  queries: Queries,
  stations: readonly string[],
): Promise<{ readonly verdicts: ReadonlyMap<string, Verdict>; readonly organisations: ReadonlySet<string> }> {
  const verdicts = new Map<string, Verdict>();
  const organisations = new Set<string>();
  for (const station of stations) {
    for (let more = true; more;) {
      const chain = (await chainsOf(queries, [station])).get(station) ?? { seq: 0, id: null };
      const waiting = await heldCandidates(queries, 'h.station = $1 and h.seq > $2', [station, chain.seq]);
      const ledger = await judgeHeld(queries, station, waiting);
      for (const [id, verdict] of ledger.verdicts) if (verdict.outcome !== 'held') verdicts.set(id, verdict);
      for (const { organisation } of ledger.judged.feed) organisations.add(organisation);
      more = waiting.length === PAGE && ledger.judged.chain(station).seq > chain.seq;
    }
  }
  return { verdicts, organisations };
}

async function judgeHeld(
  queries: Queries,
  station: string,
  waiting: readonly Candidate[],
): Promise<{ readonly judged: Ledger; readonly verdicts: ReadonlyMap<string, Verdict> }> {
  const senders = [...new Set([station, ...waiting.map(({ sender }) => sender)])];
  const { stations, members } = await lockFor(
    queries,
    senders,
    waiting.map(({ entry }) => entry.subject),
  );
  const chains = await chainsOf(queries, [station]);
  const known = await knownEntries(queries, waiting);
  const judged = new Ledger({ stations, members, chains, known, occupied: new Map() });
  const verdicts = new Map(waiting.map((candidate) => [candidate.entry.id, judged.judge(candidate)]));
  await writeLedger(queries, judged);
  return { judged, verdicts };
}
