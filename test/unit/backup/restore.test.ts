import fs from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openWithKey } from '../../../electron/core/backup/open-backup';
import { restoreInto } from '../../../electron/core/backup/restore-into';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { keyOpener } from '../../../electron/core/store/store-header';
import { draft, freshFolder, journalFile, KEY } from '../../fixtures/store';
import { emptyTree } from '../../fixtures/memory-files';
import { back, contents, desk, MovingFiles, opened, openIn, prints, REGISTER, roomOptions, take } from './support';

describe('a restore into a store', () => {
  it('adds nothing to a store that has it all, and changes no file', async () => {
    const at = await desk();
    await back(at);
    await at.store.commit([draft('case-a', '后来')]);
    const before = prints(at.files);
    const report = await restoreInto(at.store, await opened(at), {});
    expect(report).toMatchObject({ added: 0, known: 5, files: 0, refused: 0 });
    expect(prints(at.files)).toEqual(before);
    await at.store.close();
  });

  it('brings back what is damaged or gone, and leaves all else as it is', async () => {
    const at = await desk();
    await back(at);
    await at.store.commit([draft('case-a', '后来')]);
    const before = await contents(at.store);
    await at.store.close();
    at.files.put(journalFile(at.folder, 'case-b'), Buffer.from('rubbish'));
    for (const name of at.files.names()) if (name.includes(`${path.sep}blobs${path.sep}`)) at.files.put(name, null);
    const store = await JournalStore.open(roomOptions(at.folder, at.files));
    const report = await restoreInto(store, await opened({ ...at, store }), {});
    expect(report).toMatchObject({ added: 2, known: 3, files: 2, refused: 0 });
    expect(await contents(store)).toEqual(before);
    expect(at.files.names().filter((name) => name.includes('quarantine'))).toHaveLength(1);
    await store.close();
  });

  it('puts a damaged kept file anew', async () => {
    const at = await desk();
    await back(at);
    const blob = at.files.names().find((name) => name.includes(`${path.sep}blobs${path.sep}`)) ?? '';
    at.files.put(blob, Buffer.from('rubbish'));
    expect(await restoreInto(at.store, await opened(at), {})).toMatchObject({ files: 1 });
    expect(await restoreInto(at.store, await opened(at), {})).toMatchObject({ files: 0 });
    await at.store.close();
  });

  it('does not bring back a copy that was purged', async () => {
    const at = await desk();
    await back(at);
    await at.store.forget(['case-a']);
    expect(await restoreInto(at.store, await opened(at), {})).toMatchObject({ added: 0 });
    expect(at.store.has('case-a')).toBe(false);
    await at.store.close();
  });

  it('of another workstation takes its cases, and passes by what is private to it', async () => {
    const at = await desk();
    await back(at);
    const folder = path.join(await freshFolder(), 'other');
    await fs.mkdir(folder);
    const files = new MovingFiles(emptyTree(folder));
    const other = await JournalStore.create({ ...roomOptions(folder, files), opener: keyOpener(randomBytes(32)) });
    const bundle = await openWithKey(await openIn(at.files)(path.join(at.stick, 'a.mrb')), keyOpener(KEY));
    const report = await restoreInto(other, bundle, {});
    expect(report).toMatchObject({ added: 5, refused: 0, files: 2 });
    expect(report.registers.size).toBe(0);
    expect([...other.subjects()].sort()).toEqual(['case-a', 'case-b']);
    await other.close();
    await at.store.close();
  });

  it('after an older copy of the store was put back moves its chain on, so that no counter is used twice', async () => {
    const at = await desk();
    const older = at.files.tree();
    await take(at.store, 402, 'case-b');
    await back(at);
    const backup = at.files.bytes(path.join(at.stick, 'a.mrb'));
    await at.store.close();
    const files = new MovingFiles(older);
    const store = await JournalStore.open(roomOptions(at.folder, files));
    expect(store.chain.seq).toBe(7);
    files.put(path.join(at.stick, 'a.mrb'), backup);
    const report = await restoreInto(store, await opened({ ...at, files, store }), {});
    expect(report.added).toBe(1);
    await store.receive([...report.registers.values()].flat(), { restore: true });
    expect(store.chain.seq).toBe(9);
    expect((await store.read(REGISTER)).length).toBe(3);
    await store.close();
  });
});
