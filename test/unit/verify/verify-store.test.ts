import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { verifyStore } from '../../../electron/core/verify/verify-store';
import { summarise } from '../../../electron/core/room/subjects';
import type { Tree } from '../../fixtures/memory-files';
import { draft, journalFile } from '../../fixtures/store';
import { hold, tamper } from '../../fixtures/tampered';
import { TAMPERINGS, type Betrayal } from '../../fixtures/tamperings';
import { desk, MovingFiles, prints, REGISTER, roomOptions, SCAN, take } from '../backup/support';
import { kinds, verified } from './support';

/** One store for all: a case that others tamper with, of four own entries. */
let base: string;
let folder: string;
let tree: Tree;
beforeAll(async () => {
  base = await fs.mkdtemp(path.join(os.tmpdir(), 'mediation-room-test-'));
  const at = await desk(SCAN, base);
  await at.store.commit([draft('case-a', '二')]);
  await at.store.commit([draft('case-b', '三')]);
  await at.store.close();
  [folder, tree] = [at.folder, at.files.tree()];
});

afterAll(() => fs.rm(base, { recursive: true, force: true }));

const fresh = () => ({ folder, files: new MovingFiles(tree) });

/** What verify may call each betrayal. */
const NAMES: Readonly<Record<Betrayal, readonly string[]>> = {
  malformed: ['not-an-entry'],
  hash: ['entry-hash'],
  signature: ['entry-signature'],
  chain: ['chain-gap', 'chain-end', 'chain-fork', 'chain-link'],
  links: ['entry-loose'],
  twice: ['entry-twice'],
  stranger: ['unknown-station'],
  nothing: [],
};

