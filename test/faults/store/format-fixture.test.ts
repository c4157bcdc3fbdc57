import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stationVerifier } from '../../../electron/core/crypto/signing-key';
import { canonicalJson } from '../../../electron/core/domain/journal/canonical';
import { entryFault, type Entry } from '../../../electron/core/domain/journal/entry';
import { fitsSummary, summarise } from '../../../electron/core/room/subjects';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { MemoryFiles } from '../../fixtures/memory-files';
import { draft, fingerprint, freshFolder, optionsFor } from '../../fixtures/store';
import { treeOf } from '../../fixtures/stores/read-tree';
import { sha256, snapshotOf, type Snapshot } from '../../fixtures/stores/snapshot';
import { treeWith } from './support/workloads';

const STORES = path.resolve(import.meta.dirname, '../../fixtures/stores');
const FIXTURES = ['v1'];

// test/fixtures/stores/make.ts says when. It takes a whole room, which these tests do without.
beforeAll(async () => {
  const name = process.env['MAKE_STORE_FIXTURE'];
  if (name === undefined) return;
  const { makeStoreFixture } = await import('../../fixtures/stores/make');
  await makeStoreFixture(path.join(STORES, name));
});

/** A copy in memory of a store that an older version wrote, opened as the room does, and what it holds. */
async function opened(
  name: string,
): Promise<{ store: JournalStore; files: MemoryFiles; folder: string; wanted: Snapshot }> {
  const folder = await freshFolder();
  const files = new MemoryFiles(await treeOf(path.join(STORES, name), folder));
  const store = await JournalStore.open({ ...optionsFor(folder, files), summarise, fits: fitsSummary });
  const wanted = JSON.parse(await readFile(path.join(STORES, `${name}.json`), 'utf8')) as Snapshot;
  return { store, files, folder, wanted };
}

async function allEntries(store: JournalStore): Promise<readonly Entry[]> {
  const journals = [];
  for (const subject of store.subjects()) journals.push(await store.read(subject));
  return journals.flat();
}

const texts = (entries: readonly Entry[]): readonly string[] => entries.map((entry) => canonicalJson(entry)).sort();

describe.each(FIXTURES)('a store of format %s', (name) => {
  it('opens and holds what its snapshot says: cases as folded, lists, numbers, notes, identities', async () => {
    const { store, wanted } = await opened(name);
    // A later version may know more of a case; what this one knew stays.
    expect(await snapshotOf(store)).toMatchObject(wanted);
    expect(Object.keys(wanted.journals).filter((subject) => subject.startsWith('case-'))).toHaveLength(3);
    expect(store.former).toEqual(wanted.former);
    expect(wanted.former).toHaveLength(3);
    await store.close();
  });

  it('holds genuine entries and whole frozen bytes', async () => {
    const { store, files, wanted } = await opened(name);
    const entries = await allEntries(store);
    expect(entries.length).toBeGreaterThan(50);
    for (const entry of entries) expect(entryFault(entry, stationVerifier)).toBeNull();
    const own = entries.filter(({ station }) => station === wanted.station);
    expect(own.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(own.map((_, index) => index + 1));
    const hashes = files.names().flatMap((file) => /([0-9a-f]{64})\.mrs$/.exec(file)?.[1] ?? []);
    expect(hashes.length).toBeGreaterThan(10);
    for (const hash of hashes) expect(sha256(await store.blobs.get(hash))).toBe(hash);
    await store.close();
  });

  it('keeps kinds, fields and formats that it does not know through a save, an opening and a round to another room', async () => {
    const { store, files, folder } = await opened(name);
    const before = await allEntries(store);
    const unknown = before.filter(({ v, kind, data }) => v > 1 || kind === 'newer-kind' || 'newer' in data);
    expect(unknown).toHaveLength(5);
    for (const subject of store.subjects()) await store.commit([draft(subject, 'on top')]);
    await store.close();
    const again = await JournalStore.open({ ...optionsFor(folder, files), summarise, fits: fitsSummary });
    const after = await allEntries(again);
    await again.close();
    const standing = new Set(texts(after));
    for (const text of texts(before)) expect(standing.has(text)).toBe(true);
    const elsewhere = await freshFolder();
    const other = await JournalStore.open(
      optionsFor(elsewhere, new MemoryFiles(await treeWith(elsewhere, () => Promise.resolve()))),
    );
    const cases = after.filter(({ subject }) => subject.startsWith('case-'));
    const { refused } = await other.receive(cases);
    expect(refused).toEqual([]);
    expect(texts(await allEntries(other))).toEqual(texts(cases));
    await other.close();
  });

  it('has its summaries made anew where they are gone, and says the same', async () => {
    const { store, files, folder, wanted } = await opened(name);
    await store.close();
    files.put(path.join(folder, 'summaries.mrs'), null);
    const again = await JournalStore.open({ ...optionsFor(folder, files), summarise, fits: fitsSummary });
    expect(await snapshotOf(again)).toMatchObject(wanted);
    await again.close();
  });
});

describe('the fixtures of formats', () => {
  it('are all tried, and as they were made', async () => {
    const there = (await readdir(STORES, { withFileTypes: true })).filter((item) => item.isDirectory());
    expect(there.map((item) => item.name).sort()).toEqual(FIXTURES);
    for (const name of FIXTURES) {
      const marks = Object.entries(await fingerprint(path.join(STORES, name))).filter(([, mark]) => mark !== 'folder');
      const lines = marks.map((mark) => mark.join(' ')).sort();
      expect(lines.join('\n')).toBe((await readFile(path.join(STORES, `${name}.sha256`), 'utf8')).trim());
    }
  });
});
