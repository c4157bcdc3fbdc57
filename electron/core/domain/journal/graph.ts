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
}

/** Ancestry over ordered entries; each writer's view is walked once and kept. */
export function ancestryOf(ordered: readonly Entry[]): Ancestry {
  const byId = new Map(ordered.map((entry) => [entry.id, entry]));
  const views = new Map<EntryId, ReadonlySet<EntryId>>();
  const viewOf = (id: EntryId): ReadonlySet<EntryId> => {
    const known = views.get(id);
    if (known) return known;
    const seen = new Set<EntryId>();
    const queue = [...(byId.get(id)?.after ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...(byId.get(next)?.after ?? []));
    }
    views.set(id, seen);
    return seen;
  };
  return { saw: (later, earlier) => viewOf(later).has(earlier) };
}
