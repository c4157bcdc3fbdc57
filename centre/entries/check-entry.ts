import { stationVerifier, verifyInPool } from '../../electron/core/crypto/signing-key';
import { canonicalJson } from '../../electron/core/domain/journal/canonical';
import { entryFault, type Entry } from '../../electron/core/domain/journal/entry';
import { LIMITS } from '../../electron/core/domain/wire/limits';

/** An entry that its workstation really wrote, as it is kept. */
export interface Authentic {
  readonly entry: Entry;
  /** Canonical JSON of all of it. */
  readonly body: string;
  /** Above `LIMITS.entryBytes`. */
  readonly tooLarge: boolean;
}

/** One entry of a request, looked at by itself. `id` is what it bears, null when it bears none. */
export type CheckedEntry =
  | { readonly id: string | null; readonly fault: 'malformed' | 'hash' | 'signature' }
  | ({ readonly id: string; readonly fault: null } & Authentic);

/** Hash now, signature aside: both are looked at before the entry counts. */
const hashOnly = { hash: stationVerifier.hash, verify: () => true };

const ID = /^[A-Za-z0-9_-]{43}$/;

const idOf = (raw: unknown): string | null => {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  return typeof id === 'string' && ID.test(id) ? id : null;
};

async function checkEntry(raw: unknown): Promise<CheckedEntry> {
  const fault = entryFault(raw, hashOnly);
  if (fault !== null) return { id: idOf(raw), fault };
  const entry = raw as Entry;
  if (!(await verifyInPool(entry.station, entry.id, entry.sig))) return { id: entry.id, fault: 'signature' };
  const body = canonicalJson(entry);
  return { id: entry.id, fault: null, entry, body, tooLarge: Buffer.byteLength(body) > LIMITS.entryBytes };
}

/**
 * Shape, hash and signature of each entry of a request, in its order; a broken one says nothing about its neighbours.
 * Signatures are checked on the threads of the pool, so that other requests go on. Never rejects for what was sent.
 */
export function checkEntries(raw: readonly unknown[]): Promise<readonly CheckedEntry[]> {
  return Promise.all(raw.map((one) => checkEntry(one)));
}
