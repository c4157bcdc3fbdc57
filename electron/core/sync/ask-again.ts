import type { RoundContext } from './round-context';
import { idOf, withWanted } from './wanted-files';

/**
 * Asks again for entries of the feed that did not hold when they came（重新索取）. What holds now is kept and struck from the
 * list; what the centre does not give, or still gives broken, stays on it.
 * Proved by test/unit/sync/pull.test.ts.
 */
export async function askAgain({ memory, client, store, signal }: RoundContext): Promise<void> {
  const { broken } = memory.value;
  if (broken.length === 0) return;
  const left: string[] = [];
  for (const id of broken) {
    const entries = (await client.entry(id, signal)).filter((entry) => idOf(entry) === id);
    const { refused } = await store.receive(entries);
    if (entries.length === 0 || refused.length > 0) left.push(id);
    else memory.change({ filesIn: await withWanted({ memory, store }, entries, new Set()) });
  }
  if (left.length < broken.length) await memory.commit({ broken: left });
}
