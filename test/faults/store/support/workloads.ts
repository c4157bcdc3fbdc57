import type { Entry } from '../../../../electron/core/domain/journal/entry';
import type { Files } from '../../../../electron/core/ports';
import { JournalStore, type StoreOptions } from '../../../../electron/core/store/journal-store';
import { keyOpener } from '../../../../electron/core/store/store-header';
import { emptyTree, MemoryFiles, type Tree } from '../../../fixtures/memory-files';
import { draft, optionsFor } from '../../../fixtures/store';
import { BLOBS } from './observe';

/** A store at work in a test, which a step may close and open again. */
export interface Desk {
  store: JournalStore;
  readonly options: StoreOptions;
}

/** What a person or a program does in one go; all of it counts as acknowledged when it resolves. */
export interface Step {
  readonly name: string;
  readonly run: (desk: Desk) => Promise<unknown>;
  /** A step that writes no entries may be compared before and after only: nothing is read before it. */
  readonly unread?: true;
  /** Closes the store and opens it again: where that fails, there is none. */
  readonly reopens?: true;
}

export interface Workload {
  /** What stands there when it begins, a closed store. */
  readonly before: (folder: string) => Promise<Tree>;
  readonly steps: readonly Step[];
  /** False where entries come back in any order: then the chain is whole only when all came. */
  readonly gapless: boolean;
}

const [, FIRST = Buffer.of(), SECOND = Buffer.of()] = [...BLOBS.values()];
const hexOf = (bytes: Buffer): string => {
  const [hash = ''] = [...BLOBS].find(([, each]) => each === bytes) ?? [];
  return Buffer.from(hash, 'base64url').toString('hex');
};

/** A closed store in memory with what `work` puts into it. */
export async function treeWith(folder: string, work: (store: JournalStore) => Promise<unknown>): Promise<Tree> {
  const files = new MemoryFiles(emptyTree(folder));
  const store = await JournalStore.create(optionsFor(folder, files));
  await work(store);
  await store.close();
  return files.tree();
}

const HELD = [
  [draft('case-a', '1'), draft('hidden-n', '1')],
  [draft('case-b', '1'), draft('numbers-agreement-2026-1', '1')],
  [draft('case-a', '2')],
];

async function fill(store: JournalStore): Promise<void> {
  for (const commit of HELD) await store.commit(commit);
  await store.note('sync').write({ at: 1 });
  await store.blobs.put(FIRST);
}

const filled = (folder: string): Promise<Tree> => treeWith(folder, fill);

/** Entries of workstations elsewhere, by `name` of the store that makes them. */
async function entriesElsewhere(
  folder: string,
  commits: readonly (readonly ReturnType<typeof draft>[])[],
): Promise<readonly Entry[]> {
  const made: Entry[] = [];
  await treeWith(folder, async (store) => {
    for (const commit of commits) made.push(...(await store.commit(commit)));
  });
  return made;
}

/** A store that was put back from yesterday, with what it wrote itself since. */
async function putBack(
  folder: string,
  later: readonly (readonly ReturnType<typeof draft>[])[],
): Promise<{ tree: Tree; own: readonly Entry[] }> {
  const tree = await filled(folder);
  const newer = await JournalStore.open(optionsFor(folder, new MemoryFiles(tree)));
  const own: Entry[] = [];
  for (const commit of later) own.push(...(await newer.commit(commit)));
  await newer.close();
  return { tree, own };
}

export const OTHER_KEY = Buffer.alloc(32, 9);
const OTHER_WAY = { ...keyOpener(OTHER_KEY), way: 'recovery' };
const commit = (name: string, ...drafts: ReturnType<typeof draft>[]): Step => ({
  name,
  run: ({ store }) => store.commit(drafts),
});
const REOPEN: Step = {
  name: 'closing and opening again',
  reopens: true,
  run: async (desk) => {
    await desk.store.close();
    desk.store = await JournalStore.open(desk.options);
  },
};

const commits: Workload = {
  before: filled,
  gapless: true,
  steps: [
    commit('a commit to a case', draft('case-a', '3')),
    commit('a commit to a new case', draft('case-c', '1')),
    commit(
      'a commit of several subjects, their drafts mixed',
      draft('case-a', '4'),
      draft('case-d', '1'),
      draft('case-b', '2'),
      draft('case-a', '5'),
      draft('case-d', '2'),
    ),
    REOPEN,
    commit('a commit after opening again', draft('case-b', '3')),
  ],
};

const notesAndBlobs: Workload = {
  before: filled,
  gapless: true,
  steps: [
    { name: 'a note replaced', run: ({ store }) => store.note('sync').write({ at: 2, more: 'x'.repeat(500) }) },
    { name: 'a note for the first time', run: ({ store }) => store.note('access').write(['chen']) },
    { name: 'frozen bytes', run: ({ store }) => store.blobs.put(SECOND) },
    { name: 'frozen bytes that are there', run: ({ store }) => store.blobs.put(FIRST) },
    { name: 'frozen bytes removed', run: ({ store }) => store.blobs.remove(hexOf(FIRST)) },
    { name: 'frozen bytes put again', run: ({ store }) => store.blobs.put(FIRST) },
    {
      name: 'all at the same time',
      run: ({ store }) =>
        Promise.all([
          store.commit([draft('case-a', '3'), draft('case-c', '1')]),
          store.note('sync').write({ at: 3 }),
          store.note('backup').write({ last: 1 }),
          store.blobs.put(Buffer.alloc(0)),
          store.keys.put(OTHER_WAY),
        ]),
    },
  ],
};

