import fs from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import {
  draft,
  faultOf,
  fingerprint,
  freshFolder,
  journalFile,
  optionsFor,
  storeWith,
  summariesFile,
  withStore,
} from '../../fixtures/store';

const COMMITS = [[draft('case-a', '1')], [draft('case-b', '1')], [draft('case-a', '2')], [draft('case-c', '1')]];

describe('a journal file that is gone', () => {
  it('is missing when it was deleted, though it was the very last save', async () => {
    for (const subject of ['case-a', 'case-c']) {
      const folder = await freshFolder();
      await storeWith(folder, COMMITS);
      await fs.rm(journalFile(folder, subject));
      await withStore(optionsFor(folder), async (store) => {
        expect(await faultOf(store.read(subject))).toBe('missing');
        expect(store.has(subject)).toBe(true);
        await expect(store.read('case-b')).resolves.toHaveLength(1);
      });
    }
  });
});

describe('a damaged journal beside damaged summaries', () => {
  it('is never an empty case', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS);
    await fs.writeFile(journalFile(folder, 'case-a'), 'x');
    await fs.writeFile(summariesFile(folder), 'y');
    await withStore(optionsFor(folder), async (store) => {
      expect(store.has('case-a')).toBe(true);
      expect(await faultOf(store.read('case-a'))).toBe('damaged');
      expect(await faultOf(store.read('case-a'))).toBe('missing');
      await expect(store.read('case-b')).resolves.toHaveLength(1);
    });
    await fs.rm(summariesFile(folder));
    await withStore(optionsFor(folder), async (store) => expect(await faultOf(store.read('case-a'))).toBe('missing'));
  });
});

describe('frozen bytes', () => {
  const PDF = Buffer.from('%PDF-1.7 '.repeat(500));

  it('come back as they were put, also when put twice at once', async () => {
    const folder = await freshFolder();
    const store = await JournalStore.create(optionsFor(folder));
    const hashes = await Promise.all([PDF, PDF, Buffer.alloc(0), PDF].map((bytes) => store.blobs.put(bytes)));
    expect(new Set(hashes).size).toBe(2);
    await store.close();
    await withStore(optionsFor(folder), async ({ blobs }) => {
      expect(Buffer.from(await blobs.get(hashes[0] ?? ''))).toEqual(PDF);
      expect(await blobs.get(hashes[2] ?? '')).toHaveLength(0);
      expect(await faultOf(blobs.get('0'.repeat(64)))).toBe('missing');
      await expect(blobs.get('../store.json')).rejects.toThrow(RangeError);
    });
    expect(Object.keys(await fingerprint(folder)).filter((name) => name.endsWith('.writing'))).toEqual([]);
  });
});
