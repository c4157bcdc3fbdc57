import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderTaken, lockFolder } from '../../../centre/db/folder-lock';
import { sharedPglite } from '../../fixtures/embedded';

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

  it('runs a text that it ran before under another role, after a fault and on a changed table', async () => {
    const db = await sharedPglite();
    const change = (text: string) => db.within({ as: 'admin' }, ({ query }) => query(text));
    const ask = (as: 'admin' | 'service', from: unknown) =>
      db.within({ as }, ({ query }) => query('select x from planned where x >= $1::int order by x', [from]));
    await expect(ask('admin', 1)).rejects.toThrow('planned');
    await change('create table planned (x int); insert into planned values (1), (2)');
    expect(await ask('admin', 2)).toEqual([{ x: 2 }]);
    await expect(ask('service', 2)).rejects.toThrow('permission denied');
    await expect(ask('admin', 'two')).rejects.toThrow('invalid input');
    await change('alter table planned add column y int; create index on planned (x)');
    for (let turn = 0; turn < 7; turn++) expect(await ask('admin', 1)).toEqual([{ x: 1 }, { x: 2 }]);
    expect(await ask('admin', null)).toEqual([]);
    await change('drop table planned');
    await expect(ask('admin', 1)).rejects.toThrow('planned');
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
