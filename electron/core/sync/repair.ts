import { NUMBERS_PREFIX } from '../domain/journal/subject-kinds';
import { refusedFor } from './centre-errors';
import type { RoundContext } from './round-context';
import { withWanted } from './wanted-files';

/** Runs work that may bring number registers back, and keeps these from giving numbers; core/room fits it. */
export type WhileShut = (registers: readonly string[], work: () => Promise<void>) => Promise<unknown>;

/**
 * Fetches journals that are damaged here whole from the centre（从中心修复）. The damaged file stays in quarantine. What the
 * centre does not have stays on the list, and `disk` is told until a person restored it from a backup.
 * Proved by test/unit/sync/repair.test.ts.
 */
export async function repairJournals(
  { memory, client, store, progress, signal }: RoundContext,
  whileShut: WhileShut = (_registers, work) => work(),
): Promise<void> {
  const { repair } = memory.value;
  if (repair.length === 0) return;
  const left: string[] = [];
  for (const subject of repair) {
    const entries = await client.subject(subject, signal).catch((error: unknown) => {
      if (refusedFor(error, 'not-found')) return [];
      throw error;
    });
    const came = { here: false };
    const take = async (): Promise<void> => {
      const { added, refused, setAside } = await store.receive(entries, { restore: true });
      progress.received.entries += added.length;
      came.here = entries.length > 0 && refused.length === 0 && setAside.length === 0;
    };
    // The centre may lack the last numbers that were given here: nothing is given from a register that comes back.
    if (subject.startsWith(NUMBERS_PREFIX)) await whileShut([subject], take);
    else await take();
    if (came.here) memory.change({ filesIn: await withWanted({ memory, store }, entries, new Set()) });
    else if (!(await readable(store, subject))) left.push(subject);
  }
  await memory.commit({ repair: left });
  if (left.length > 0) progress.soft = { kind: 'disk', fault: 'damaged' };
}

/** A backup may have brought it back meanwhile. */
const readable = (store: RoundContext['store'], subject: string): Promise<boolean> =>
  store.read(subject).then(
    () => true,
    () => false,
  );
