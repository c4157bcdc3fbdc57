import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderTaken, lockFolder } from '../../../centre/db/folder-lock';
import { sharedPglite } from '../../fixtures/centre';

describe('the embedded database', () => {
  it('gives int8 as number and bytea as bytes, and takes both', async () => {
    const db = await sharedPglite();
    const rows = await db.within({ as: 'admin' }, ({ query }) =>
      query('select $1::bigint as big, $2::bytea as bytes, $3::text[] as words', [
        Number.MAX_SAFE_INTEGER,
        new Uint8Array([0, 255]),
        ['a"b', '\\', '文'],
      ]),
    );
    expect(rows).toEqual([
      { big: Number.MAX_SAFE_INTEGER, bytes: new Uint8Array([0, 255]), words: ['a"b', '\\', '文'] },
    ]);
  });

  it('undoes a transaction whose work fails, and goes on', async () => {
    const db = await sharedPglite();
    const failing = db.within({ as: 'admin' }, async ({ query }) => {
      await query('create table undone (x int)');
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    const rows = await db.within({ as: 'admin' }, ({ query }) => query(`select to_regclass('undone') as found`));
    expect(rows).toEqual([{ found: null }]);
  });

  it('runs transactions one after another', async () => {
    const db = await sharedPglite();
    const steps: string[] = [];
    const work = (name: string) =>
      db.within({ as: 'service' }, async ({ query }) => {
        steps.push(`${name} begins`);
        await query('select 1');
        steps.push(`${name} ends`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});

describe('the lock on a folder', () => {
  it('refuses while another process lives, and gives way when it was killed', () => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'centre-lock-'));
    const file = path.join(place, 'centre.lock');
    writeFileSync(file, String(process.ppid));
    expect(() => lockFolder(place)).toThrow(FolderTaken);
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, String(pid));
    const unlock = lockFolder(place);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    expect(() => lockFolder(place)).toThrow(FolderTaken);
    unlock();
    // A killed container left its number, which is this process's own.
    writeFileSync(file, String(process.pid));
    lockFolder(place)();
    rmSync(place, { recursive: true });
  });
});
