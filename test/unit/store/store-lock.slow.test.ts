import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { lockStore } from '../../../electron/core/store/store-lock';
import { start, storeProgram } from '../../fixtures/second-process';
import {
  draft,
  expectChain,
  faultOf,
  fingerprint,
  freshFolder,
  optionsFor,
  storeWith,
  summarise,
  withStore,
} from '../../fixtures/store';

describe('the lock of a store', () => {
  it('refuses a second opener of the same process, by whatever path, and touches nothing', async () => {
    const folder = await freshFolder();
    await storeWith(folder, [[draft('case-a', '1')]]);
    const link = path.join(await freshFolder(), 'link');
    await fs.symlink(folder, link);
    const store = await JournalStore.open(optionsFor(folder));
    const before = await fingerprint(folder);
    for (const way of [folder, `${folder}/`, path.join(folder, '..', path.basename(folder)), link]) {
      expect(await faultOf(JournalStore.open(optionsFor(way)))).toBe('store-in-use');
      expect(await faultOf(JournalStore.create(optionsFor(way)))).toBe('store-in-use');
    }
    expect(await fingerprint(folder)).toEqual(before);
    await store.close();
    await withStore(optionsFor(folder), (again) => expect(again.read('case-a')).resolves.toHaveLength(1));
  });

  it('is given back once, and only by its holder', async () => {
    const folder = await freshFolder();
    const first = await lockStore(folder);
    await first.release();
    const second = await lockStore(folder);
    await first.release();
    expect(await faultOf(lockStore(folder))).toBe('store-in-use');
    await second.release();
    await (await lockStore(folder)).release();
  });

  it('lets two stores be open beside each other', async () => {
    const [one, two] = [await freshFolder(), await freshFolder()];
    const [first, second] = [await lockStore(one), await lockStore(two)];
    await first.release();
    await second.release();
  });

  it('lets only one of many creators through', async () => {
    const folder = await freshFolder();
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => JournalStore.create(optionsFor(folder))));
    const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won).toHaveLength(1);
    await won[0]?.commit([draft('case-a', '1')]);
    await won[0]?.close();
    await withStore(optionsFor(folder), (store) => expect(store.read('case-a')).resolves.toHaveLength(1));
  });

  it('holds between two processes both ways, and a killed holder leaves none', async () => {
    const folder = await freshFolder();
    await storeWith(folder, [[draft('case-a', '1')]]);
    const program = await storeProgram();
    const holder = start(program, 'hold', folder);
    expect(await holder.next()).toBe('open');
    const before = await fingerprint(folder);
    expect(await faultOf(JournalStore.open(optionsFor(folder)))).toBe('store-in-use');
    expect(await fingerprint(folder)).toEqual(before);
    await holder.kill();
    const store = await JournalStore.open(optionsFor(folder));
    const second = start(program, 'hold', folder);
    expect(await second.next()).toBe('store-in-use');
    await second.ended;
    await store.close();
  });
});

describe('a process that is killed while it saves', () => {
  it('has every acknowledged entry there, at 25 random moments', async () => {
    const folder = await freshFolder();
    await storeWith(folder, []);
    const program = await storeProgram();
    const acknowledged = new Set<string>();
    for (let round = 0; round < 25; round++) {
      const writer = start(program, 'write', folder);
      expect(await writer.next()).toBe('open');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
      await writer.kill();
      for (const line of writer.lines.slice(1)) for (const id of line.split(' ')) acknowledged.add(id);
      await withStore(optionsFor(folder), async (store) => {
        const journals = await Promise.all(
          ['case-0', 'case-1', 'case-2', 'case-x'].map((subject) => store.read(subject)),
        );
        const there = new Set(journals.flat().map((entry) => entry.id));
        expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
        expectChain(journals.flat());
        for (const [subject, summary] of store.summaries())
          expect(summary).toEqual(summarise(subject, await store.read(subject)));
      });
    }
    expect(acknowledged.size).toBeGreaterThan(10);
  });
});
