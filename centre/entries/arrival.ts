import type { EntryAnswer, SendAnswer } from '../../electron/core/domain/wire/exchange';
import type { CentreContext } from '../context';
import type { Queries } from '../db/db';
import type { Caller } from '../routes/route';
import { knownEntries, occupiedCounters } from './arrival-facts';
import { lockFor, untilLocked } from './arrival-locks';
import type { Candidate, Verdict } from './arrival-types';
import { chainsOf } from './chain';
import { checkEntries, type CheckedEntry } from './check-entry';
import { epochOf } from './epoch';
import { openArrival } from './feed-rows';
import { counterKey, Ledger } from './ledger';
import { promoteHeld } from './promotion';
import { writeLedger } from './rows';

/** How entries came in: the answer, and whose feeds have grown. */
interface Arrived {
  readonly answer: SendAnswer;
  readonly organisations: ReadonlySet<string>;
}

/**
 * Takes entries that a workstation sent（入库）.
 *
 * Promises: what is answered with taken, known or held is durable; taken is in the feed of every organisation that may read it,
 * behind all that stands there. One answer an entry, none of which depends on a broken neighbour. Sending again, or the
 * same at once from two sides, changes nothing.
 * Does not promise: an order between workstations; that news is told when the process dies between commit and telling
 * (listeners look again when their time is over).
 * Proved by test/unit/centre/arrival.test.ts, chain.test.ts; with a real PostgreSQL by test/sync.
 */
export async function takeEntries(
  { db, news }: Pick<CentreContext, 'db' | 'news'>,
  sender: Caller,
  raw: readonly unknown[],
): Promise<SendAnswer> {
  const checked = await checkEntries(raw);
  const { answer, organisations } = await untilLocked(() =>
    db.within({ as: 'service' }, (queries) => arrive(queries, sender.station, checked)),
  );
  for (const organisation of organisations) {
    news.tell(organisation);
    // What is committed stays so when the telling fails.
    await db.announce(organisation).catch(() => undefined);
  }
  return answer;
}

async function arrive(queries: Queries, sender: string, checked: readonly CheckedEntry[]): Promise<Arrived> {
  const candidates = byChain(checked.flatMap((one): Candidate[] => (one.fault === null ? [{ ...one, sender }] : [])));
  const authors = [...new Set(candidates.map(({ entry }) => entry.station))];
  const { stations, members } = await lockFor(
    queries,
    [...new Set([sender, ...authors])],
    candidates.map(({ entry }) => entry.subject),
  );
  await openArrival(queries);
  const chains = await chainsOf(queries, [...new Set([sender, ...authors])]);
  const known = await knownEntries(queries, candidates);
  const below = candidates.filter(
    ({ entry }) => entry.seq <= (chains.get(entry.station)?.seq ?? 0) && known.get(entry.id) !== 'taken',
  );
  const occupied = new Map(
    (await occupiedCounters(queries, below)).map(({ station, seq, id }) => [counterKey(station, seq), id]),
  );
  const ledger = new Ledger({ stations, members, chains, known, occupied });
  const verdicts = new Map<string, Verdict>();
  // Of an entry that is twice in a request the first verdict says more; the ledger answers the second with `known`.
  for (const one of candidates) {
    const verdict = ledger.judge(one);
    if (!verdicts.has(one.entry.id)) verdicts.set(one.entry.id, verdict);
  }
  await writeLedger(queries, ledger);
  const organisations = new Set(ledger.feed.map(({ organisation }) => organisation));

  const moved = authors.filter((author) => ledger.chain(author).seq > (chains.get(author)?.seq ?? 0));
  const waiting = await stationsWithHeld(queries, moved, ledger);
  const promoted = await promoteHeld(queries, waiting);
  for (const [id, verdict] of promoted.verdicts) if (verdicts.has(id)) verdicts.set(id, verdict);
  for (const organisation of promoted.organisations) organisations.add(organisation);
  const chain = waiting.includes(sender)
    ? ((await chainsOf(queries, [sender])).get(sender) ?? { seq: 0, id: null })
    : ledger.chain(sender);
  return {
    organisations,
    answer: { epoch: await epochOf(queries), answers: checked.map((one) => answerOf(one, verdicts)), chain },
  };
}

/** Workstation by workstation in the order of the request, each by its counter. */
function byChain(candidates: readonly Candidate[]): readonly Candidate[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.entry.station);
    if (group) group.push(candidate);
    else groups.set(candidate.entry.station, [candidate]);
  }
  return [...groups.values()].flatMap((group) => group.sort((a, b) => a.entry.seq - b.entry.seq));
}

async function stationsWithHeld(
  queries: Queries,
  stations: readonly string[],
  ledger: Ledger,
): Promise<readonly string[]> {
  if (stations.length === 0) return [];
  const heads = stations.map((station) => ledger.chain(station).seq);
  const rows = await queries.query(
    `select s.station from unnest($1::text[], $2::bigint[]) s(station, head)
     where exists (select from held_entry h where h.station = s.station and h.seq > s.head)`,
    [stations, heads],
  );
  return rows.map((row) => String(row['station']));
}

function answerOf(one: CheckedEntry, verdicts: ReadonlyMap<string, Verdict>): EntryAnswer {
  if (one.fault !== null) return { id: one.id, outcome: 'refused', fault: one.fault };
  const verdict = verdicts.get(one.id);
  if (!verdict) throw new Error('an entry was not judged');
  return { id: one.id, ...verdict };
}