const headers: Workload = {
  before: filled,
  gapless: true,
  steps: [
    { name: 'a way to open it added', run: ({ store }) => store.keys.put(OTHER_WAY) },
    { name: 'the same way replaced', run: ({ store }) => store.keys.put(OTHER_WAY) },
    { name: 'a way taken out', run: ({ store }) => store.keys.drop({ way: 'recovery' }) },
    { name: 'a new identity', run: ({ store }) => store.newIdentity() },
    commit('a commit of the new identity', draft('case-a', '3'), draft('case-b', '2')),
    { name: 'one more identity', run: ({ store }) => store.newIdentity() },
    REOPEN,
    commit('a commit of the newest identity', draft('case-c', '1')),
  ],
};

/** Made anew for each run, since entries that come back carry the key of the store that they come back to. */
async function receiving(folder: string): Promise<Workload> {
  const { tree, own } = await putBack(folder, [
    [draft('case-a', '3'), draft('case-d', '1')],
    [draft('room-a', '1')],
    [draft('case-a', '4')],
  ]);
  const others = await entriesElsewhere(folder, [
    [draft('case-a', 'x'), draft('case-c', 'x')],
    [draft('case-c', 'y'), draft('case-a', 'y'), draft('case-e', 'y')],
  ]);
  const arriving = [...[...others].reverse(), ...[...own].reverse()];
  return {
    before: () => Promise.resolve(tree),
    gapless: false,
    steps: [
      { name: 'entries of others and own ones that come back', run: ({ store }) => store.receive(arriving) },
      { name: 'the same again', run: ({ store }) => store.receive(arriving) },
      commit('a commit behind them', draft('case-b', '2'), draft('case-e', '1')),
    ],
  };
}

/** More than one portion, with own entries among them. */
async function receivingMany(folder: string): Promise<Workload> {
  const { tree, own } = await putBack(folder, [[draft('case-a', '3')], [draft('case-n-7', '1'), draft('case-b', '2')]]);
  const names = Array.from({ length: 258 }, (_, index) => `case-n-${index}`);
  const others = await entriesElsewhere(folder, [names.map((name) => draft(name, 'x'))]);
  return {
    before: () => Promise.resolve(tree),
    gapless: false,
    steps: [{ name: 'two portions', run: ({ store }) => store.receive([...others, ...own]) }],
  };
}

/** The file of case-a is damaged; it is set aside, and the case is restored from what another store has of it. */
async function restoring(folder: string): Promise<Workload> {
  const whole: Entry[] = [];
  const files = new MemoryFiles(
    await treeWith(folder, async (store) => {
      await fill(store);
      whole.push(...(await store.read('case-a')));
    }),
  );
  const file = files.names().find((name) => name.endsWith('case-a.mrs')) ?? '';
  files.put(file, Buffer.from(files.bytes(file)).fill(0, 50, 60));
  return {
    before: () => Promise.resolve(files.tree()),
    gapless: false,
    steps: [
      { name: 'is set aside', unread: true, run: ({ store }) => store.read('case-a').catch(() => null) },
      { name: 'is restored', run: ({ store }) => store.receive(whole, { restore: true }) },
      commit('goes on', draft('case-a', '3')),
    ],
  };
}

/** Summaries that are gone, torn or of another identity are made anew at the opening. */
async function rebuilding(folder: string, change: (bytes: Buffer) => Buffer | null): Promise<Workload> {
  const files = new MemoryFiles(await filled(folder));
  const file = files.names().find((each) => each.endsWith('summaries.mrs')) ?? '';
  files.put(file, change(Buffer.from(files.bytes(file))));
  return {
    before: () => Promise.resolve(files.tree()),
    gapless: true,
    steps: [commit('a commit', draft('case-a', '3'), draft('case-c', '1'))],
  };
}

/** All workloads by name, each made anew for a store in this folder. */
export const WORKLOADS: Readonly<Record<string, (folder: string) => Promise<Workload>>> = {
  commits: () => Promise.resolve(commits),
  'notes and frozen bytes': () => Promise.resolve(notesAndBlobs),
  'the header': () => Promise.resolve(headers),
  receiving,
  'receiving 258 cases': receivingMany,
  'a damaged case': restoring,
  'summaries that are gone': (folder) => rebuilding(folder, () => null),
  'summaries that are torn': (folder) => rebuilding(folder, (bytes) => bytes.subarray(0, bytes.length - 9)),
};

/** Opens a store in a test; what it wrote last is in `files`. */
export async function openDesk(folder: string, files: Files): Promise<Desk> {
  const options = optionsFor(folder, files);
  return { store: await JournalStore.open(options), options };
}
