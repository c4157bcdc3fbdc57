import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { StoreError } from '../../../electron/core/store/store-error';
import { failFrom, FaultyFiles, type Fault, type FaultMode } from '../../fixtures/faulty-files';
import { expectChainOf, expectHolds, idsIn } from '../../fixtures/received';
import { draft, fingerprint, freshFolder, optionsFor, storeWith, withStore } from '../../fixtures/store';

const MODES: readonly FaultMode[] = ['before', 'after'];

/** A store that was put back from yesterday, with what others wrote and what it wrote itself since. */
interface Scene {
  readonly folder: string;
  /** Entries that the store holds. */
  readonly held: readonly Entry[];
  readonly arriving: readonly Entry[];
  readonly station: string;
}

async function scene(): Promise<Scene> {
  const folder = await freshFolder();
  const held = await storeWith(folder, [[draft('case-a', '1'), draft('case-own', '1')], [draft('case-b', '1')]]);
  const newer = await freshFolder();
  await fs.cp(folder, newer, { recursive: true });
  const own = await withStore(optionsFor(newer), async (store) => [
    ...(await store.commit([draft('case-a', '2'), draft('case-d', '1')])),
    ...(await store.commit([draft('case-own', '2')])),
  ]);
  const others = await storeWith(await freshFolder(), [
    [draft('case-a', 'x'), draft('case-c', 'x')],
    [draft('case-c', 'y'), draft('case-a', 'y'), draft('case-e', 'y')],
  ]);
  const mixed = [others, own].flatMap((part) => [...part].reverse());
  return { folder, held, arriving: mixed, station: held[0]?.station ?? '' };
}

/** What was there is there; each subject has either nothing of what arrived or all of it; the chain goes on rightly. */
async function expectWhole(store: JournalStore, { held, arriving }: Scene): Promise<void> {
  const ids = new Set(idsIn(await expectHolds(store)));
  for (const { id } of held) expect(ids.has(id)).toBe(true);
  const outcomes = new Map<string, Set<boolean>>();
  for (const { subject, id } of arriving)
    outcomes.set(subject, (outcomes.get(subject) ?? new Set<boolean>()).add(ids.has(id)));
  for (const [subject, outcome] of outcomes) expect(outcome.size, subject).toBe(1);
}

/** All of it is there, and the next own entry follows the newest of all own ones. */
async function expectReceived(store: JournalStore, { held, arriving, station }: Scene): Promise<void> {
  await store.receive(arriving);
  expect(store.chain.seq).toBe(6);
  await store.commit([draft('case-b', 'next')]);
  const journals = await expectHolds(store);
  const ids = new Set(idsIn(journals));
  for (const { id } of [...held, ...arriving]) expect(ids.has(id)).toBe(true);
  expectChainOf(journals, station);
}

/** At every call, or at every `step`-th. Resolves to the number of calls. */
async function atEveryCall(count: number, fault: Fault, step = 1): Promise<number> {
  const made = await scene();
  const room = await freshFolder();
  for (let n = 1; ; n += step) {
    const copy = path.join(room, `${n}`);
    await fs.cp(made.folder, copy, { recursive: true });
    const files = new FaultyFiles();
    const store = await JournalStore.open(optionsFor(copy, files));
    const opened = files.calls.length;
    files.plan = failFrom(opened + n, count, fault);
    const outcome = await store.receive(made.arriving).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome, `call ${n}`).toBeInstanceOf(StoreError);
    const done = files.calls.length < opened + n;
    const healed = Number.isFinite(count);
    if (healed) {
      files.plan = () => null;
      await store.receive(made.held); // nothing new; what is in doubt is read again
      await expectWhole(store, made);
      if (n % 2 === 0) await expectReceived(store, made);
    }
    await store.close();
    await withStore(optionsFor(copy), async (again) => {
      await expectWhole(again, made);
      if (!healed || n % 2 === 1) await expectReceived(again, made);
    });
    await withStore(optionsFor(copy), (again) => expectWhole(again, made));
    const names = Object.keys(await fingerprint(copy));
    expect(names.filter((name) => name.endsWith('.writing') || name.startsWith('quarantine'))).toEqual([]);
    if (healed) expect(names).not.toContain('summaries.mrs.set-aside');
    await fs.rm(copy, { recursive: true });
    if (done) return n;
  }
}

describe('receiving that meets a fault of the disk', () => {
  it.each(MODES)('leaves each subject whole for one fault at any call (%s its work), and goes on', async (mode) => {
    expect(await atEveryCall(1, { mode, code: 'EIO' })).toBeGreaterThan(40);
  });

  it.each(MODES)('does so for three faults in a row (%s)', async (mode) => {
    expect(await atEveryCall(3, { mode, code: 'EIO' }, 3)).toBeGreaterThan(40);
  });

  it.each(MODES)('does so when the disk is gone from any call on (%s)', async (mode) => {
    expect(await atEveryCall(Infinity, { mode, code: 'EIO' }, 2)).toBeGreaterThan(40);
  });

  it('names a full disk, holds nothing half, and receives the same later', async () => {
    const made = await scene();
    const files = new FaultyFiles();
    await withStore(optionsFor(made.folder, files), async (store) => {
      const heard: (readonly string[])[] = [];
      store.onSaved((subjects) => heard.push(subjects));
      files.plan = ({ name, path: file }) =>
        name === 'write' && !file.includes('summaries') ? { mode: 'after', code: 'ENOSPC' } : null;
      await expect(store.receive(made.arriving)).rejects.toMatchObject({ fault: 'disk-full' });
      files.plan = ({ name }) => (name === 'write' ? { mode: 'after', code: 'ENOSPC' } : null);
      await expect(store.receive(made.arriving)).rejects.toMatchObject({ fault: 'disk-full' });
      expect(heard).toEqual([]);
      files.plan = () => null;
      expect(idsIn(await expectHolds(store))).toEqual(made.held.map(({ id }) => id).sort());
      await expectReceived(store, made);
    });
    await withStore(optionsFor(made.folder), (store) => expectWhole(store, made));
  });
});

describe('a process that dies while it receives', () => {
  it('leaves at every call a folder that opens whole and receives the rest', async () => {
    const made = await scene();
    const room = await freshFolder();
    const snapshots: string[] = [];
    const working = path.join(room, 'working');
    await fs.cp(made.folder, working, { recursive: true });
    const files = new FaultyFiles(undefined, 700);
    // One call at a time is looked at: several files are written at once.
    let before: Promise<unknown> = Promise.resolve();
    files.watch = ({ number }) => {
      const copy = path.join(room, `${number}`);
      before = before.then(() =>
        fs.cp(working, copy, { recursive: true }).then(
          () => snapshots.push(copy),
          () => undefined,
        ),
      );
      return before.then(() => undefined);
    };
    await withStore(optionsFor(working, files), (store) => store.receive(made.arriving));
    expect(snapshots.length).toBeGreaterThan(60);
    for (const [index, snapshot] of snapshots.entries()) {
      await withStore(optionsFor(snapshot), (store) => expectWhole(store, made));
      if (index % 4 === 0) await withStore(optionsFor(snapshot), (store) => expectReceived(store, made));
      expect(Object.keys(await fingerprint(snapshot)).filter((name) => name.endsWith('.writing'))).toEqual([]);
    }
  });
});
