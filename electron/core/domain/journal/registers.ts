import { canonicalJson } from './canonical';
import type { Entry, EntryId } from './entry';
import type { Ancestry } from './graph';

/** One value written to one field by one entry. */
export interface Assignment {
  readonly value: unknown;
  readonly entry: Entry;
}

/** What an entry writes: field path and value (null clears the field). */
export type Writes = readonly (readonly [path: string, value: unknown])[];

/** Field path → the values that stand: one, or several that did not see each other. Sorted by entry id. */
export type Registers = ReadonlyMap<string, readonly Assignment[]>;

/**
 * Folds writes into fields. A value gives way only to one whose writer had seen it; values that did not see each
 * other all stay.
 */
export function foldRegisters(
  ordered: readonly Entry[],
  writesOf: (entry: Entry) => Writes,
  ancestry: Ancestry,
): Registers {
  const registers = new Map<string, readonly Assignment[]>();
  const heads = new Set<EntryId>();
  for (const entry of ordered) {
    // In an unbroken line the writer saw all that came before: no walk is needed.
    const after = new Set(entry.after);
    const sawAll = heads.size === after.size && [...after].every((id) => heads.has(id));
    for (const [path, value] of writesOf(entry)) {
      const standing = sawAll ? [] : (registers.get(path) ?? []).filter((a) => !ancestry.saw(entry.id, a.entry.id));
      registers.set(
        path,
        [...standing, { value, entry }].sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1)),
      );
    }
    for (const id of after) heads.delete(id);
    heads.add(entry.id);
  }
  return registers;
}

/** The different values that stand in a field, one assignment each; more than one is a conflict. */
export function distinctValues(assignments: readonly Assignment[]): readonly Assignment[] {
  const seen = new Set<string>();
  return assignments.filter((a) => {
    const text = canonicalJson(a.value);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
