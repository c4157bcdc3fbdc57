import { JournalStore } from '../../../../electron/core/store/journal-store';
import { StoreError } from '../../../../electron/core/store/store-error';
import { MemoryFiles, type Tree } from '../../../fixtures/memory-files';
import { draft, optionsFor } from '../../../fixtures/store';
import { expectNoTemporary } from './crashes';
import { FailingFiles, type CallName, type Failure } from './failing-files';
import { Broken, expectOneOf, expectWholeChain, observe, SUBJECTS, type Observation } from './observe';
import type { Desk, Step, Workload } from './workloads';

/** A step, where it begins, and what stands before and after it. */
export interface Scene {
  readonly step: Step;
  readonly tree: Tree;
  readonly before: Observation;
  readonly after: Observation;
  /** Names of its calls where nothing fails. */
  readonly calls: readonly CallName[];
  readonly gapless: boolean;
  /** The damaged file of a workload that has one is in quarantine. */
  readonly setsAside: boolean;
}

/** Opening as a step of its own. */
const OPENING: Step = {
  name: 'opening and reading',
  reopens: true,
  run: async (desk) => {
    await desk.store.close();
    desk.store = await JournalStore.open(desk.options);
    for (const subject of desk.store.subjects()) await desk.store.read(subject);
  },
};

/** Cuts a workload into its steps, each from a closed store. */
export async function scenesOf(folder: string, workload: Workload): Promise<readonly Scene[]> {
  const scenes: Scene[] = [];
  let tree = await workload.before(folder);
  for (const step of [OPENING, ...workload.steps]) {
    const before = await seenIn(folder, tree);
    const memory = new MemoryFiles(tree);
    const files = new FailingFiles(memory);
    const desk = await openedAt(folder, files);
    const setsAside = [...before.values()].includes('!');
    const calls: CallName[] = [];
    files.plan = (_, name) => {
      calls.push(name);
      return null;
    };
    await step.run(desk).catch(ignoreNamed(setsAside));
    files.plan = () => null;
    const after = await observe(desk.store);
    await desk.store.close();
    scenes.push({ step, tree, before, after, calls, gapless: workload.gapless, setsAside });
    tree = memory.tree();
  }
  return scenes;
}

async function openedAt(folder: string, files: FailingFiles | MemoryFiles): Promise<Desk> {
  const options = optionsFor(folder, files);
  return { store: await JournalStore.open(options), options };
}

async function seenIn(folder: string, tree: Tree): Promise<Observation> {
  const { store } = await openedAt(folder, new MemoryFiles(tree));
  const seen = await observe(store);
  await store.close();
  return seen;
}

const ignoreNamed =
  (wanted: boolean) =>
  (fault: unknown): void => {
    if (!wanted || !(fault instanceof StoreError)) throw fault;
  };

/** One kind of trouble: what fails, and at which calls it can. */
export interface Trouble {
  readonly name: string;
  readonly failure: Failure;
  readonly at: ReadonlySet<CallName>;
  /** What the person is told, where he is told at all. */
  readonly fault: 'disk-full' | 'disk-fault';
  /** It is got over where it passes; `lasting` where it stays, too. */
  readonly overcome?: 'once' | 'lasting';
}

/**
 * Lets a step meet this trouble at its n-th call, for every n where it can, once or from there on. After it the items stand
 * as before or as after, in memory as on disk; the store goes on, in the same opening and in the next. Resolves to the number
 * of n.
 */
export async function meetEverywhere(
  folder: string,
  scene: Scene,
  trouble: Trouble,
  lasting: boolean,
): Promise<number> {
  let met = 0;
  for (const [index, name] of scene.calls.entries()) {
    if (!trouble.at.has(name)) continue;
    const n = index + 1;
    const memory = new MemoryFiles(scene.tree);
    const files = new FailingFiles(memory);
    const desk = await openedAt(folder, files);
    const from = files.calls + n;
    files.plan = (number, called) =>
      trouble.at.has(called) && (lasting ? number >= from : number === from) ? trouble.failure : null;
    const failed = await scene.step.run(desk).then(
      () => null,
      (fault: unknown) => fault,
    );
    met += 1;
    try {
      await expectSoundAfter({ folder, scene, trouble, lasting, memory, files, desk, failed, n });
    } catch (cause) {
      const how = `${trouble.name}, ${lasting ? 'from' : 'at'} call ${n}`;
      throw new Broken(`${scene.step.name}, ${how}: ${(cause as Error).message}`, { cause });
    }
  }
  return met;
}

interface Met {
  readonly folder: string;
  readonly scene: Scene;
  readonly trouble: Trouble;
  readonly lasting: boolean;
  readonly memory: MemoryFiles;
  readonly files: FailingFiles;
  readonly desk: Desk;
  readonly failed: unknown;
  readonly n: number;
}

async function expectSoundAfter(met: Met): Promise<void> {
  const { folder, scene, trouble, lasting, memory, files, desk, failed, n } = met;
  const overcome = trouble.overcome === 'lasting' || (trouble.overcome === 'once' && !lasting);
  if (failed !== null && overcome && !scene.setsAside) throw new Broken('it is not got over', { cause: failed });
  if (failed !== null) expectNamed(failed, trouble, scene);
  const allowed = (found: Observation): readonly Observation[] => {
    const after = renamed(scene.after, scene.before, found);
    return failed === null ? [after] : [scene.before, after];
  };
  // A trouble that lasts is over before the store is closed, or only after it.
  let standing: Observation | null = null;
  const closed = scene.step.reopens && failed !== null;
  if (!closed && !(lasting && n % 2 === 0)) {
    files.plan = () => null;
    {
      // What is in doubt since the fault is read again; until then lists may say what stood before it.
      for (const subject of SUBJECTS) await desk.store.read(subject).catch(ignoreNamed(scene.setsAside));
      const found = await observe(desk.store);
      expectOneOf(found, allowed(found));
      await desk.store.commit([draft('case-b', 'after it'), draft('case-e', 'after it')]);
      if (scene.gapless) await expectWholeChain(desk.store);
      standing = await observe(desk.store);
    }
  }
  await desk.store.close();
  files.plan = () => null;
  const again = await openedAt(folder, memory);
  const found = await observe(again.store);
  expectOneOf(found, standing ? [standing] : allowed(found));
  if (n % 3 === 0) await again.store.commit([draft('case-b', 'at last')]);
  if (scene.gapless) await expectWholeChain(again.store);
  await again.store.close();
  expectNoTemporary(memory);
  const kept = [...scene.tree.keys()].filter(inQuarantine).length;
  if (!scene.setsAside && memory.names().filter(inQuarantine).length > kept) throw new Broken('set aside');
}

const inQuarantine = (name: string): boolean => name.includes('quarantine') && name.endsWith('.mrs');

function expectNamed(failed: unknown, trouble: Trouble, scene: Scene): void {
  if (!(failed instanceof StoreError)) throw failed;
  if (failed.fault !== trouble.fault && !scene.setsAside) throw new Broken(`it is told as ${failed.fault}`);
}

/** A new identity is another in each run. */
function renamed(after: Observation, before: Observation, found: Observation): Observation {
  if (after.get('station') === before.get('station')) return after;
  if (found.get('station') === before.get('station')) return after;
  return new Map([...after, ['station', found.get('station') ?? '']]);
}
