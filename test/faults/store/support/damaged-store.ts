import path from 'node:path';
import { JournalStore } from '../../../../electron/core/store/journal-store';
import { keyOpener } from '../../../../electron/core/store/store-header';
import { MemoryFiles, type Tree } from '../../../fixtures/memory-files';
import { draft, journalFile, optionsFor } from '../../../fixtures/store';
import { observe, SUBJECTS, type Observation } from './observe';
import { treeWith } from './workloads';

/** A closed store in memory with something of everything, and what it holds. */
export interface SampleStore {
  readonly folder: string;
  readonly tree: Tree;
  readonly holds: Observation;
  readonly blobs: readonly string[];
  /** Older files of it, by path: what stood there before the last commits. */
  readonly older: Tree;
}

const TEXT = '申请人持卡透支，逾期未还；双方于调解室达成还款计划。'.repeat(8);

export async function sampleStore(folder: string): Promise<SampleStore> {
  const blobs: string[] = [];
  const older = await treeWith(folder, async (store) => {
    await store.newIdentity();
    await store.keys.put({ ...keyOpener(Buffer.alloc(32, 9)), way: 'recovery' });
    await store.commit([draft('case-a', TEXT), draft('case-b', TEXT), draft('hidden-n', TEXT), draft('case-a', TEXT)]);
    blobs.push(await store.blobs.put(Buffer.from('first'.repeat(200))), await store.blobs.put(Buffer.from('other')));
    await store.note('sync').write({ at: 1 });
  });
  const files = new MemoryFiles(older);
  const store = await JournalStore.open(optionsFor(folder, files));
  await store.commit([draft('case-a', '2'), draft('case-c', TEXT)]);
  await store.note('sync').write({ at: 2, text: TEXT });
  await store.note('access').write({ accounts: ['chen'] });
  await store.close();
  return { folder, tree: files.tree(), holds: await seenIn(folder, files), blobs, older };
}

/** What a store in memory holds, read before its lists are looked at. */
export async function seenIn(folder: string, files: MemoryFiles): Promise<Observation> {
  const store = await JournalStore.open(optionsFor(folder, files));
  try {
    for (const subject of SUBJECTS) await store.read(subject);
    return await observe(store);
  } finally {
    await store.close();
  }
}

export const pathsOf = ({ folder, blobs }: SampleStore) => ({
  journal: (subject: string) => journalFile(folder, subject),
  summaries: path.join(folder, 'summaries.mrs'),
  header: path.join(folder, 'store.json'),
  note: (name: string) => path.join(folder, `${name}.mrs`),
  blob: (index: number) => path.join(folder, 'blobs', (blobs[index] ?? '').slice(0, 2), `${blobs[index] ?? ''}.mrs`),
});
