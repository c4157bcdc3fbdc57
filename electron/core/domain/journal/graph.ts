import type { Entry, EntryId } from './entry';

/** A journal put in order by its links. */
export interface OrderedJournal {
  /** Each entry after all that it stands on; concurrent ones by stamp, then id, which is for people's eyes only. */
  readonly ordered: readonly Entry[];
  /** Entries that stand on something that has not arrived. */
  readonly waiting: readonly Entry[];
  /** Entries that no other one stands on, sorted by id. */
  readonly heads: readonly EntryId[];
}

const byStampThenId = (a: Entry, b: Entry): number => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1);

/** Orders any set of entries, in any order of arrival and with repetitions. Pure and total. */
export function orderJournal(entries: readonly Entry[]): OrderedJournal {
  const byId = new Map<EntryId, Entry>();
  for (const entry of entries) byId.set(entry.id, entry);
  const all = [...byId.values()].sort(byStampThenId);
  const mark = new Map<EntryId, 'open' | 'placed' | 'waiting'>();
  const ordered: Entry[] = [];
  const waiting: Entry[] = [];

  const place = (root: Entry): void => {
    const stack: Entry[] = [root];
    for (let entry = stack.at(-1); entry; entry = stack.at(-1)) {
      const state = mark.get(entry.id);
      if (state === 'placed' || state === 'waiting') {
        stack.pop();
        continue;
      }
      mark.set(entry.id, 'open');
      const next = entry.after.map((id) => byId.get(id)).filter((e) => e !== undefined && !mark.has(e.id));
      if (next.length > 0) {
        stack.push(...(next as Entry[]).sort(byStampThenId).reverse());
        continue;
      }
      // All foundations are judged, missing, or (in a forged loop) still open: only "placed" carries.
      const stands = entry.after.every((id) => mark.get(id) === 'placed');
      mark.set(entry.id, stands ? 'placed' : 'waiting');
      (stands ? ordered : waiting).push(entry);
      stack.pop();
    }
  };
  for (const entry of all) if (!mark.has(entry.id)) place(entry);

  const under = new Set<EntryId>();
  for (const entry of ordered) for (const id of entry.after) under.add(id);
  const heads = ordered.filter((e) => !under.has(e.id)).map((e) => e.id);
  return { ordered, waiting: waiting.sort(byStampThenId), heads: heads.sort() };
}

/** Answers "had the writer of `later` seen `earlier`?" from the links alone. */
export interface Ancestry {
  readonly saw: (later: EntryId, earlier: EntryId) => boolean;
  /** The entries whose writers had not seen this one, and that its writer had not seen（并行的记录）. */
  readonly beside: (id: EntryId) => ReadonlySet<EntryId>;
}

/** Where an entry stands: a line is a run of entries, each on top of the one before. */
interface Lines {
  readonly place: ReadonlyMap<EntryId, { readonly line: number; readonly position: number }>;
  /** For each entry the highest position of each line at or below it. */
  readonly seen: ReadonlyMap<EntryId, readonly number[]>;
}

/** A journal has as many lines as rooms wrote beside each other: so a view is a few numbers, however long the journal. */
function drawLines(entries: readonly Entry[]): Lines {
  const { ordered, waiting } = orderJournal(entries);
  const place = new Map<EntryId, { line: number; position: number }>();
  const seen = new Map<EntryId, readonly number[]>();
  const ends: EntryId[] = [];
  for (const entry of [...ordered, ...waiting]) {
    const view: number[] = [];
    for (const below of entry.after) {
      (seen.get(below) ?? []).forEach((position, line) => (view[line] = Math.max(view[line] ?? -1, position)));
    }
    const under = entry.after.find((id) => ends[place.get(id)?.line ?? -1] === id);
    const line = (under === undefined ? undefined : place.get(under)?.line) ?? ends.length;
    const position = under === undefined ? 0 : (place.get(under)?.position ?? 0) + 1;
    view[line] = position;
    ends[line] = entry.id;
    place.set(entry.id, { line, position });
    seen.set(entry.id, view);
  }
  return { place, seen };
}

/** Ancestry over entries of one journal, in any order; nothing is computed before the first question. */
export function ancestryOf(entries: readonly Entry[]): Ancestry {
  let drawn: Lines | null = null;
  const saw = (later: EntryId, earlier: EntryId): boolean => {
    const { place, seen } = (drawn ??= drawLines(entries));
    const at = place.get(earlier);
    return at !== undefined && later !== earlier && (seen.get(later)?.[at.line] ?? -1) >= at.position;
  };
  const besides = new Map<EntryId, ReadonlySet<EntryId>>();
  const beside = (id: EntryId): ReadonlySet<EntryId> => {
    const known = besides.get(id);
    if (known) return known;
    const found = entries.filter((each) => each.id !== id && !saw(id, each.id) && !saw(each.id, id));
    const ids = new Set(found.map((each) => each.id));
    besides.set(id, ids);
    return ids;
  };
  return { saw, beside };
}
