import fs from 'node:fs/promises';
import { expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { nodeFiles } from '../../../electron/core/store/node-files';
import { draft, faultOf, freshFolder, optionsFor, storeWith } from '../../fixtures/store';

it('a destroyed store leaves no key and no file, and is closed', async () => {
  const folder = await freshFolder();
  await storeWith(folder, [[draft('case-one', '甲')], [draft('case-two', '乙')]]);
  const store = await JournalStore.open(optionsFor(folder));
  await store.blobs.put(Buffer.from('扫描件'));
  await store.destroy();
  await expect(store.read('case-one')).rejects.toThrow('closed');
  await expect(fs.readdir(folder)).rejects.toThrow('ENOENT');
});

it('a cut after its first step leaves files that nothing opens', async () => {
  const folder = await freshFolder();
  await storeWith(folder, [[draft('case-one', '甲')]]);
  const files = { ...nodeFiles, removeFolder: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) };
  const store = await JournalStore.open(optionsFor(folder, files));
  expect(await faultOf(store.destroy())).toBe('disk-fault');
  expect(await faultOf(JournalStore.open(optionsFor(folder)))).toBe('not-a-store');
  expect(await fs.readdir(folder)).not.toHaveLength(0);
});
