import { askAgain } from './ask-again';
import { fetchFiles } from './files-in';
import { sendFiles } from './files-out';
import { leaseNumbers, type NumbersPort } from './leases';
import { offerAll } from './offer';
import { clockGap } from './proof-check';
import { pull, type Pulled } from './pull';
import { push } from './push';
import type { RoundContext } from './round-context';
import { repairJournals, type WhileShut } from './repair';
import { fetchRules, type RulesPort } from './rules';

export interface RoundPorts {
  readonly numbers: NumbersPort;
  readonly rules: RulesPort;
  readonly whileShut?: WhileShut | undefined;
  /** Destroys what this workstation holds, by the pinned centre's signed order（远程擦除）. */
  readonly wipe?: (() => Promise<void>) | undefined;
}

/** How a round begins. */
export interface RoundStart {
  /** Seconds that the first question for news may be parked at the centre, 0 for none. */
  readonly wait: number;
  /** Ends the parked question alone. */
  readonly park?: AbortSignal;
  /** Ask for the directory of workstations and the rules too. */
  readonly directory: boolean;
}

/**
 * One round with the centre（一轮同步）: session, directory, rules, entries out, entries in, numbers, files out, files in.
 *
 * Promises: entries go before files, also those that are written while files are on the way; what a later step wrote
 * (leased numbers) is sent in the same round; each step leaves the store and the durable memory such that a kill at any
 * point costs work and nothing else. Rejects with what kept it from ending well. Proved by test/unit/sync/round.test.ts.
 */
export async function runRound(context: RoundContext, ports: RoundPorts, start: RoundStart): Promise<void> {
  const { progress, memory, store } = context;
  if (progress.chain === null) await begin(context);
  if (start.directory) {
    await readDirectory(context);
    connected(context);
    await fetchRules(context, ports.rules);
  }
  await exchange(context, start);
  if (progress.strangers.size > 0) await readDirectory(context);
  await askAgain(context);
  await repairJournals(context, ports.whileShut);
  if ((await leaseNumbers(context, ports.numbers)) > 0) await exchange(context, { wait: 0 });
  const between = async (): Promise<void> => {
    await context.breathe();
    if (store.chain.seq > (progress.chain?.seq ?? 0)) await exchange(context, { wait: 0 });
  };
  await sendFiles(context, between);
  await fetchFiles(context, between);
  if (memory.value.broken.length > 0) progress.soft ??= { kind: 'broken-answer' };
}

/** Who is who; a name that is not there now is not asked for again. */
async function readDirectory({ client, memory, progress, signal }: RoundContext): Promise<void> {
  await memory.commit({ stations: [...(await client.stations(signal))] });
  for (const station of progress.strangers) progress.askedFor.add(station);
  progress.strangers.clear();
  progress.changed();
}

const connected = ({ progress }: RoundContext): void => {
  progress.connected = true;
  progress.changed();
};

async function begin(context: RoundContext): Promise<void> {
  const { client, progress, memory, clock, signal } = context;
  const { chain, now } = await client.begin(signal);
  progress.chain = chain;
  memory.change({ clock: clockGap(clock.now(), now) });
  connected(context);
}

/** More turns than any sound history needs; what is left then is told as waiting, and the next round goes on. */
const TURNS = 6;

/** Sends and reads until the centre's word covers all that is here, or nothing gets on any more. */
async function exchange(context: RoundContext, { wait, park }: Pick<RoundStart, 'wait' | 'park'>): Promise<void> {
  const { store, memory, progress } = context;
  let patience = wait;
  for (let turn = 0; turn < TURNS; turn++) {
    const own = store.chain.seq;
    // A centre that has more of us than we have: this store is an older copy. It reads before it writes on.
    const behind = progress.reread === null && (progress.chain?.seq ?? 0) > own;
    const toSend = memory.value.offer || (progress.chain?.seq ?? 0) < own || memory.value.filesNoted < own;
    if (toSend && !behind) {
      progress.running = true;
      if (memory.value.offer) await offerAll(context);
      await push(context, progress.chain?.seq ?? 0);
      patience = 0;
    }
    const pulled = await pull(context, patience, park);
    patience = 0;
    if (pulled.end === 'other-history') await begin(context);
    else if (await settled(context, pulled, own)) return;
  }
}

/** True when the exchange may end. `own` is our newest counter when the turn began. */
async function settled(context: RoundContext, { proof, within }: Pulled, own: number): Promise<boolean> {
  const { store, memory, progress } = context;
  if (within !== null) await push(context, within - 1);
  if (proof === null) return true;
  const { chain } = proof;
  if (chain.seq > store.chain.seq) {
    // Own entries are there that did not come after the checkpoint: once more from the start.
    if (progress.reread === null) {
      progress.reread = store.chain.seq;
      await memory.commit({ checkpoint: null });
      return false;
    }
    // They were refused there and are lost here. What is written now bears their counters, and the centre says so.
    if (store.chain.seq > progress.reread) await push(context, progress.reread);
    return true;
  }
  if (memory.value.offer) return false;
  // The same counter on another entry: the centre tells whether two machines write under this identity.
  if (chain.seq > 0 && chain.seq === store.chain.seq && chain.id !== store.chain.prev)
    await push(context, chain.seq - 1);
  return chain.seq >= store.chain.seq || store.chain.seq === own;
}
