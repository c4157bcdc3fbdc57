import fs from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../electron/core/store/station-chain';
import { FaultyFiles } from '../../fixtures/faulty-files';
import {
  draft,
  expectSound,
  fingerprint,
  freshFolder,
  journalFile,
  optionsFor,
  storeWith,
  summariesFile,
  withStore,
} from '../../fixtures/store';
import { JournalStore } from '../../../electron/core/store/journal-store';

const SUBJECTS = ['case-a', 'case-b', 'hidden-n'];
const COMMITS: readonly (readonly Draft[])[] = [
  [draft('case-a', '1'), draft('hidden-n', '1')],
  [draft('case-b', '1')],
  [draft('case-a', '2'), draft('case-b', '2')],
];

/** Sound as it stands, after one more save, and after reopening. */
async function expectHealed(folder: string): Promise<void> {
  await withStore(optionsFor(folder), async (store) => {
    const journals = await expectSound(store, SUBJECTS);
    expect(journals.get('case-a')).toHaveLength(2);
    await store.commit([draft('hidden-n', 'more')]);
    await expectSound(store, SUBJECTS);
  });
  await withStore(optionsFor(folder), (store) => expectSound(store, SUBJECTS));
}

/** Changes the summaries file in many ways, each from the same store; resolves to how many were tried. */
async function tryAll(changes: (whole: Buffer) => Iterable<Buffer | null>): Promise<number> {
  const folder = await freshFolder();
  await storeWith(folder, COMMITS);
  const copy = `${folder}-copy`;
  let tried = 0;
  for (const changed of changes(await fs.readFile(summariesFile(folder)))) {
    await fs.cp(folder, copy, { recursive: true });
    if (changed) await fs.writeFile(summariesFile(copy), changed);
    else await fs.rm(summariesFile(copy));
    await expectHealed(copy);
    await fs.rm(copy, { recursive: true });
    tried += 1;
  }
  return tried;
}

/** Where the frames of the file begin, and its end. */
function frameStarts(whole: Buffer): readonly number[] {
  const starts = [16];
  for (let at = 16; at < whole.length; starts.push(at)) at += 4 + whole.readUInt32BE(at);
  return starts;
}

describe('summaries that were damaged', () => {
  it('are rebuilt from the journals when cut at any length of the last two frames', async () => {
    const tried = await tryAll(function* (whole) {
      const [from = 0, last = 0] = frameStarts(whole).slice(-3);
      // The frame that closes a session may be lost whole: it says nothing.
      for (let length = from + 1; length < whole.length; length += length > last ? 1 : 37)
        yield whole.subarray(0, length);
    });
    expect(tried).toBeGreaterThan(150);
  });

  it('are rebuilt when cut inside any frame, to the head alone, to nothing, or deleted', async () => {
    const tried = await tryAll(function* (whole) {
      for (const start of frameStarts(whole).slice(0, -1))
        for (const more of [1, 3, 4, 5, 40]) yield whole.subarray(0, start + more);
      for (const length of [0, 1, 15, 16]) yield whole.subarray(0, length);
      yield null;
    });
    expect(tried).toBeGreaterThan(20);
  });

  it('are rebuilt when any byte was flipped', async () => {
    const tried = await tryAll(function* (whole) {
      for (let at = 0; at < whole.length; at += 29) {
        const copy = Buffer.from(whole);
        copy[at] = (copy[at] ?? 0) ^ (1 << (at & 7));
        yield copy;
      }
    });
    expect(tried).toBeGreaterThan(40);
  });

  it('are rebuilt when frames were dropped, doubled or moved', async () => {
    const tried = await tryAll(function* (whole) {
      const starts = frameStarts(whole);
      const frames = starts.slice(0, -1).map((start, index) => whole.subarray(start, starts[index + 1]));
      const head = whole.subarray(0, 16);
      for (let at = 0; at + 1 < frames.length; at++) {
        yield Buffer.concat([head, ...frames.filter((_, index) => index !== at)]);
        yield Buffer.concat([head, ...frames.flatMap((frame, index) => (index === at ? [frame, frame] : [frame]))]);
        yield Buffer.concat([head, ...frames.slice(0, at), ...frames.slice(at).reverse()]);
      }
    });
    expect(tried).toBeGreaterThan(8);
  });

  it('follow the journals as they are read when an older file was put back', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS.slice(0, 2));
    const older = await fs.readFile(summariesFile(folder));
    await withStore(optionsFor(folder), (store) => store.commit(COMMITS[2] ?? []));
    await fs.writeFile(summariesFile(folder), older);
    await withStore(optionsFor(folder), async (store) => {
      for (const subject of SUBJECTS) await store.read(subject);
      await expectSound(store, SUBJECTS);
      await store.commit([draft('hidden-n', 'more')]);
    });
    await withStore(optionsFor(folder), (store) => expectSound(store, SUBJECTS));
  });
});

describe('opening a store', () => {
  it('reads no journal after a clean close, and only those of the last save after a crash', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS);
    const readsOf = async (work: (store: JournalStore) => Promise<unknown>): Promise<readonly string[]> => {
      const files = new FaultyFiles();
      await withStore(optionsFor(folder, files), work);
      return files.calls
        .filter(({ name, path }) => name === 'read' && path.includes('journals'))
        .map(({ path }) => path);
    };
    expect(await readsOf(() => Promise.resolve())).toEqual([]);
    const files = new FaultyFiles();
    const crashed = await JournalStore.open(optionsFor(folder, files));
    await crashed.commit([draft('case-b', '3')]);
    files.plan = () => ({ mode: 'before', code: 'EIO' });
    await crashed.close();
    expect(await readsOf(() => Promise.resolve())).toEqual([journalFile(folder, 'case-b')]);
    await fs.rm(summariesFile(folder));
    expect(await readsOf(() => Promise.resolve())).toHaveLength(3);
    expect(await readsOf(() => Promise.resolve())).toEqual([]);
  });

  it('adds nothing to the folder when nothing was saved', async () => {
    const folder = await freshFolder();
    await storeWith(folder, COMMITS);
    const before = await fingerprint(folder);
    for (let round = 0; round < 3; round++) await withStore(optionsFor(folder), (store) => store.read('case-a'));
    expect(await fingerprint(folder)).toEqual(before);
  });

  it('goes without tidying up when the disk is full', { timeout: 120_000 }, async () => {
    const folder = await freshFolder();
    const subjects = Array.from({ length: 20 }, (_, index) => `case-${index}`);
    const store = await JournalStore.create(optionsFor(folder));
    for (let count = 0; count < 540; count++) await store.commit([draft(subjects[count % 20] ?? '', `${count}`)]);
    await store.close();
    const full = new FaultyFiles(({ name }) => (name === 'write' ? { mode: 'after', code: 'ENOSPC' } : null));
    await withStore(optionsFor(folder, full), (again) => expectSound(again, subjects));
    expect(full.calls.some(({ name }) => name === 'write')).toBe(true);
    await withStore(optionsFor(folder), async (again) => {
      await again.commit([draft('case-1', 'x')]);
      await expectSound(again, subjects);
    });
  });
});
