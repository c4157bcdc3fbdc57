import type { Entry } from '../domain/journal/entry';

/**
 * The entries of a journal that stood at one moment（某一时刻的卷）: without those that the workstation wrote above a counter
 * of its chain, and without what stands on them. So all journals of a backup tell of the same moment, though the room went
 * on writing while it was made, and its chain has no gap in it.
 */
export function asOf(entries: readonly Entry[], station: string, seq: number): readonly Entry[] {
  const late = new Set(entries.filter((entry) => entry.station === station && entry.seq > seq).map(({ id }) => id));
  if (late.size === 0) return entries;
  // Entries lie in the order of their arrival, so one pass is enough but for those that came before what they stand on.
  for (let before = -1; before !== late.size;) {
    before = late.size;
    for (const { id, after } of entries) if (after.some((below) => late.has(below))) late.add(id);
  }
  return entries.filter(({ id }) => !late.has(id));
}
