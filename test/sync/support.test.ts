import { describe, expect, it } from 'vitest';
import { JournalStore } from '../../electron/core/store/journal-store';
import { draft, freshFolder, optionsFor } from '../fixtures/store';
import { MemoryDisk } from './support/memory-disk';
import { seeded } from './support/seeded';

describe('the memory disk that the simulation stands on', () => {
  it('keeps what a store acknowledged through a power cut at any call, as a real disk does', async () => {
    const folder = await freshFolder();
    for (let cut = 1; ; cut++) {
      const disk = new MemoryDisk();
      const random = seeded(cut);
      const store = await JournalStore.create(optionsFor(folder, disk.mount()));
      const acknowledged = [...(await store.commit([draft('case-a', '1')]))];
      disk.cutAfter(cut);
      const more = await store.commit([draft('case-a', '2'), draft('case-b', '1')]).catch(() => null);
      acknowledged.push(...(more ?? []));
      await store.close().catch(() => undefined);
      const done = !disk.isCut;
      disk.powerCut(() => random.chance(0.5));
      const again = await JournalStore.open(optionsFor(folder, disk.mount()));
      const there = [...(await again.read('case-a')), ...(await again.read('case-b'))].map((entry) => entry.id);
      for (const entry of acknowledged) expect(there).toContain(entry.id);
      await again.close();
      if (done) {
        expect(cut).toBeGreaterThan(10);
        return;
      }
    }
  });

  it('loses bytes that were not flushed and names whose folder was not', async () => {
    const disk = new MemoryDisk();
    disk.place('/d/kept', Buffer.from('old'));
    const files = disk.mount();
    const file = await files.create('/d/new');
    await file.write(Buffer.from('abc'), 0);
    await file.flush();
    const grown = await files.append('/d/kept');
    await grown.write(Buffer.from('er'), 0);
    expect(Buffer.from(await files.read('/d/kept')).toString()).toBe('older');
    disk.powerCut();
    const after = disk.mount();
    expect(Buffer.from(await after.read('/d/kept')).toString()).toBe('old');
    await expect(after.read('/d/new')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(files.read('/d/kept')).rejects.toMatchObject({ code: 'EIO' });
  });
});
