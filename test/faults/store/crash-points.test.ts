import { afterAll, describe, expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { emptyTree, MemoryFiles } from '../../fixtures/memory-files';
import { RecordedFiles } from '../../fixtures/recorded-files';
import { draft, faultOf, freshFolder, optionsFor } from '../../fixtures/store';
import { CrashDisk, randomFrom } from './support/crash-states';
import { crashEverywhere, expectNoTemporary, onLyingDisk, record, type CrashPlan } from './support/crashes';
import { expectWholeChain } from './support/observe';
import { rememberKeys } from './support/remembered-keys';
import { WORKLOADS, type Workload } from './support/workloads';

rememberKeys();

/** Name, how closely it is looked at, and the least number of disks that this makes: together more than ten thousand. */
const PLANS: readonly (readonly [name: string, plan: CrashPlan, least: number])[] = [
  ['commits', { limit: 200, everyCall: 1, again: 200 }, 1_400],
  ['notes and frozen bytes', { limit: 200, everyCall: 1, again: 200 }, 1_700],
  ['the header', { limit: 200, everyCall: 1, again: 200 }, 900],
  ['receiving', { limit: 130, everyCall: 1, again: 800 }, 4_000],
  ['receiving 258 cases', { limit: 4, everyCall: 47, again: 1_000 }, 200],
  ['a damaged case', { limit: 200, everyCall: 1, again: 120 }, 390],
  ['summaries that are gone', { limit: 200, everyCall: 1, again: 120 }, 360],
  ['summaries that are torn', { limit: 200, everyCall: 1, again: 120 }, 550],
];

const workloadOf = async (name: string, folder: string): Promise<Workload> =>
  (await WORKLOADS[name]?.(folder)) ?? expect.fail(name);

describe('a power cut at any call', () => {
  const total = { states: 0, again: 0 };
  afterAll(() => console.log(`power cuts: ${total.states} disks, and ${total.again} of a second cut while opening`));

  it.each(PLANS)(
    'leaves each item as before or as after: %s',
    async (name, plan, least) => {
      const folder = await freshFolder();
      const { states, again } = await crashEverywhere(
        folder,
        await record(folder, await workloadOf(name, folder)),
        plan,
      );
      expect(states).toBeGreaterThanOrEqual(least);
      total.states += states;
      total.again += again;
    },
    240_000,
  );

  it('leaves of a store that is being made either none, and it can be made then, or one that opens', async () => {
    const folder = await freshFolder();
    const files = new RecordedFiles(emptyTree(folder), 100);
    await (await JournalStore.create(optionsFor(folder, files))).close();
    const disk = new CrashDisk(files.start);
    const random = randomFrom(1);
    const outcomes = { none: 0, made: 0 };
    for (const call of files.calls) {
      disk.take(call);
      for (const { tree } of disk.states(200, random)) {
        const left = new MemoryFiles(tree);
        const opened = await JournalStore.open(optionsFor(folder, left)).catch((fault: unknown) => fault);
        if (!(opened instanceof JournalStore))
          expect(await faultOf(Promise.reject(opened as Error))).toBe('not-a-store');
        const store = opened instanceof JournalStore ? opened : await JournalStore.create(optionsFor(folder, left));
        outcomes[opened === store ? 'made' : 'none'] += 1;
        await store.commit([draft('case-a', '1')]);
        await expectWholeChain(store);
        await store.close();
        expectNoTemporary(left);
      }
    }
    expect(outcomes.none).toBeGreaterThan(50);
    expect(outcomes.made).toBeGreaterThan(20);
    total.states += outcomes.none + outcomes.made;
  }, 240_000);
});

describe('the search for what a power cut breaks', () => {
  const plan: CrashPlan = { limit: 24, everyCall: 1, again: 1_000 };

  it.each(['flush', 'flush-folder'] as const)(
    'finds it where a disk only says that it does: %s',
    async (lie) => {
      const folder = await freshFolder();
      for (const name of ['commits', 'notes and frozen bytes', 'the header', 'receiving']) {
        const recording = onLyingDisk(await record(folder, await workloadOf(name, folder)), lie);
        await expect(crashEverywhere(folder, recording, plan), name).rejects.toThrow('after call');
      }
    },
    240_000,
  );
});
