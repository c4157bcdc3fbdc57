import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { StoreError } from '../../../electron/core/store/store-error';
import type { Draft } from '../../../electron/core/store/station-chain';
import { failFrom, FaultyFiles, type Fault, type FaultMode } from '../../fixtures/faulty-files';
import { draft, expectSound, freshFolder, fingerprint, optionsFor, storeWith, withStore } from '../../fixtures/store';

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

const isWriting = (name: string): boolean => name.endsWith('.writing');
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

/** A copy under another name: its lock is its own. */
async function copyOf(folder: string, to: string): Promise<string> {
  await fs.cp(folder, to, { recursive: true });
  return to;
}

/** Tries the commit with faults in calls n, n+1 … n+count-1 of it, for every n. Resolves to the number of states tried. */
async function atEveryCall(count: number, fault: Fault): Promise<number> {
  const { folder, entries } = await template();
  const room = await freshFolder();
  for (let n = 1; ; n++) {
    const copy = await copyOf(folder, path.join(room, `${n}`));
    const files = new FaultyFiles();
    const store = await JournalStore.open(optionsFor(copy, files));
    const opened = files.calls.length;
    files.plan = failFrom(opened + n, count, fault);
    const acknowledged = [...entries];
    const outcome = await store.commit(TRIED).catch((error: unknown) => error);
    if (Array.isArray(outcome)) acknowledged.push(...(outcome as Entry[]));
    else expect(outcome, `call ${n}`).toBeInstanceOf(StoreError);
    const done = files.calls.length < opened + n;

    const healed = Number.isFinite(count);
    if (healed) {
      files.plan = () => null;
      const later = await store.commit(LATER);
      acknowledged.push(...later);
      await expectWhole(store, acknowledged);
    }
    await store.close();
    await withStore(optionsFor(copy), async (again) => {
      await expectWhole(again, acknowledged);
      acknowledged.push(...(await again.commit([draft('hidden-n', 'last')])));
      await expectWhole(again, acknowledged);
    });
    await withStore(optionsFor(copy), (again) => expectWhole(again, acknowledged));
    const names = Object.keys(await fingerprint(copy));
    expect(names.filter(isWriting)).toEqual([]);
    // A fault that passes costs no rebuilding.
    if (healed) expect(names).not.toContain('summaries.mrs.set-aside');
    await fs.rm(copy, { recursive: true });
    if (done) return n;
  }
}

const MODES: readonly FaultMode[] = ['before', 'after'];

describe('a commit that meets a fault of the disk', () => {
  it.each(MODES)('stands whole or not at all for one fault at any call (%s its work)', async (mode) => {
    expect(await atEveryCall(1, { mode, code: 'EIO' })).toBeGreaterThan(20);
  });

  it.each(MODES)('does so for two, three and eleven faults in a row, and then goes on (%s)', async (mode) => {
    for (const count of [2, 3, 11]) expect(await atEveryCall(count, { mode, code: 'EIO' })).toBeGreaterThan(20);
  });

  it.each(MODES)('does so when the disk is gone from any call on (%s)', async (mode) => {
    expect(await atEveryCall(Infinity, { mode, code: 'EIO' })).toBeGreaterThan(20);
  });

  it('names a full disk, and goes on when there is room again', async () => {
    const { folder } = await template();
    const files = new FaultyFiles(({ name }) => (name === 'write' ? { mode: 'after', code: 'ENOSPC' } : null));
    await withStore(optionsFor(folder, files), async (store) => {
      await expect(store.commit(TRIED)).rejects.toMatchObject({ fault: 'disk-full' });
      await expect(store.commit([draft('case-d', '1')])).rejects.toMatchObject({ fault: 'disk-full' });
      files.plan = () => null;
      await store.commit(TRIED);
      await expectSound(store, SUBJECTS);
    });
    await withStore(optionsFor(folder), (store) => expectSound(store, SUBJECTS));
  });
});

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

describe('a process that dies while it commits', () => {
  it('leaves at every call a folder that opens whole', async () => {
    const { folder, entries } = await template();
    const room = await freshFolder();
    const snapshots: { readonly folder: string; readonly acknowledged: readonly Entry[] }[] = [];
    const acknowledged = [...entries];
    // The folder as it stands before each call, between the pieces of a write too: what kill -9 leaves.
    const files = new FaultyFiles(undefined, 500);
    files.watch = async ({ number }) => {
      snapshots.push({ folder: await copyOf(folder, path.join(room, `${number}`)), acknowledged: [...acknowledged] });
    };
    await withStore(optionsFor(folder, files), async (store) => {
      for (const commit of [TRIED, LATER]) acknowledged.push(...(await store.commit(commit)));
    });
    expect(snapshots.length).toBeGreaterThan(60);
    for (const snapshot of snapshots) {
      await withStore(optionsFor(snapshot.folder), (again) => expectWhole(again, snapshot.acknowledged));
      await withStore(optionsFor(snapshot.folder), (again) => expectWhole(again, snapshot.acknowledged));
      expect(Object.keys(await fingerprint(snapshot.folder)).filter(isWriting)).toEqual([]);
    }
  });
});
