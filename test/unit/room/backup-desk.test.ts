import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOpener } from '../../../electron/core/store/store-header';
import { ACCESS_PREFIX } from '../../../electron/core/domain/journal/subject-kinds';
import { codes, must, testRoom, type TestRoom } from '../../fixtures/room';
import { journalFile } from '../../fixtures/store';
import { smallAgreement, smallCase } from '../../fixtures/writes';

const DAY = 86_400_000;

let at: TestRoom;
let stick: string;
beforeEach(async () => {
  at = await testRoom();
  stick = path.join(path.dirname(at.ports.folder), 'stick');
  await fs.mkdir(stick);
});
afterEach(() => at.end());

const names = async (): Promise<readonly string[]> => (await fs.readdir(stick)).sort();
const newCase = async (): Promise<string> => must(await at.room.cases.create([...smallCase(), smallAgreement])).id;

describe('daily backups', () => {
  it('are made once a day in Shanghai, when a folder was chosen and can be reached; the page says what came of it', async () => {
    expect(await at.room.backups.daily()).toBe('not-due');
    expect(await at.room.backups.page()).toMatchObject({
      folder: null,
      reachable: false,
      backupDue: true,
      proofDue: true,
    });
    await at.room.backups.setFolder(path.join(stick, 'gone'));
    expect(await at.room.backups.daily()).toBe('failed');
    expect(await at.room.backups.page()).toMatchObject({ problem: { code: 'backup-folder-unreachable' }, last: null });
    await at.room.backups.setFolder(stick);
    expect([await at.room.backups.daily(), await at.room.backups.daily()]).toEqual(['made', 'not-due']);
    expect(await names()).toEqual(['调解室三-2024-04-25.mrb']);
    at.clock.now += DAY;
    expect(await at.room.backups.daily()).toBe('made');
    const page = await at.room.backups.page();
    expect(page).toMatchObject({ problem: null, reachable: true, backupDue: false });
    expect(page.list.map(({ file, checked }) => [file, checked])).toEqual([
      ['调解室三-2024-04-26.mrb', true],
      ['调解室三-2024-04-25.mrb', true],
    ]);
    expect(page.last).toMatchObject({ file: '调解室三-2024-04-26.mrb', cases: 0, checked: true });
  });

  it('are recorded, and made by hand more than once a day under the time', async () => {
    await at.room.backups.setFolder(stick);
    must(await at.room.backups.run());
    must(await at.room.backups.run());
    expect(await names()).toEqual(['调解室三-2024-04-25-094107.mrb', '调解室三-2024-04-25.mrb']);
    const store = at.room['store'];
    const log = store.subjects().find((subject) => subject.startsWith(ACCESS_PREFIX)) ?? '';
    expect((await store.read(log)).map(({ data, account }) => [data['event'], account])).toEqual([
      ['backup-made', '谢怀舟'],
      ['backup-made', '谢怀舟'],
    ]);
  });

  it('are kept by the rule; files of other rooms and of people are never removed', async () => {
    const other = await testRoom();
    must(await other.room.backups.write(path.join(stick, '调解室三-2023-01-01.mrb')));
    await other.end();
    await fs.writeFile(path.join(stick, '照片.mrb'), 'mine');
    await at.room.backups.setFolder(stick);
    await at.room.backups.setKeep({ days: 2, weeks: 0, months: 0 });
    for (let day = 0; day < 3; day++) {
      expect(await at.room.backups.daily()).toBe('made');
      at.clock.now += DAY;
    }
    expect(await names()).toEqual([
      '照片.mrb',
      '调解室三-2023-01-01.mrb',
      '调解室三-2024-04-26.mrb',
      '调解室三-2024-04-27.mrb',
    ]);
  });

  it('without something that is damaged here say so, and nothing is removed meanwhile', async () => {
    const id = await newCase();
    await at.room.backups.setFolder(stick);
    await at.room.backups.setKeep({ days: 1, weeks: 0, months: 0 });
    must(await at.room.backups.run());
    await fs.writeFile(journalFile(at.ports.folder, id), 'rubbish');
    at.clock.now += DAY;
    expect(await at.room.backups.daily()).toBe('made');
    expect((await at.room.backups.page()).problem?.code).toBe('backup-left-out');
    expect(await names()).toHaveLength(2);
    // What is damaged comes back from the older one, and the next backup is whole again.
    const [whole = ''] = await names();
    expect(must(await at.room.backups.restore(path.join(stick, whole), null)).added).toBeGreaterThan(0);
    must(await at.room.backups.run());
    expect(await at.room.backups.page()).toMatchObject({ problem: null });
    expect(must(await at.room.cases.open(id)).id).toBe(id);
  });
});

describe('the proof', () => {
  it('opens the newest backup, holds it against the store and is due again after a month', async () => {
    expect(codes(await at.room.backups.prove())).toEqual(['no-backup-folder']);
    await at.room.backups.setFolder(stick);
    expect(codes(await at.room.backups.prove())).toEqual(['no-backup']);
    await newCase();
    must(await at.room.backups.run());
    await newCase(); // what came later does not disturb it
    const page = must(await at.room.backups.prove());
    expect(page).toMatchObject({ proof: { ok: true, words: { code: 'proof-passed' } }, proofDue: false });
    at.clock.now += 32 * DAY;
    expect((await at.room.backups.page()).proofDue).toBe(true);
  });

  it('fails on a damaged backup, in words, and stays due', async () => {
    await at.room.backups.setFolder(stick);
    const { file } = must(await at.room.backups.run());
    const bytes = await fs.readFile(path.join(stick, file));
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    await fs.writeFile(path.join(stick, file), bytes);
    expect(must(await at.room.backups.prove())).toMatchObject({
      proof: { ok: false, words: { code: 'damaged' } },
      proofDue: true,
    });
  });
});

describe('the desk', () => {
  it('does one thing at a time, and stops it when asked', async () => {
    await at.room.backups.setFolder(stick);
    const first = at.room.backups.run(() => at.room.backups.cancel());
    expect(codes(await at.room.verifying.run())).toEqual(['busy']);
    expect(codes(await first)).toEqual(['stopped']);
    expect(await names()).toEqual([]);
    expect(must(await at.room.verifying.run())).toMatchObject({ faults: [], cancelled: false });
  });

  it('asks for the key of a backup of another workstation, and takes it', async () => {
    const other = await testRoom();
    const key = keyOpener(Buffer.alloc(32, 7));
    const file = path.join(stick, 'other.mrb');
    must(await other.room.cases.create(smallCase()));
    must(await other.room.backups.write(file));
    await other.end();
    expect(codes(await at.room.backups.restore(file, null))).toEqual(['backup-needs-key']);
    expect(codes(await at.room.backups.restore(file, keyOpener(Buffer.alloc(32, 1))))).toEqual(['wrong-key']);
    expect(must(await at.room.backups.restore(file, key))).toMatchObject({ refused: 0, heldBlocks: 0 });
    expect(at.room.caseCount).toBe(1);
    expect(codes(await at.room.backups.restore(path.join(stick, 'none.mrb'), null))).toEqual(['unreadable-file']);
  });

  it('cannot repair from a centre that it does not know', async () => {
    expect(codes(await at.room.verifying.repair())).toEqual(['no-centre']);
  });
});
