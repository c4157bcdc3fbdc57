import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBackup } from '../../../electron/core/backup/make-backup';
import { BackupError } from '../../../electron/core/backup/backup-error';
import { readBackup } from '../../../electron/core/backup/read-backup';
import { StoreError } from '../../../electron/core/store/store-error';
import { bytesSource, desk, opened, openIn, type Desk } from '../../unit/backup/support';
import { cuts, cutting, type Cut } from './support';

const ORDER = { backup: 'b', room: '调解室三', at: 0, restored: {} };
const WAYS = [
  { code: 'ENOSPC', lasting: false, half: false },
  { code: 'EIO', lasting: false, half: true },
  { code: 'EIO', lasting: true, half: false },
] as const;

/** Makes a backup on a stick that fails at one call; resolves to the fault, null where it went well, and the calls. */
async function tried({ files, store, stick }: Desk, cut: Cut | null) {
  const disk = cutting(files, cut);
  const target = path.join(stick, 'a.mrb');
  const fault: unknown = await makeBackup(
    store,
    ORDER,
    target,
    { files: disk.files, open: openIn(disk.files) },
    {},
  ).then(
    () => null,
    (error: unknown) => error,
  );
  return { fault, calls: disk.calls() };
}

describe('a backup to a stick that fails', () => {
  it('at any one call is a named fault and leaves what was there before, or is whole', async () => {
    const at = await desk();
    const target = path.join(at.stick, 'a.mrb');
    const before = Buffer.from('the backup of yesterday');
    const { calls } = await tried(at, null);
    expect(calls).toBeGreaterThan(8);
    for (const cut of cuts(calls, WAYS)) {
      for (const name of await at.files.list(at.stick)) at.files.put(path.join(at.stick, name), null);
      at.files.put(target, before);
      const { fault } = await tried(at, cut);
      const name = JSON.stringify(cut);
      if (fault !== null) {
        expect(fault instanceof StoreError || fault instanceof BackupError, name).toBe(true);
        const full = cut.code === 'ENOSPC' && fault instanceof StoreError;
        if (full) expect(fault.fault, name).toBe('disk-full');
      }
      const there = at.files.bytes(target);
      if (!Buffer.from(there).equals(before))
        await readBackup(await opened(at), {}, {}); // throws unless it is whole
      else expect(fault, name).not.toBeNull();
      const left = (await at.files.list(at.stick)).filter((each) => each !== 'a.mrb');
      if (!cut.lasting) expect(left, name).toEqual([]);
      // What a dead medium kept is removed by the next backup.
      expect((await tried(at, null)).fault, name).toBeNull();
      expect(await at.files.list(at.stick), name).toEqual(['a.mrb']);
    }
    await at.store.close();
  });

  it('by giving other bytes back than were written is found out, and no such file is kept', async () => {
    const at = await desk();
    const target = path.join(at.stick, 'a.mrb');
    for (const spoil of [-1, 0.5]) {
      const open = async (file: string) => {
        const bytes = Buffer.from(await at.files.read(file));
        const place = spoil < 0 ? bytes.length - 1 : Math.floor(bytes.length * spoil);
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        return { ...bytesSource(bytes), close: () => Promise.resolve() };
      };
      const made = makeBackup(at.store, ORDER, target, { files: at.files, open }, {});
      await expect(made).rejects.toMatchObject({ name: 'BackupError', fault: 'damaged' });
      expect(await at.files.list(at.stick)).toEqual([]);
    }
    await at.store.close();
  });
});
