import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { JournalStore } from '../../../electron/core/store/journal-store';
import type { Draft } from '../../../electron/core/store/station-chain';
import { FaultyFiles } from '../../fixtures/faulty-files';
import { draft, expectSound, fingerprint, freshFolder, optionsFor, storeWith, withStore } from '../../fixtures/store';

const SUBJECTS = ['case-a', 'case-b', 'case-c', 'case-d', 'hidden-n'];
const BEFORE = [[draft('case-a', '1'), draft('hidden-n', '1')], [draft('case-b', '1')], [draft('case-a', '2')]];
/** Two journals that are there and one that is new, their drafts mixed. */
const TRIED: readonly Draft[] = [
  draft('case-a', '3'),
  draft('case-c', '1'),
  draft('case-b', '2'),
  draft('case-a', '4'),
  draft('case-c', '2'),
];
const LATER: readonly Draft[] = [draft('case-d', '1'), draft('case-b', '3')];

const textOf = (entry: Entry): unknown => (entry.data['set'] as { facts: unknown }).facts;

/** Sound; what was acknowledged is there; each subject of the commit stands as before or with all of its new entries. */
async function expectWhole(store: JournalStore, acknowledged: readonly Entry[]): Promise<void> {
  const journals = await expectSound(store, SUBJECTS);
  const there = new Set([...journals.values()].flat().map((entry) => entry.id));
  for (const entry of acknowledged) expect(there.has(entry.id)).toBe(true);
  const texts = (subject: string) => journals.get(subject)?.map(textOf);
  expect([['1', '2'].join(), ['1', '2', '3', '4'].join()]).toContain(texts('case-a')?.join());
  expect(['', '1,2']).toContain(texts('case-c')?.join());
  expect(['1', '1,2', '1,3', '1,2,3']).toContain(texts('case-b')?.join());
  expect(['', '1']).toContain(texts('case-d')?.join());
}

async function template(): Promise<{ readonly folder: string; readonly entries: readonly Entry[] }> {
  const folder = await freshFolder();
  return { folder, entries: await storeWith(folder, BEFORE) };
}

describe('a commit of which nobody can tell how it ended', () => {
  it('keeps the chain without fork: nothing is written before its journals could be read', async () => {
    const { folder, entries } = await template();
    const files = new FaultyFiles();
    const store = await JournalStore.open(optionsFor(folder, files));
    await store.read('case-a');
    files.plan = ({ name, path: file }) => {
      if (!file.includes('case-a')) return null;
      return name === 'rename'
        ? { mode: 'after', code: 'EIO' }
        : name === 'read'
          ? { mode: 'before', code: 'EIO' }
          : null;
    };
    await expect(store.commit(TRIED)).rejects.toMatchObject({ fault: 'disk-fault' });
    await expect(store.commit(LATER)).rejects.toMatchObject({ fault: 'disk-fault', about: 'case-a' });
    expect((await store.read('case-b')).map(textOf)).toEqual(['1']);
    await store.close();
    await withStore(optionsFor(folder), async (again) => {
      await again.commit(LATER);
      await expectWhole(again, entries);
      expect((await again.read('case-a')).map(textOf)).toEqual(['1', '2', '3', '4']);
    });
  });

  it('is not taken for an older copy when the disk cannot be read at the next opening', async () => {
    const { folder, entries } = await template();
    const files = new FaultyFiles();
    const store = await JournalStore.open(optionsFor(folder, files));
    // The frame is written, then the disk dies: at the next opening the last frame is ahead of its journals.
    let dead = false;
    files.plan = ({ name }) => {
      dead = dead || name === 'rename';
      return dead ? { mode: 'before', code: 'EIO' } : null;
    };
    await expect(store.commit(TRIED)).rejects.toMatchObject({ fault: 'disk-fault' });
    await store.close();
    const unreadable = new FaultyFiles(({ name, path: file }) =>
      name === 'read' && file.includes('journals') ? { mode: 'before', code: 'EIO' } : null,
    );
    await expect(JournalStore.open(optionsFor(folder, unreadable))).rejects.toMatchObject({ fault: 'disk-fault' });
    await withStore(optionsFor(folder), (again) => expectWhole(again, entries));
    expect(Object.keys(await fingerprint(folder)).filter((name) => name.startsWith('quarantine'))).toEqual([]);
  });
});
