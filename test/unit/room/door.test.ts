import { expect, onTestFinished, test } from 'vitest';
import { ACCOUNT_SET, accountData } from '../../../electron/core/access/accounts';
import { Door, type DoorParts } from '../../../electron/core/room/door';
import { summarise } from '../../../electron/core/room/subjects';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { CHEAP } from '../../fixtures/signed-in';
import { emptyTree, MemoryFiles } from '../../fixtures/memory-files';
import { freshFolder, optionsFor } from '../../fixtures/store';

const DAY = 86_400_000;
const PASSWORD = 'seven words here';

/** A store with one account, and what its door is told of the outside. */
async function world() {
  const folder = await freshFolder();
  const files = new MemoryFiles(emptyTree(folder));
  const clock = { at: Date.UTC(2026, 10, 24), now: () => clock.at };
  const options = { ...optionsFor(folder, files), clock, summarise };
  let store = await JournalStore.create(options);
  const outside: { locked: string[]; centre: { lastContact: number | null } | null } = { locked: [], centre: null };
  const parts = (): DoorParts => ({
    store,
    clock,
    cost: CHEAP,
    lockedByCentre: () => outside.locked,
    centre: () => outside.centre,
  });
  const data = accountData('陈', { roles: ['mediator'] });
  await store.commit([{ subject: 'accounts-1', kind: ACCOUNT_SET, data, account: '陈' }]);
  let door = await Door.open(parts());
  await door.putPassword('陈', PASSWORD);
  const reopen = async (): Promise<Door> => {
    await store.close();
    store = await JournalStore.open(options);
    return (door = await Door.open(parts()));
  };
  onTestFinished(() => store.close());
  const chen = () => {
    const account = door.accounts.account('陈');
    if (!account) throw new Error('no account');
    return account;
  };
  return { folder, files, clock, outside, reopen, chen, door: () => door };
}

test('without a centre nobody is kept out for being offline', async () => {
  const { clock, door, chen } = await world();
  clock.at += 400 * DAY;
  expect(door().barred(chen())).toBeNull();
});

test('with a centre the days count from the later of the last signing in and the last contact', async () => {
  const { clock, outside, door, chen } = await world();
  outside.centre = { lastContact: null };
  clock.at += 30 * DAY;
  expect(door().barred(chen())).toBeNull();
  clock.at += DAY;
  expect(door().barred(chen())).toMatchObject({ code: 'offline-too-long', detail: { days: '30' } });
  outside.centre = { lastContact: clock.at - 2 * DAY };
  expect(door().barred(chen())).toBeNull();
  clock.at += 29 * DAY;
  expect(door().barred(chen())?.code).toBe('offline-too-long');
  await door().keepPerson('陈', { lastSignIn: clock.at - DAY });
  expect(door().barred(chen())).toBeNull();
});

test('a clock set back before a restart does not give the days back', async () => {
  const { clock, outside, door, chen, reopen } = await world();
  outside.centre = { lastContact: null };
  clock.at += 40 * DAY;
  await door().keepTime();
  await reopen();
  clock.at -= 30 * DAY;
  expect(door().barred(chen())?.code).toBe('offline-too-long');
});

test('who the centre locked is out, whatever is free here', async () => {
  const { outside, door, chen } = await world();
  outside.locked.push('陈');
  expect(door().barred(chen())?.code).toBe('locked-by-centre');
  expect(door().lockOf(chen())).toBe('centre');
});

test('a note that cannot be read makes everybody wait, and is then whole again', async () => {
  const { files, folder, door, chen, reopen, clock } = await world();
  await door().keepPerson('陈', { lastSignIn: 1 });
  files.put(`${folder}/access.mrs`, Buffer.from('rubbish'));
  await reopen();
  expect(await door().tryPassword(chen(), PASSWORD)).toMatchObject({ code: 'wait' });
  clock.at += 31_000;
  expect(await door().tryPassword(chen(), PASSWORD)).toBeNull();
  await reopen();
  expect(door().waitsUntil('陈')).toBeNull();
});

test('where the count cannot be kept, no secret is tried', async () => {
  const { files, door, chen } = await world();
  const create = files.create.bind(files);
  const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  Object.assign(files, { create: full });
  await expect(door().tryPassword(chen(), PASSWORD)).rejects.toMatchObject({ fault: 'disk-full' });
  Object.assign(files, { create });
  expect(door().person('陈').attempts.wrong).toBe(0);
});
