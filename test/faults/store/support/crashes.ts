import { JournalStore } from '../../../../electron/core/store/journal-store';
import { MemoryFiles, type Tree } from '../../../fixtures/memory-files';
import { RecordedFiles } from '../../../fixtures/recorded-files';
import { draft, optionsFor } from '../../../fixtures/store';
import { CrashDisk, randomFrom, type CrashState } from './crash-states';
import { Broken, expectOneOf, expectWholeChain, observe, type Observation } from './observe';
import { openDesk, type Desk, type Workload } from './workloads';

/** A stretch of calls, and what a reader may find when the power goes in it. */
interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly before: Observation;
  readonly after: Observation;
}

export interface Recording {
  readonly workload: Workload;
  readonly files: Pick<RecordedFiles, 'start' | 'calls'>;
  readonly stretches: readonly Stretch[];
}

/** Most bytes that one write takes: the power goes between the pieces, too. */
const PIECE = 160;

/** Runs a workload once on a disk that keeps its calls: opening, each step, closing. */
export async function record(folder: string, workload: Workload): Promise<Recording> {
  const files = new RecordedFiles(await workload.before(folder), PIECE);
  const desk = await openDesk(folder, files);
  const opened = files.calls.length;
  const stretches: Stretch[] = [];
  let before: Observation | null = null;
  if (!workload.steps[0]?.unread) {
    before = await observe(desk.store);
    stretches.push({ name: 'opening', from: 0, to: opened, before, after: before });
  }
  for (const step of workload.steps) {
    const from = before ? files.calls.length : 0;
    await step.run(desk);
    const to = files.calls.length;
    const after = await observe(desk.store);
    stretches.push({ name: step.name, from, to, before: before ?? after, after });
    before = after;
  }
  const from = files.calls.length;
  await desk.store.close();
  if (before) stretches.push({ name: 'closing', from, to: files.calls.length, before, after: before });
  return { workload, files, stretches };
}

export interface Counts {
  readonly states: number;
  /** Of these, those that a second power cut leaves, during the opening after the first. */
  readonly again: number;
}

export interface CrashPlan {
  /** Most states at one call. */
  readonly limit: number;
  /** Looks at every so-manieth call only. */
  readonly everyCall: number;
  /** Cuts the power again during every so-manieth opening that writes. */
  readonly again: number;
}

/** The same calls on a disk that only says that it flushes（谎报落盘的磁盘）. */
export function onLyingDisk(recording: Recording, lie: 'flush' | 'flush-folder'): Recording {
  const { files, workload, stretches } = recording;
  const calls = files.calls.map((call) => (call.length === 1 && call[0]?.what === lie ? [] : call));
  return { workload, stretches, files: { start: files.start, calls } };
}

/**
 * Cuts the power at every call of a recording, opens the store on each disk that this may leave, and checks it. Throws
 * Broken with the place. Counts states that differ, in their bytes or in what was acknowledged before.
 */
export async function crashEverywhere(folder: string, recording: Recording, plan: CrashPlan): Promise<Counts> {
  const { files, stretches, workload } = recording;
  const random = randomFrom(Number(process.env['FAULTS_SEED'] ?? 20_261_124));
  const disk = new CrashDisk(files.start);
  const counts = { states: 0, again: 0 };
  const seen = new Set<string>();
  for (let done = 0; done <= files.calls.length; done++) {
    disk.take(files.calls[done - 1] ?? []);
    if (done % plan.everyCall !== 0) continue;
    const stretch = stretches.find(({ from, to }) => from <= done && done <= to);
    if (!stretch) continue;
    const allowed = done < stretch.to ? [stretch.before, stretch.after] : [stretch.after];
    for (const state of disk.states(plan.limit, random)) {
      const key = `${state.key} ${stretch.name} ${allowed.length}`;
      if (seen.has(key)) continue;
      seen.add(key);
      counts.states += 1;
      try {
        const cutAgain = counts.states % plan.again === 0;
        counts.again += await expectSoundAfter(folder, state, { workload, allowed, number: counts.states, cutAgain });
      } catch (cause) {
        const place = `${stretch.name}, after call ${done} of ${files.calls.length}`;
        throw new Broken(`${place}, state ${counts.states}: ${(cause as Error).message}`, { cause });
      }
    }
  }
  return counts;
}

interface Expected {
  readonly workload: Workload;
  readonly allowed: readonly Observation[];
  readonly number: number;
  readonly cutAgain: boolean;
}

async function expectSoundAfter(folder: string, { tree }: CrashState, expected: Expected): Promise<number> {
  const files = expected.cutAgain ? new RecordedFiles(tree, PIECE) : new MemoryFiles(tree);
  const found = await openedAndSeen(folder, files, expected);
  if (expected.number % 16 === 0) await expectGoesOn(folder, files.tree(), found, expected);
  if (!(files instanceof RecordedFiles) || files.calls.length === 0) return 0;
  const disk = new CrashDisk(files.start);
  const random = randomFrom(expected.number);
  const seen = new Set<string>();
  for (const call of files.calls) {
    disk.take(call);
    for (const state of disk.states(6, random)) {
      if (seen.has(state.key)) continue;
      seen.add(state.key);
      expectOneOf(await openedAndSeen(folder, new MemoryFiles(state.tree), expected), [found]);
    }
  }
  return seen.size;
}

/** Opens, reads everything, closes; nothing of a write that was cut off lies about afterwards. */
async function openedAndSeen(
  folder: string,
  files: MemoryFiles,
  { allowed, workload }: Expected,
): Promise<Observation> {
  const { store } = await openDesk(folder, files);
  try {
    const found = await observe(store);
    expectOneOf(found, allowed);
    if (workload.gapless) await expectWholeChain(store);
    return found;
  } finally {
    await store.close();
    expectNoTemporary(files);
  }
}

export function expectNoTemporary(files: MemoryFiles): void {
  const left = files.names().filter((name) => name.endsWith('.writing'));
  if (left.length > 0) throw new Broken(`left behind: ${left.join()}`);
}

/** Opening again shows the same; the steps that were cut off can be done anew, and a commit stands after one more opening. */
async function expectGoesOn(folder: string, tree: Tree, found: Observation, { workload }: Expected): Promise<void> {
  const files = new MemoryFiles(tree);
  const desk: Desk = await openDesk(folder, files);
  expectOneOf(await observe(desk.store), [found]);
  if (!workload.gapless) for (const step of workload.steps) await step.run(desk);
  const [entry] = await desk.store.commit([draft('case-b', 'on top'), draft('case-e', 'on top')]);
  await expectWholeChain(desk.store);
  const standing = await observe(desk.store);
  await desk.store.close();
  const again = await JournalStore.open(optionsFor(folder, files));
  expectOneOf(await observe(again), [standing]);
  if (!(await again.read('case-b')).some(({ id }) => id === entry?.id)) throw new Broken('the last commit is gone');
  await expectWholeChain(again);
  await again.close();
  expectNoTemporary(files);
}
