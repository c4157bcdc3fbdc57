import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recoveryOpener } from '../../../electron/core/access/openers';
import { memoryOf } from '../../../electron/core/backup/backup-memory';
import { foldBlock } from '../../../electron/core/domain/numbers/number-block';
import { restoreRoom } from '../../../electron/core/room/restore-room';
import { summarise } from '../../../electron/core/room/subjects';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { keyOpener, type Opener } from '../../../electron/core/store/store-header';
import { verifyStore } from '../../../electron/core/verify/verify-store';
import { KEY } from '../../fixtures/store';
import { back, desk, openIn, REGISTER, roomOptions, take, type Desk } from './support';

const NEW_KEY = keyOpener(Buffer.alloc(32, 9));

/** Where a new computer builds; a real folder for the lock beside the place. */
async function newPlace({ folder }: Desk): Promise<string> {
  const place = path.join(path.dirname(folder), 'new', 'store');
  await fs.mkdir(`${place}.building`, { recursive: true });
  await fs.mkdir(place);
  return place;
}

async function restored(at: Desk, opener: Opener = keyOpener(KEY)) {
  const place = await newPlace(at);
  await at.files.makeFolder(path.dirname(place));
  const ports = { folder: place, files: at.files, clock: { now: () => Date.UTC(2026, 10, 27) }, opener: NEW_KEY };
  const report = await restoreRoom(ports, path.join(at.stick, 'a.mrb'), opener, openIn(at.files), {});
  return { place, report, open: (by: Opener) => JournalStore.open({ ...roomOptions(place, at.files), opener: by }) };
}

describe('a store on a new computer', () => {
  it('has all of the backup, a new key of its own, the old ones as former, and passes verify', async () => {
    const at = await desk();
    await back(at);
    await at.store.commit([]);
    const { report, open } = await restored(at);
    expect(report).toEqual({ ok: true, value: { added: 7, known: 0, files: 2, refused: 0, heldBlocks: 1 } });
    const store = await open(NEW_KEY);
    expect(store.station).not.toBe(at.store.station);
    expect(store.former).toEqual([at.store.station]);
    for (const subject of at.store.subjects()) {
      const ids = (await store.read(subject)).map(({ id }) => id);
      for (const { id } of await at.store.read(subject)) expect(ids).toContain(id);
    }
    const { restored: known } = memoryOf(await store.note('backup').read());
    expect(known).toEqual({ [at.store.station]: 7 });
    const check = await verifyStore(store, { summarise, known: () => false, restored: known });
    expect(check).toMatchObject({ cases: 2, faults: [] });
    await store.close();
    await at.store.close();
  });

  it('opens by every way that opened the old one, not by its operating system, and by this computer', async () => {
    const at = await desk();
    const recovery = recoveryOpener(randomBytes(20));
    await at.store.keys.put(recovery);
    await at.store.keys.put({ ...keyOpener(randomBytes(32)), way: 'os' });
    await back(at);
    const { open } = await restored(at, recovery);
    for (const opener of [recovery, NEW_KEY]) {
      const store = await open(opener);
      expect((await store.keys.ways()).map(({ way }) => way).sort()).toEqual(['key-file', 'recovery']);
      await store.close();
    }
    await at.store.close();
  });

  it('holds every block with numbers left, and only those', async () => {
    const at = await desk();
    const full = { series: 'letter', year: 2026, first: 1, last: 1 };
    const letters = 'numbers-letter-2026-1';
    await at.store.commit([
      { subject: letters, kind: 'block-leased', data: { block: full }, account: 'chen' },
      { subject: letters, kind: 'number-taken', data: { seq: 1, case: 'case-a', paper: 'F27.case' }, account: 'chen' },
    ]);
    await back(at);
    const { open } = await restored(at);
    const store = await open(NEW_KEY);
    expect(foldBlock(await store.read(REGISTER))).toMatchObject({ held: true, next: null, left: 0, low: true });
    expect(foldBlock(await store.read(letters))?.held).toBeUndefined();
    await store.close();
    await at.store.close();
  });

  it('of a room that goes on elsewhere does not take its later entries for a gap', async () => {
    const at = await desk();
    await back(at);
    await take(at.store, 402, 'case-b');
    await at.store.commit([{ subject: 'case-a', kind: 'case-set', data: { set: { facts: '后来' } }, account: 'chen' }]);
    const later = (await at.store.read('case-a')).slice(-1);
    const { open } = await restored(at);
    const store = await open(NEW_KEY);
    await store.receive(later);
    const { restored: known } = memoryOf(await store.note('backup').read());
    expect((await verifyStore(store, { summarise, known: () => false, restored: known })).faults).toEqual([]);
    await store.close();
    await at.store.close();
  });

  it('is refused where a store is, with a wrong key, and from a file that is not there; nothing is left', async () => {
    const at = await desk();
    await back(at);
    const before = at.files.names();
    const wrong = await restored(at, keyOpener(randomBytes(32)));
    expect(wrong.report).toMatchObject({ ok: false, problems: [{ code: 'wrong-key' }] });
    expect(at.files.names()).toEqual(before);
    const ports = { folder: at.folder, files: at.files, clock: { now: () => 0 }, opener: NEW_KEY };
    const there = restoreRoom(ports, path.join(at.stick, 'a.mrb'), keyOpener(KEY), openIn(at.files), {});
    expect(await there).toMatchObject({ ok: false, problems: [{ code: 'store-exists' }] });
    const none = restoreRoom(ports, path.join(at.stick, 'none.mrb'), keyOpener(KEY), openIn(at.files), {});
    expect(await none).toMatchObject({ ok: false, problems: [{ code: 'unreadable-file' }] });
    expect(at.files.names()).toEqual(before);
    await at.store.close();
  });
});
