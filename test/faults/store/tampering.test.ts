import { describe, expect, it } from 'vitest';
import { stationVerifier } from '../../../electron/core/crypto/signing-key';
import { entryFault, type Entry } from '../../../electron/core/domain/journal/entry';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { MemoryFiles } from '../../fixtures/memory-files';
import { draft, faultOf, freshFolder, optionsFor, withStore } from '../../fixtures/store';
import { hold, journalOf, putJournal, tamper } from '../../fixtures/tampered';
import { TAMPERINGS, type Betrayal, type Tampering } from '../../fixtures/tamperings';
import { rememberKeys } from './support/remembered-keys';
import { treeWith } from './support/workloads';

rememberKeys();

const BESIDE = [draft('case-b', '1')];
const ITSELF: readonly Betrayal[] = ['hash', 'signature'];

/** A closed store with a case of three entries and one beside it, and the folder that it is in. */
async function scene(): Promise<{ readonly folder: string; readonly files: MemoryFiles }> {
  const folder = await freshFolder();
  const tree = await treeWith(folder, async (store) => {
    for (const text of ['1', '2']) await store.commit([draft('case-a', text)]);
    await store.commit(BESIDE);
    await store.commit([draft('case-a', '3')]);
  });
  return { folder, files: new MemoryFiles(tree) };
}

/** The entries of the tampered case that are not genuine by themselves. */
async function faultsIn(folder: string, files: MemoryFiles): Promise<readonly (string | null)[]> {
  const { entries } = await journalOf(await hold(files, folder), 'case-a');
  return [...new Set(entries.map((entry) => entryFault(entry, stationVerifier)))].filter((fault) => fault !== null);
}

const named = (betrayals: readonly Betrayal[]): readonly Tampering[] =>
  TAMPERINGS.filter(({ betrayedBy }) => betrayals.includes(betrayedBy));

describe('a journal that somebody with the data key changed', () => {
  it.each(named(ITSELF))(
    'betrays itself entry by entry, and no other store takes it: $name',
    async ({ change, betrayedBy }) => {
      const { folder, files } = await scene();
      await tamper(await hold(files, folder), 'case-a', change);
      expect(await faultsIn(folder, files)).toEqual([betrayedBy]);
      const { entries } = await journalOf(await hold(files, folder), 'case-a');
      const elsewhere = await freshFolder();
      await withStore(
        optionsFor(elsewhere, new MemoryFiles(await treeWith(elsewhere, () => Promise.resolve()))),
        async (store) => {
          const { added, refused } = await store.receive(entries);
          expect(refused.map(({ fault }) => fault)).toEqual([betrayedBy]);
          expect(added).toHaveLength(2);
          const taken = await store.read('case-a');
          expect(taken.map((entry: Entry) => entryFault(entry, stationVerifier))).toEqual([null, null]);
        },
      );
    },
  );

  it.each(named(['malformed']))('is damaged where an entry is none: $name', async ({ change }) => {
    const { folder, files } = await scene();
    await tamper(await hold(files, folder), 'case-a', change);
    await withStore(optionsFor(folder, files), async (store) => {
      expect(await faultOf(store.read('case-a'))).toBe('damaged');
      expect(await store.read('case-b')).toHaveLength(1);
    });
  });

  it.each(named(['chain', 'links', 'twice', 'stranger', 'nothing']))(
    'betrays itself only beside the other entries: $name',
    async ({ change }) => {
      const { folder, files } = await scene();
      await tamper(await hold(files, folder), 'case-a', change);
      expect(await faultsIn(folder, files)).toEqual([]);
    },
  );

  it('is an older copy or in the wrong place where its revision or its subject was changed', async () => {
    for (const [fields, fault] of [
      [{ rev: 1 }, 'older-copy'],
      [{ subject: 'case-b' }, 'wrong-place'],
      [{ format: 2 }, 'damaged'],
      [{ entries: null }, 'damaged'],
    ] as const) {
      const { folder, files } = await scene();
      const held = await hold(files, folder);
      await putJournal(held, 'case-a', { ...(await journalOf(held, 'case-a')), ...fields });
      const store = await JournalStore.open(optionsFor(folder, files));
      expect(await faultOf(store.read('case-a'))).toBe(fault);
      expect(await store.read('case-b')).toHaveLength(1);
      await store.close();
    }
  });
});
