import { setImmediate as pause } from 'node:timers/promises';
import { entryFault, type Entry } from '../domain/journal/entry';
import { isCaseSubject, isPrivateSubject } from '../domain/journal/subject-kinds';
import { stationVerifier, verifyInPool } from '../crypto/signing-key';

/** Why an entry from elsewhere is not taken over: it is broken, or in a journal that is not for this workstation. */
export interface RefusedHere {
  /** The id that it bears; empty when it bears none. */
  readonly id: string;
  readonly fault: 'malformed' | 'hash' | 'signature' | 'subject';
}

/** Entries whose shapes and hashes are checked in one go; about 3 ms. */
const AT_ONCE = 50;

/** Shape and hash; signatures are looked at in the pool. */
const shapeAndHash = { hash: stationVerifier.hash, verify: () => true };

/**
 * Checks entries from elsewhere（核验）: shape and hash here, in slices that let the window answer, signatures in Node's
 * pool of threads meanwhile. `mine` are the public keys of this workstation, present and former: only what these signed is
 * taken into journals that are no cases.
 */
export async function checkEntries(
  entries: readonly unknown[],
  mine: ReadonlySet<string>,
): Promise<{ readonly good: readonly Entry[]; readonly refused: readonly RefusedHere[] }> {
  const verdicts: Promise<Verdict>[] = [];
  for (const [index, value] of entries.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
    verdicts.push(judge(value, mine));
  }
  const all = await Promise.all(verdicts);
  return {
    good: all.flatMap((verdict) => ('entry' in verdict ? [verdict.entry] : [])),
    refused: all.flatMap((verdict) => ('refused' in verdict ? [verdict.refused] : [])),
  };
}

type Verdict = { readonly entry: Entry } | { readonly refused: RefusedHere };

async function judge(value: unknown, mine: ReadonlySet<string>): Promise<Verdict> {
  const fault = entryFault(value, shapeAndHash);
  if (fault) return { refused: { id: idOf(value), fault } };
  const entry = value as Entry;
  const { id, subject, station, sig } = entry;
  if (!isCaseSubject(subject) && !(isPrivateSubject(subject) && mine.has(station)))
    return { refused: { id, fault: 'subject' } };
  return (await verifyInPool(station, id, sig)) ? { entry } : { refused: { id, fault: 'signature' } };
}

function idOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : null;
  return typeof id === 'string' ? id.slice(0, 100) : '';
}