describe('verify', () => {
  it('finds nothing in a sound store, counts all of it, and changes nothing', async () => {
    const at = fresh();
    const before = prints(at.files);
    const store = await JournalStore.open(roomOptions(at.folder, at.files));
    const report = await verifyStore(store, { summarise, known: () => false });
    expect(report).toEqual({ cases: 2, entries: 9, files: 2, numbers: 1, faults: [], cancelled: false });
    expect(prints(at.files)).toEqual(before);
    await store.close();
  });

  it.each(TAMPERINGS)('by who holds the data key: $name', async ({ change, betrayedBy }) => {
    const at = fresh();
    await tamper(await hold(at.files, at.folder), 'case-a', change);
    const report = await verified(at);
    if (betrayedBy === 'nothing') {
      // Another order means the same; that the list was made of the old one is all that could be seen.
      expect(report.faults).toEqual([]);
      return;
    }
    expect(report.faults.some(({ problem }) => NAMES[betrayedBy].includes(problem.code))).toBe(true);
    const [first] = report.faults;
    if (betrayedBy !== 'chain') expect(first).toMatchObject({ subject: 'case-a' });
    expect(first?.problem.zh).toMatch(/[。]$/u);
  });

  it('names damaged, swapped and missing journals, moves none of them, and goes on', async () => {
    const at = fresh();
    const [a, b] = [journalFile(at.folder, 'case-a'), journalFile(at.folder, 'case-b')];
    at.files.put(b, at.files.bytes(a));
    expect(kinds(await verified(at))).toEqual(['chain-end', 'chain-gap', 'wrong-place']);
    at.files.put(b, Buffer.from('rubbish'));
    at.files.put(journalFile(at.folder, REGISTER), null);
    const report = await verified(at);
    expect(kinds(report)).toEqual(['chain-end', 'chain-gap', 'damaged', 'missing']);
    expect(report.entries).toBe(4);
    expect(at.files.names().filter((name) => name.includes('quarantine'))).toEqual([]);
  });

  it('names an older copy of a journal that was put back', async () => {
    const at = fresh();
    const file = journalFile(at.folder, 'case-a');
    const older = at.files.bytes(file);
    const store = await JournalStore.open(roomOptions(at.folder, at.files));
    await store.commit([draft('case-a', '后来')]);
    await store.close();
    at.files.put(file, older);
    expect(kinds(await verified(at))).toEqual(['chain-end', 'chain-gap', 'older-copy']);
  });

  it('names damaged, missing and swapped kept files, notes and summaries', async () => {
    const at = fresh();
    const [first = '', second = ''] = at.files.names().filter((name) => name.includes(`${path.sep}blobs${path.sep}`));
    const store = await JournalStore.open(roomOptions(at.folder, at.files));
    await store.note('sync').write({ a: 1 });
    at.files.put(path.join(at.folder, 'sync.mrs'), Buffer.from('rubbish'));
    const summaries = path.join(at.folder, 'summaries.mrs');
    at.files.put(summaries, Buffer.concat([at.files.bytes(summaries), Buffer.of(1, 2, 3)]));
    at.files.put(first, at.files.bytes(second));
    at.files.put(second, null);
    const { faults } = await verifyStore(store, { summarise, known: () => false });
    expect(faults.map(({ problem }) => problem.code)).toEqual(['damaged', 'damaged', 'wrong-place', 'file-missing']);
    await store.close();
  });

  it('takes what the room writes meanwhile for no fault', async () => {
    const at = fresh();
    const store = await JournalStore.open(roomOptions(at.folder, at.files));
    const writes: Promise<unknown>[] = [];
    const tell = (): void => void writes.push(store.commit([draft('case-a', '同时'), draft('case-b', '同时')]));
    const report = await verifyStore(store, { summarise, known: () => false, tell });
    await Promise.all(writes);
    expect(report.faults).toEqual([]);
    expect(writes.length).toBeGreaterThan(3);
    await store.close();
  });

  it('stops when it is asked to, and says so', async () => {
    const at = fresh();
    const stop = new AbortController();
    const tell = (done: number): void => {
      if (done === 2) stop.abort();
    };
    const report = await verified(at, { signal: stop.signal, tell });
    expect(report).toMatchObject({ cancelled: true, faults: [] });
    expect(report.entries).toBeLessThan(9);
  });

  it('knows the gap that a purged copy leaves by its note, and no other', async () => {
    const at = fresh();
    const store = await JournalStore.open(roomOptions(at.folder, at.files));
    const entries = await store.read('case-b');
    const own = entries.map(({ seq, id }) => [seq, id]);
    const note = (data: object) => ({
      subject: 'access-purged-2026-11-x',
      kind: 'case-purged',
      data: { ...data },
      account: 'chen',
    });
    await store.forget(['case-b']);
    const check = () => verifyStore(store, { summarise, known: () => false });
    expect(kinds(await check())).toEqual(['chain-end', 'chain-gap']);
    await store.commit([note({ case: 'case-b', own: own.slice(1) })]);
    expect(kinds(await check())).toEqual(['chain-gap']);
    await store.commit([note({ case: 'case-b', own })]);
    expect(await check()).toMatchObject({ cases: 1, faults: [] });
    await store.close();
  });

  it('holds numbers against their registers: given twice, outside of a block, unregistered, voided and still borne', async () => {
    const at = fresh();
    const store = await JournalStore.open(roomOptions(at.folder, at.files));
    const given = (caseId: string, seq: number) => ({
      subject: caseId,
      kind: 'number-given',
      data: { number: { series: 'agreement', year: 2026, seq, text: `（2026）泉银人调字第00${seq}号` } },
      account: 'chen',
    });
    const found = async (...drafts: Parameters<typeof store.commit>[0]) => {
      await store.commit(drafts);
      const { faults } = await verifyStore(store, { summarise, known: () => false });
      return faults.map(({ problem, subject }) => `${problem.code} ${subject ?? ''}`);
    };
    await take(store, 402, 'case-b');
    expect(await found()).toEqual([]);
    expect(await found(given('case-n', 405))).toEqual(['number-unregistered case-n']);
    expect(await found(given('case-n', 501))).toEqual(['number-unregistered case-n', 'number-outside case-n']);
    const faults = await found(given('case-m', 401), {
      subject: REGISTER,
      kind: 'number-voided',
      data: { seq: 402, reason: '作废' },
      account: 'chen',
    });
    expect(faults.slice(0, 2)).toEqual(['number-twice case-m', 'number-voided case-b']);
    await store.commit([
      { subject: REGISTER, kind: 'number-taken', data: { seq: 402, case: 'case-z' }, account: 'chen' },
    ]);
    expect((await found())[0]).toBe(`number-twice ${REGISTER}`);
    await store.close();
  });
});
