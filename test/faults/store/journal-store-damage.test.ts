import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import type { StoreFault } from '../../../electron/core/store/store-error';
import {
  draft,
  expectSound,
  faultOf,
  fingerprint,
  freshFolder,
  journalFile,
  namesIn,
  optionsFor,
  storeWith,
  summariesFile,
  withStore,
} from '../../fixtures/store';

const COMMITS = [[draft('case-a', '1')], [draft('case-b', '1')], [draft('case-a', '2')], [draft('case-c', '1')]];

/** Expects the fault, the file in quarantine byte for byte, `missing` from then on, and the other cases untouched. */
async function expectSetAside(folder: string, fault: StoreFault): Promise<void> {
  const bad = await fs.readFile(journalFile(folder, 'case-a'));
  const kept = (await namesIn(path.join(folder, 'quarantine'))).length;
  await withStore(optionsFor(folder), async (store) => {
    expect(await faultOf(store.read('case-a'))).toBe(fault);
    expect(await faultOf(store.read('case-a'))).toBe('missing');
    expect(await faultOf(store.commit([draft('case-a', 'x')]))).toBe('missing');
    await expect(store.read('case-b')).resolves.toHaveLength(1);
    expect((await store.read('case-c')).length).toBeGreaterThan(0);
    await store.commit([draft('case-c', 'x')]);
  });
  await withStore(optionsFor(folder), async (store) => expect(await faultOf(store.read('case-a'))).toBe('missing'));
  const names = await namesIn(path.join(folder, 'quarantine'));
  expect(names).toHaveLength(kept + 1);
  const files = await Promise.all(names.map((name) => fs.readFile(path.join(folder, 'quarantine', name))));
  expect(files.some((file) => file.equals(bad))).toBe(true);
}

/** Reads case-a after its file was changed; the file is put back after. */
async function faultAfter(folder: string, change: (file: Buffer) => Buffer): Promise<StoreFault> {
  const file = journalFile(folder, 'case-a');
  const whole = await fs.readFile(file);
  await fs.writeFile(file, change(whole));
  const fault = await withStore(optionsFor(folder), async (store) => {
    const found = await faultOf(store.read('case-a'));
    await expect(store.read('case-b')).resolves.toHaveLength(1);
    return found;
  });
  await fs.writeFile(file, whole);
  return fault;
}

describe('a damaged journal file', () => {
  it('is found for a flipped bit at any byte', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS);
    const { size } = await fs.stat(journalFile(folder, 'case-a'));
    for (let at = 0; at < size; at += 3) {
      const fault = await faultAfter(folder, (whole) => {
        const copy = Buffer.from(whole);
        copy[at] = (copy[at] ?? 0) ^ (1 << (at & 7));
        return copy;
      });
      expect(fault, `byte ${at}`).toBe('damaged');
    }
    await withStore(optionsFor(folder), (store) => expectSound(store, ['case-a', 'case-b', 'case-c']));
  });

  it('is found when cut at any length, and when longer', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS);
    const { size } = await fs.stat(journalFile(folder, 'case-a'));
    for (let length = 0; length < size; length += 5) {
      expect(await faultAfter(folder, (whole) => whole.subarray(0, length)), `cut at ${length}`).toBe('damaged');
    }
    expect(await faultAfter(folder, (whole) => Buffer.concat([whole, Buffer.from('\n')]))).toBe('damaged');
  });

  it('is set aside, never over another, and is missing from then on', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS);
    const whole = await fs.readFile(journalFile(folder, 'case-a'));
    for (const text of ['x', 'y', 'z']) {
      await fs.writeFile(journalFile(folder, 'case-a'), text);
      await expectSetAside(folder, 'damaged');
    }
    await fs.writeFile(journalFile(folder, 'case-a'), whole);
    await withStore(optionsFor(folder), (store) => expectSound(store, ['case-a', 'case-b']));
  });
});

describe('a journal file that is not the one that was saved', () => {
  it('is in the wrong place when two cases were swapped', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS);
    const [a, b] = [journalFile(folder, 'case-a'), journalFile(folder, 'case-b')];
    const bytes = await fs.readFile(a);
    await fs.copyFile(b, a);
    await expectSetAside(folder, 'wrong-place');
    await fs.writeFile(b, bytes);
    await withStore(optionsFor(folder), async (store) =>
      expect(await faultOf(store.read('case-b'))).toBe('wrong-place'),
    );
  });

  it('is an older copy when yesterday’s file was put back', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS.slice(0, 2));
    const older = await fs.readFile(journalFile(folder, 'case-a'));
    await withStore(optionsFor(folder), async (store) => {
      for (const commit of COMMITS.slice(2)) await store.commit(commit);
    });
    await fs.writeFile(journalFile(folder, 'case-a'), older);
    await expectSetAside(folder, 'older-copy');
  });

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

  it('does not open in a store with another key, though the case has the same name', async () => {
    const [folder, other] = [await freshFolder(), await freshFolder()];
    await storeWith(folder, COMMITS);
    await storeWith(other, COMMITS);
    await fs.copyFile(journalFile(other, 'case-a'), journalFile(folder, 'case-a'));
    await expectSetAside(folder, 'damaged');
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

  it('are damaged, missing or in the wrong place when their file was touched', async () => {
    const folder = await freshFolder();
    const store = await JournalStore.create(optionsFor(folder));
    const [one, two] = [await store.blobs.put(PDF), await store.blobs.put(Buffer.from('other'))];
    const fileOf = (hash: string): string => path.join(folder, 'blobs', hash.slice(0, 2), `${hash}.mrs`);
    const whole = await fs.readFile(fileOf(one));
    for (let at = 0; at < whole.length; at += 61) {
      const copy = Buffer.from(whole);
      copy[at] = (copy[at] ?? 0) ^ 0x40;
      await fs.writeFile(fileOf(one), copy);
      expect(await faultOf(store.blobs.get(one)), `byte ${at}`).toBe('damaged');
      await fs.writeFile(fileOf(one), whole.subarray(0, at));
      expect(await faultOf(store.blobs.get(one)), `cut at ${at}`).toBe('damaged');
    }
    await fs.copyFile(fileOf(two), fileOf(one));
    expect(await faultOf(store.blobs.get(one))).toBe('wrong-place');
    await fs.rm(fileOf(one));
    expect(await faultOf(store.blobs.get(one))).toBe('missing');
    await store.blobs.put(PDF);
    expect(Buffer.from(await store.blobs.get(one))).toEqual(PDF);
    await store.close();
  });
});
