import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWithSeal } from '../../../electron/core/backup/open-backup';
import { restoreInto } from '../../../electron/core/backup/restore-into';
import { restoreRoom } from '../../../electron/core/room/restore-room';
import { summarise } from '../../../electron/core/room/subjects';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { keyOpener } from '../../../electron/core/store/store-header';
import { StoreError } from '../../../electron/core/store/store-error';
import { verifyStore } from '../../../electron/core/verify/verify-store';
import { journalFile, KEY } from '../../fixtures/store';
import {
  back,
  bytesSource,
  contents,
  desk,
  MovingFiles,
  openIn,
  REGISTER,
  roomOptions,
} from '../../unit/backup/support';
import { cuts, cutting, type Cut } from './support';

const OWN = keyOpener(Buffer.alloc(32, 9));
const ONCE = [{ code: 'ENOSPC', lasting: false, half: false }] as const;
const DEAD = [{ code: 'EIO', lasting: true, half: true }] as const;

describe('a restore on a new computer whose disk fails', () => {
  it('at any call leaves a whole room or none, and works at the next try', async () => {
    const at = await desk();
    await back(at);
    const place = path.join(path.dirname(at.folder), 'new', 'store');
    await fs.mkdir(`${place}.building`, { recursive: true });
    await fs.mkdir(place);
    await at.files.makeFolder(path.dirname(place));
    const backup = path.join(at.stick, 'a.mrb');
    const start = at.files.tree();
    const attempt = (files: MovingFiles, cut: Cut | null) => {
      const disk = cutting(files, cut);
      const ports = { folder: place, files: disk.files, clock: { now: () => 0 }, opener: OWN };
      return restoreRoom(ports, backup, keyOpener(KEY), openIn(files), {}).then(
        (made) => ({ made, calls: disk.calls() }),
        (fault: unknown) => ({ made: fault, calls: disk.calls() }),
      );
    };
    const { calls, made } = await attempt(new MovingFiles(start), null);
    expect(made).toMatchObject({ ok: true });
    // Every call once as a full disk, every fifth as the moment when all ends.
    const all = [...cuts(calls, ONCE), ...[...cuts(calls, DEAD)].filter(({ at: n }) => n % 5 === 0)];
    for (const cut of all) {
      const files = new MovingFiles(start);
      const name = JSON.stringify(cut);
      const first = (await attempt(files, cut)).made;
      const there = files.names().some((each) => each === path.join(place, 'store.json'));
      if (!there) {
        expect(first, name).toMatchObject({ ok: false });
        if (cut.at % 4 !== 0) continue;
        expect(await attempt(files, null), name).toMatchObject({ made: { ok: true } });
      }
      const store = await JournalStore.open({ ...roomOptions(place, files), opener: OWN });
      expect(
        (await store.read(REGISTER)).map(({ kind }) => kind),
        name,
      ).toContain('block-held');
      for (const subject of at.store.subjects())
        expect((await store.read(subject)).length, name).toBeGreaterThanOrEqual((await at.store.read(subject)).length);
      await store.close();
    }
    await at.store.close();
  });
});

describe('a restore into a store whose disk fails', () => {
  it('at any call leaves whole journals, and the next try brings back the rest', async () => {
    const at = await desk();
    await back(at);
    const backup = at.files.bytes(path.join(at.stick, 'a.mrb'));
    const whole = await contents(at.store);
    await at.store.close();
    at.files.put(journalFile(at.folder, 'case-b'), Buffer.from('rubbish'));
    at.files.put(journalFile(at.folder, 'case-a'), null);
    for (const name of at.files.names()) if (name.includes(`${path.sep}blobs${path.sep}`)) at.files.put(name, null);
    const start = at.files.tree();
    const attempt = async (files: MovingFiles, cut: Cut | null) => {
      const disk = cutting(files, null);
      const store = await JournalStore.open(roomOptions(at.folder, disk.files));
      const opening = disk.calls();
      await store.close().catch(() => undefined);
      const bad = cutting(files, cut && { ...cut, at: cut.at + opening });
      const again = await JournalStore.open(roomOptions(at.folder, bad.files));
      const bundle = await openWithSeal(bytesSource(backup), again.look.backup);
      const fault: unknown = await restoreInto(again, bundle, {}).catch((error: unknown) => error);
      const calls = bad.calls() - opening;
      await again.close().catch(() => undefined);
      return { fault, calls };
    };
    const { calls } = await attempt(new MovingFiles(start), null);
    for (const cut of cuts(calls, ONCE)) {
      const files = new MovingFiles(start);
      const { fault } = await attempt(files, cut);
      const name = JSON.stringify(cut);
      if (fault instanceof Error) expect(fault, name).toBeInstanceOf(StoreError);
      expect((await attempt(files, null)).fault, name).toMatchObject({ refused: 0 });
      const store = await JournalStore.open(roomOptions(at.folder, files));
      expect(await contents(store), name).toEqual(whole);
      const { faults } = await verifyStore(store, { summarise, known: () => false });
      expect(faults, name).toEqual([]);
      await store.close();
    }
  });
});
