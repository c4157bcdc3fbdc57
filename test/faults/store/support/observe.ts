import { stationVerifier } from '../../../../electron/core/crypto/signing-key';
import { canonicalJson } from '../../../../electron/core/domain/journal/canonical';
import { entryFault, type Entry } from '../../../../electron/core/domain/journal/entry';
import type { JournalStore, NoteName } from '../../../../electron/core/store/journal-store';
import { StoreError } from '../../../../electron/core/store/store-error';
import { summarise } from '../../../fixtures/store';

/** Item → what stands there: the ids of a journal, a note, frozen bytes, who the workstation is. `!` is a named fault. */
export type Observation = ReadonlyMap<string, string>;

/** What no opening may give, whatever happened before. */
export class Broken extends Error {}

/** Subjects of these tests; a case that is in no list must not be in its file either. */
export const SUBJECTS = [
  'case-a',
  'case-b',
  'case-c',
  'case-d',
  'case-e',
  'room-a',
  'numbers-agreement-2026-1',
  'hidden-n',
];
const NOTES: readonly NoteName[] = ['sync', 'access', 'backup'];
export const BLOBS: ReadonlyMap<string, Buffer> = new Map(
  ['', 'first', 'second'].map((text) => {
    const bytes = Buffer.from(text.repeat(300));
    return [stationVerifier.hash(text.repeat(300)), bytes] as const;
  }),
);

const FAULT = Symbol('a named fault');

function named(fault: unknown): typeof FAULT {
  if (fault instanceof StoreError) return FAULT;
  throw fault;
}

/** Entries that were once looked at are not verified again: their text must be the same. */
const genuine = new Map<string, string>();

function expectGenuine(entry: Entry): void {
  const text = canonicalJson(entry);
  if (genuine.get(entry.id) === text) return;
  if (genuine.has(entry.id) || entryFault(entry, stationVerifier) !== null)
    throw new Broken(`entry ${entry.id} is not genuine`);
  genuine.set(entry.id, text);
}

/**
 * Reads all that a store holds. Throws Broken unless entries are genuine and none is twice, lists say what the journals
 * hold, `ownSince` finds what is above a counter, and no counter of the workstation is there twice or beyond its chain.
 */
export async function observe(store: JournalStore): Promise<Observation> {
  const seen = new Map<string, string>([['station', store.station]]);
  const own: Entry[] = [];
  const listed = new Map(store.summaries());
  for (const subject of new Set([...SUBJECTS, ...listed.keys()])) {
    const entries = await store.read(subject).catch(named);
    if (entries === FAULT) {
      if (!listed.has(subject)) throw new Broken(`${subject} is damaged and in no list`);
      seen.set(subject, '!');
      continue;
    }
    expectJournal(subject, entries, listed);
    if (entries.length > 0) seen.set(subject, entries.map(({ id }) => id).join());
    own.push(...entries.filter(({ station }) => station === store.station));
  }
  const counters = own.map(({ seq }) => seq).sort((a, b) => a - b);
  if (new Set(counters).size < counters.length) throw new Broken('a counter stands there twice');
  if (store.chain.seq < (counters.at(-1) ?? 0)) throw new Broken('the chain is behind its newest entry');
  const middle = counters[Math.floor(counters.length / 2)] ?? 0;
  const above = [...new Set(own.filter(({ seq }) => seq > middle).map(({ subject }) => subject))];
  if (![...seen.values()].includes('!') && [...store.ownSince(middle)].sort().join() !== above.sort().join())
    throw new Broken('ownSince tells of other subjects');
  await observeOthers(store, seen);
  return seen;
}

function expectJournal(subject: string, entries: readonly Entry[], listed: ReadonlyMap<string, unknown>): void {
  for (const entry of entries) expectGenuine(entry);
  if (new Set(entries.map(({ id }) => id)).size < entries.length) throw new Broken(`${subject} holds an entry twice`);
  if (listed.has(subject) !== entries.length > 0)
    throw new Broken(`${subject} is ${listed.has(subject) ? '' : 'not '}in the lists`);
  if (entries.length > 0 && JSON.stringify(listed.get(subject)) !== JSON.stringify(summarise(subject, entries)))
    throw new Broken(`the summary of ${subject} is not that of its journal`);
}

async function observeOthers(store: JournalStore, seen: Map<string, string>): Promise<void> {
  for (const name of NOTES) {
    const value = await store.note(name).read().catch(named);
    seen.set(`note ${name}`, value === FAULT ? '!' : JSON.stringify(value));
  }
  for (const [name, bytes] of BLOBS) {
    const hash = Buffer.from(name, 'base64url').toString('hex');
    const found = await store.blobs.get(hash).catch((fault: unknown) => {
      if (fault instanceof StoreError && fault.fault === 'missing') return null;
      return named(fault);
    });
    if (found instanceof Uint8Array && !bytes.equals(found)) throw new Broken('frozen bytes are others');
    seen.set(`blob ${hash}`, found === null ? 'none' : found === FAULT ? '!' : 'whole');
    if ((await store.blobs.has(hash)) !== (found !== null)) throw new Broken('has and get disagree');
  }
  const ways = await store.keys.ways();
  seen.set('ways', ways.map(({ way, account = '' }) => `${way} ${account}`).join());
}

/** The chain of the workstation that the store says: from 1, without a gap, each linked to the one before. */
export async function expectWholeChain(store: JournalStore): Promise<void> {
  const own: Entry[] = [];
  for (const subject of store.subjects()) {
    const entries = await store.read(subject);
    own.push(...entries.filter(({ station }) => station === store.station));
  }
  own.sort((a, b) => a.seq - b.seq);
  for (const [index, { seq, prev }] of own.entries())
    if (seq !== index + 1 || prev !== (own[index - 1]?.id ?? null)) throw new Broken(`the chain breaks at ${seq}`);
  if (store.chain.seq !== own.length || store.chain.prev !== (own.at(-1)?.id ?? null))
    throw new Broken('the chain is not at its newest entry');
}

/** Throws Broken unless each item stands as in one of these observations; items that none names must not be there. */
export function expectOneOf(found: Observation, allowed: readonly Observation[]): void {
  const items = new Set([...found.keys(), ...allowed.flatMap((each) => [...each.keys()])]);
  for (const item of items) {
    if (allowed.some((each) => each.get(item) === found.get(item))) continue;
    throw new Broken(`${item} stands neither as before nor as after: ${found.get(item)?.slice(0, 200) ?? 'not there'}`);
  }
}
