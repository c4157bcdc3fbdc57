import fs, { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DbAway } from '../../../centre/db/db';
import { FolderTaken } from '../../../centre/db/folder-lock';
import { openPglite } from '../../../centre/db/pglite-db';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'centre-db-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stock = fs.fsyncSync;
afterEach(() => {
  fs.fsyncSync = stock;
  syncBuiltinESMExports();
});

describe('the embedded database on a folder', () => {
  it('flushes to the disk before it says that a transaction is done, and has all of it when opened again', async () => {
    let flushed = 0;
    fs.fsyncSync = (descriptor) => {
      flushed += 1;
      stock(descriptor);
    };
    syncBuiltinESMExports();
    const db = await openPglite(folder);
    await db.within({ as: 'admin' }, ({ query }) => query('create table word (text text)'));
    const before = flushed;
    await db.within({ as: 'admin' }, ({ query }) => query('insert into word values ($1)', ['调解']));
    expect(flushed).toBeGreaterThan(before);
    await expect(openPglite(folder)).rejects.toThrow(FolderTaken);
    await db.close();
    await expect(db.within({ as: 'admin' }, ({ query }) => query('select 1'))).rejects.toThrow(DbAway);

    const again = await openPglite(folder);
    expect(await again.within({ as: 'admin' }, ({ query }) => query('select text from word'))).toEqual([
      { text: '调解' },
    ]);
    await again.close();
  });
});
