import { setImmediate as pause } from 'node:timers/promises';
import { verifyInPool, stationVerifier } from '../crypto/signing-key';
import { entryFault, type Entry } from '../domain/journal/entry';
import { finding, type VerifyFault, type VerifyKind } from './verify-fault';

/** Entries whose shapes and hashes are looked at in one go; about 3 ms. */
const AT_ONCE = 50;

const shapeAndHash = { hash: stationVerifier.hash, verify: () => true };

const FAULTS: Readonly<Record<'malformed' | 'hash' | 'signature', VerifyKind>> = {
  malformed: 'not-an-entry',
  hash: 'entry-hash',
  signature: 'entry-signature',
};

/**
 * Checks the entries of one journal（逐条核验）in the order of its file: shape, hash, signature, whether it belongs here and is
 * there once, whether what it stands on is there and earlier. Resolves to the first bad one and to those that are entries.
 * `known` says whether a workstation is one that this room or the centre knows.
 */
export async function checkJournal(
  subject: string,
  values: readonly unknown[],
  known: (station: string) => boolean,
): Promise<{ readonly fault: VerifyFault | null; readonly entries: readonly Entry[] }> {
  const kinds: (VerifyKind | null)[] = [];
  const signatures: Promise<void>[] = [];
  const entries: Entry[] = [];
  const places: number[] = [];
  for (const [index, value] of values.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
    const fault = entryFault(value, shapeAndHash);
    kinds[index] = fault ? FAULTS[fault] : null;
    if (fault) continue;
    const entry = value as Entry;
    entries.push(entry);
    places.push(index);
    signatures.push(
      verifyInPool(entry.station, entry.id, entry.sig).then((good) => {
        if (!good) kinds[index] ??= 'entry-signature';
      }),
    );
  }
  await Promise.all(signatures);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const met = new Set<string>();
  for (const [n, entry] of entries.entries()) {
    const index = places[n] ?? 0;
    kinds[index] ??= placeFault(entry, subject, byId, met, known);
    met.add(entry.id);
  }
  const first = kinds.findIndex((kind) => kind !== null);
  const kind = kinds[first];
  if (!kind) return { fault: null, entries };
  return { fault: finding(kind, subject, `${first + 1}/${values.length} ${idOf(values[first])}`.trim()), entries };
}

function placeFault(
  entry: Entry,
  subject: string,
  byId: ReadonlyMap<string, Entry>,
  met: ReadonlySet<string>,
  known: (station: string) => boolean,
): VerifyKind | null {
  if (entry.subject !== subject) return 'entry-elsewhere';
  if (met.has(entry.id)) return 'entry-twice';
  if (!known(entry.station)) return 'unknown-station';
  const below = entry.after.map((id) => byId.get(id));
  if (below.includes(undefined)) return 'entry-loose';
  return below.some((each) => each !== undefined && each.at >= entry.at) ? 'entry-clock' : null;
}

function idOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : null;
  return typeof id === 'string' ? id.slice(0, 43) : '';
}
