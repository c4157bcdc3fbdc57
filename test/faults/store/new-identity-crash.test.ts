import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealBox } from '../../../electron/core/crypto/box';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { StoreError } from '../../../electron/core/store/store-error';
import { failFrom, FaultyFiles, type Fault, type FaultMode } from '../../fixtures/faulty-files';
import { expectChainOf, expectHolds, idsIn } from '../../fixtures/received';
import { draft, fingerprint, freshFolder, optionsFor, storeWith, summariesFile, withStore } from '../../fixtures/store';

const MODES: readonly FaultMode[] = ['before', 'after'];
const HELD = [
  [draft('case-a', '1'), draft('room-a', '1')],
  [draft('numbers-agreement-2026-1', '1')],
  [draft('case-a', '2')],
];

/** All is there under the identity that the store says; its next entry begins or goes on with the chain of that identity. */
async function expectOneIdentity(store: JournalStore, held: readonly Entry[], text: string): Promise<void> {
  const old = held[0]?.station ?? '';
  const renewed = store.station !== old;
  const before = await expectHolds(store);
  const ids = new Set(idsIn(before));
  for (const { id } of held) expect(ids.has(id)).toBe(true);
  const own = [...before.values()].flat().filter(({ station }) => station === store.station);
  if (renewed) expect(store.chain.seq).toBe(own.length);
  const [next] = await store.commit([draft('case-b', text)]);
  expect(next?.seq).toBe(own.length + 1);
  expect(next?.station).toBe(store.station);
  const journals = await expectHolds(store);
  expectChainOf(journals, store.station);
  expectChainOf(journals, old);
}

async function atEveryCall(count: number, fault: Fault, step = 1): Promise<{ calls: number; renewed: number }> {
  const folder = await freshFolder();
  const held = await storeWith(folder, HELD);
  const room = await freshFolder();
  let renewed = 0;
  for (let n = 1; ; n += step) {
    const copy = path.join(room, `${n}`);
    await fs.cp(folder, copy, { recursive: true });
    const files = new FaultyFiles();
    const store = await JournalStore.open(optionsFor(copy, files));
    const opened = files.calls.length;
    files.plan = failFrom(opened + n, count, fault);
    const outcome = await store.newIdentity().catch((error: unknown) => error);
    if (outcome !== undefined) expect(outcome, `call ${n}`).toBeInstanceOf(StoreError);
    const done = files.calls.length < opened + n;
    if (Number.isFinite(count)) {
      files.plan = () => null;
      await store.receive(held); // nothing new; what is in doubt is read again
      await expectOneIdentity(store, held, 'after the fault');
    }
    const said = store.station;
    await store.close();
    await withStore(optionsFor(copy), async (again) => {
      if (Number.isFinite(count)) expect(again.station).toBe(said);
      if (again.station !== held[0]?.station) renewed += 1;
      await expectOneIdentity(again, held, 'after opening again');
    });
    await withStore(optionsFor(copy), (again) => expectOneIdentity(again, held, 'and again'));
    expect(Object.keys(await fingerprint(copy)).filter((name) => name.startsWith('quarantine'))).toEqual([]);
    await fs.rm(copy, { recursive: true });
    if (done) return { calls: n, renewed };
  }
}

describe('a new identity', () => {
  it('begins a chain of its own, keeps all journals, and opens boxes for the new key only', async () => {
    const folder = await freshFolder();
    const held = await storeWith(folder, HELD);
    await withStore(optionsFor(folder), async (store) => {
      const [station, box] = [store.station, store.box];
      const letter = sealBox(box, Buffer.from('old'));
      expect(store.openBox(letter)).toEqual(Buffer.from('old'));
      await store.newIdentity();
      expect(store.station).not.toBe(station);
      expect(store.chain).toMatchObject({ seq: 0, prev: null });
      expect(store.ownSince(0)).toEqual([]);
      expect(store.openBox(letter)).toBeNull();
      expect(store.openBox(sealBox(store.box, Buffer.from('new')))).toEqual(Buffer.from('new'));
      await expectOneIdentity(store, held, '1');
      await store.newIdentity();
      await expectOneIdentity(store, held, '2');
    });
    await withStore(optionsFor(folder), async (store) => {
      expect(await store.read('numbers-agreement-2026-1')).toHaveLength(1);
      // Private journals of every identity that this workstation had are its own.
      expect(await store.receive(held)).toEqual({ added: [], refused: [], setAside: [] });
      await expectOneIdentity(store, held, '3');
    });
    await fs.rm(summariesFile(folder));
    await withStore(optionsFor(folder), (store) => expectOneIdentity(store, held, '4'));
  });

  it('is recognised when the process died between its header and its first frame', async () => {
    const folder = await freshFolder();
    const held = await storeWith(folder, HELD);
    const room = await freshFolder();
    const files = new FaultyFiles(undefined, 300);
    const snapshots: string[] = [];
    files.watch = async ({ number }) => {
      const copy = path.join(room, `${number}`);
      await fs.cp(folder, copy, { recursive: true });
      snapshots.push(copy);
    };
    const renewed = await withStore(optionsFor(folder, files), async (store) => {
      await store.newIdentity();
      return store.station;
    });
    const stations = new Set<string>();
    for (const snapshot of snapshots) {
      await withStore(optionsFor(snapshot), async (store) => {
        stations.add(store.station);
        await expectOneIdentity(store, held, '1');
      });
      await withStore(optionsFor(snapshot), (store) => expectOneIdentity(store, held, '2'));
    }
    expect(stations).toEqual(new Set([held[0]?.station, renewed]));
  });

  it.each(MODES)('stands wholly or not at all for one fault at any call (%s its work)', async (mode) => {
    const { calls, renewed } = await atEveryCall(1, { mode, code: 'EIO' });
    expect(calls).toBeGreaterThan(12);
    expect(renewed).toBeGreaterThan(1);
  });

  it.each(MODES)('does so for two and five faults in a row, and when the disk is gone (%s)', async (mode) => {
    for (const count of [2, 5, Infinity])
      expect((await atEveryCall(count, { mode, code: 'EIO' }, 3)).calls).toBeGreaterThan(12);
  });
});
