import fs from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sealBox } from '../../../electron/core/crypto/box';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import type { JournalStore } from '../../../electron/core/store/journal-store';
import { expectChainOf, expectHolds, idsIn } from '../../fixtures/received';
import { draft, freshFolder, optionsFor, storeWith, summariesFile, withStore } from '../../fixtures/store';

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
});
