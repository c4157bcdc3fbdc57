import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { FaultyFiles } from '../../fixtures/faulty-files';
import { faultOf, fingerprint, freshFolder, optionsFor, storeWith, withStore } from '../../fixtures/store';

describe('the note of sync', () => {
  it('is null before the first, then what was last acknowledged, also after a restart', async () => {
    const folder = await freshFolder();
    await storeWith(folder, []);
    await withStore(optionsFor(folder), async (store) => {
      const note = store.note('sync');
      expect(await note.read()).toBeNull();
      await Promise.all([1, 2, 3].map((seq) => note.write({ checkpoint: { seq } })));
      expect(await note.read()).toEqual({ checkpoint: { seq: 3 } });
    });
    await withStore(optionsFor(folder), async (store) =>
      expect(await store.note('sync').read()).toEqual({ checkpoint: { seq: 3 } }),
    );
    expect(await fs.readFile(path.join(folder, 'sync.mrs'), 'latin1')).not.toContain('checkpoint');
  });

  it('stands as before after a full disk, and is a named fault when damaged, until it is written again', async () => {
    const folder = await freshFolder();
    await storeWith(folder, []);
    const files = new FaultyFiles();
    await withStore(optionsFor(folder, files), async (store) => {
      const note = store.note('sync');
      await note.write(['before']);
      files.plan = ({ name }) => (name === 'write' ? { mode: 'after', code: 'ENOSPC' } : null);
      expect(await faultOf(note.write(['after']))).toBe('disk-full');
      files.plan = () => null;
      expect(await note.read()).toEqual(['before']);
      await fs.writeFile(path.join(folder, 'sync.mrs'), 'x');
      expect(await faultOf(note.read())).toBe('damaged');
      await note.write(['again']);
      expect(await note.read()).toEqual(['again']);
    });
    expect(Object.keys(await fingerprint(folder)).filter((name) => name.endsWith('.writing'))).toEqual([]);
  });
});

describe('kept bytes', () => {
  it('say whether they are there, and are gone when removed', async () => {
    const folder = await freshFolder();
    const store = await JournalStore.create(optionsFor(folder));
    const bytes = Buffer.from('a piece');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await store.blobs.has(sha256)).toBe(false);
    await store.blobs.remove(sha256);
    await store.blobs.put(bytes);
    expect(await store.blobs.has(sha256)).toBe(true);
    await store.blobs.remove(sha256);
    expect(await store.blobs.has(sha256)).toBe(false);
    expect(await faultOf(store.blobs.get(sha256))).toBe('missing');
    await expect(store.blobs.has('../store.json')).rejects.toThrow(RangeError);
    await store.close();
  });
});
