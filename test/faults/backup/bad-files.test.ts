import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BackupError } from '../../../electron/core/backup/backup-error';
import { readHead } from '../../../electron/core/backup/backup-format';
import { openWithSeal } from '../../../electron/core/backup/open-backup';
import { readBackup } from '../../../electron/core/backup/read-backup';
import { restoreInto } from '../../../electron/core/backup/restore-into';
import { back, bytesSource, desk, LARGE, opened, prints, type Desk } from '../../unit/backup/support';

/** Where the head ends and each page begins and ends. */
async function placesOf(bytes: Buffer): Promise<readonly number[]> {
  const { begin } = await readHead(bytesSource(bytes));
  const places = [begin];
  for (let at = begin; at < bytes.length;) places.push((at += 4 + bytes.readUInt32BE(at)));
  return places;
}

/** What reading these bytes whole comes to; null when all is well. */
async function faultIn({ store }: Desk, bytes: Uint8Array): Promise<string | null> {
  try {
    await readBackup(await openWithSeal(bytesSource(bytes), store.look.backup), {}, {});
    return null;
  } catch (fault) {
    if (fault instanceof BackupError) return fault.fault;
    throw fault;
  }
}

describe('a backup file', () => {
  it('with one flipped bit anywhere is a named fault, and restores nothing', async () => {
    const at = await desk(LARGE);
    await back(at);
    const bytes = Buffer.from(at.files.bytes(path.join(at.stick, 'a.mrb')));
    const places = await placesOf(bytes);
    // Every byte of the heads, and a sample of what the seals cover.
    const spots = new Set([...places.flatMap((place) => [place - 1, place, place + 3, place + 5]), bytes.length - 1]);
    for (let at = 0; at < (places[0] ?? 0); at += 7) spots.add(at);
    for (let at = places[0] ?? 0; at < bytes.length; at += 997) spots.add(at);
    const before = prints(at.files);
    for (const spot of [...spots].filter((each) => each < bytes.length)) {
      const bad = Buffer.from(bytes);
      bad[spot] = (bad[spot] ?? 0) ^ 0x10;
      expect(await faultIn(at, bad), `byte ${spot}`).toMatch(/damaged|cut|not-a-backup|newer-version/);
    }
    const bad = Buffer.from(bytes);
    bad[bytes.length - 1] = (bad[bytes.length - 1] ?? 0) ^ 1;
    const bundle = await openWithSeal(bytesSource(bad), at.store.look.backup);
    await expect(restoreInto(at.store, bundle, {})).rejects.toMatchObject({ fault: 'damaged' });
    expect(prints(at.files)).toEqual(before);
    await at.store.close();
  });

  it('cut at any place is incomplete, also between two pages', async () => {
    const at = await desk(LARGE);
    await back(at);
    const bytes = Buffer.from(at.files.bytes(path.join(at.stick, 'a.mrb')));
    const places = await placesOf(bytes);
    expect(places.length).toBeGreaterThan(3);
    const ends = new Set(places.flatMap((place) => [place - 1, place, place + 1, place + 4, place + 60]));
    for (let at = 0; at < bytes.length; at += 1499) ends.add(at);
    for (const end of [...ends].filter((each) => each < bytes.length))
      expect(await faultIn(at, bytes.subarray(0, end)), `cut at ${end}`).toBe('cut');
    expect(await faultIn(at, Buffer.concat([bytes, Buffer.of(0)]))).toMatch(/damaged|cut/);
    await at.store.close();
  });

  it('with pages swapped, left out, doubled, or taken from another backup is damaged', async () => {
    const at = await desk(LARGE);
    await back(at);
    await back(at, 'other.mrb');
    const bytes = Buffer.from(at.files.bytes(path.join(at.stick, 'a.mrb')));
    const other = Buffer.from(at.files.bytes(path.join(at.stick, 'other.mrb')));
    const pages = async (from: Buffer) => {
      const places = await placesOf(from);
      return {
        head: from.subarray(0, places[0]),
        all: places.slice(0, -1).map((p, n) => from.subarray(p, places[n + 1])),
      };
    };
    const [{ head, all }, theirs] = [await pages(bytes), await pages(other)];
    const [first = head, second = head, ...rest] = all;
    expect(await faultIn(at, Buffer.concat([head, ...all]))).toBeNull();
    for (const wrong of [
      [second, first, ...rest],
      [second, ...rest],
      [first, first, second, ...rest],
      [first, second, second, ...rest],
      [theirs.all[0] ?? head, second, ...rest],
      [...all, ...all.slice(-1)],
      [first, ...rest],
    ])
      expect(await faultIn(at, Buffer.concat([head, ...wrong]))).toMatch(/damaged|cut/);
    expect(await faultIn(at, Buffer.concat([theirs.head, ...all]))).toBe('damaged');
    expect(await opened(at)).toBeDefined();
    await at.store.close();
  });
});
