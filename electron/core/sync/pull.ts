import type { Entry } from '../domain/journal/entry';
import type { Proof } from '../domain/wire/exchange';
import { refusedFor, SyncStopped } from './centre-errors';
import type { FeedPage } from './centre-client';
import { checkedProof, clockGap } from './proof-check';
import type { RoundContext } from './round-context';
import type { MemoryState } from './sync-memory';
import { idOf, withWanted } from './wanted-files';

/** More broken entries than this are no accident: the checkpoint stays. */
const BROKEN = 1000;
/** The proof of a quiet line is kept this often, milliseconds. */
const QUIET = 600_000;

export interface Pulled {
  /** `other-history`: the checkpoint is not of this centre's history; it was dropped, and all has to be offered. */
  readonly end: 'read-all' | 'other-history';
  readonly proof: Proof | null;
  /**
   * Lowest counter of an own entry that came from the centre though it lies within our chain and was not here: a repair, or
   * two machines with one identity. Sending again from there lets the centre tell which.
   */
  readonly within: number | null;
}

/**
 * Reads the feed from the checkpoint to its end（接收）.
 *
 * Promises: entries are durable, and the files they speak of noted, before the checkpoint moves; a kill in between reads a
 * page twice. An entry that does not hold (hash, signature, shape) never blocks the others: the good ones are kept, its id
 * is kept durably and asked for again in each round, and only then the checkpoint goes on, so nothing is lost by it. Where
 * a broken entry bears no id, or there are more than 1,000, nothing could be asked for again: then the checkpoint stays,
 * and the page is read once more next time. A journal that is damaged here is fetched whole (repair.ts). Either way the fault is told and nobody says "up to date".
 * Proved by test/unit/sync/pull.test.ts.
 */
export async function pull(context: RoundContext, wait: number, park?: AbortSignal): Promise<Pulled> {
  let within: number | null = null;
  for (let patience = wait; ; patience = 0) {
    const page = await readPage(context, patience, park);
    if (page === null) return { end: 'other-history', proof: null, within };
    const proof = checkedProof(context, page);
    if (page.entries.length > 0 && !context.progress.running) context.progress.running = true;
    context.progress.connected = true;
    const lowest = await takePage(context, page, proof);
    if (lowest !== null) within = Math.min(within ?? lowest, lowest);
    context.progress.changed();
    await context.breathe();
    if (proof.checkpoint.seq >= proof.head) return { end: 'read-all', proof, within };
  }
}

async function readPage(context: RoundContext, wait: number, park?: AbortSignal): Promise<FeedPage | null> {
  const { client, memory, sizes, signal } = context;
  const { checkpoint } = memory.value;
  const until = wait > 0 && park ? AbortSignal.any([signal, park]) : signal;
  try {
    return await client.feed(checkpoint, sizes.page, wait, until);
  } catch (error) {
    if (checkpoint === null || !refusedFor(error, 'other-history')) throw error;
    // The files of what is here are noted by the offer; own entries above the centre's chain go with it.
    await memory.commit({ checkpoint: null, offer: true, proof: null });
    return null;
  }
}

/** Makes a page durable, then moves the checkpoint. Resolves to the lowest own counter that was not here; see Pulled. */
async function takePage(context: RoundContext, page: FeedPage, proof: Proof): Promise<number | null> {
  const { store, memory, progress } = context;
  const own = store.chain.seq;
  const before = memory.value.checkpoint;
  const broken = new Set(memory.value.broken);
  let lowest: number | null = null;
  const { added, refused: rejected, setAside } = await store.receive(page.entries);
  progress.received.entries += added.length;
  noteStrangers(context, added);
  for (const { station, seq } of added) {
    if (station === store.station && seq <= own) lowest = Math.min(lowest ?? seq, seq);
  }
  for (const { id } of rejected) broken.add(id);
  const repair = [...new Set([...memory.value.repair, ...setAside])];
  const here = new Set(page.entries.map(idOf));
  const filesIn = await withWanted(context, page.entries, broken);
  if ([...broken].some((id) => !ID.test(id)) || broken.size > BROKEN) {
    await memory.commit({ filesIn, repair });
    throw new SyncStopped({ kind: 'broken-answer' });
  }
  const refused = memory.value.refused.filter(({ id }) => !here.has(id) || broken.has(id));
  const next: Partial<MemoryState> = { filesIn, refused, broken: [...broken], repair, ...standing(context, proof) };
  const quiet = page.entries.length === 0 && before?.seq === proof.checkpoint.seq && isFresh(context, proof);
  memory.change(next);
  progress.chain = proof.chain;
  if (!quiet) await memory.save();
  return lowest;
}

const ID = /^[A-Za-z0-9_-]{43}$/;

function standing({ clock }: RoundContext, proof: Proof): Partial<MemoryState> {
  const { checkpoint, head, chain, at } = proof;
  const here = clock.now();
  const word = { centreAt: at, hereAt: here, seq: chain.seq, readAll: checkpoint.seq >= head, head };
  return { checkpoint, proof: word, clock: clockGap(here, at) };
}

/** The proof that is kept says nearly the same: no write is worth it. */
function isFresh({ memory, clock }: RoundContext, { chain, head }: Proof): boolean {
  const kept = memory.value.proof;
  if (kept?.seq !== chain.seq || kept.head !== head) return false;
  return Math.abs(clock.now() - kept.hereAt) < QUIET;
}

/** A workstation that was admitted since the directory was read: its name is asked for at the end of the exchange. */
function noteStrangers({ store, memory, progress }: RoundContext, added: readonly Entry[]): void {
  for (const { station } of added) {
    const named = station === store.station || memory.value.stations.some((row) => row.station === station);
    if (!named && !progress.askedFor.has(station)) progress.strangers.add(station);
  }
}
