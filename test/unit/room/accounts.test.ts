import { expect, onTestFinished, test } from 'vitest';
import { AccessError } from '../../../electron/core/access/access-error';
import { ACCESS_PREFIX } from '../../../electron/core/domain/journal/subject-kinds';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { summarise } from '../../../electron/core/room/subjects';
import { codes, must } from '../../fixtures/room';
import { FOUNDER, PASSWORD, PERSON, signedInRoom, type SignedInRoom } from '../../fixtures/signed-in';

async function opened(...args: Parameters<typeof signedInRoom>): Promise<SignedInRoom> {
  const at = await signedInRoom(...args);
  onTestFinished(() => at.end());
  return at;
}

const BANK = { name: '刺桐湾银行', creditCode: null };
const row = (at: SignedInRoom, name: string) =>
  at.room.accounts.page().accounts.find((account) => account.name === name);

test('an account has its roles, an institution only where a role needs one, and a name that is not there yet', async () => {
  const at = await opened();
  const { accounts } = at.room;
  expect(codes(await accounts.add(` ${FOUNDER}`, ['clerk'], null, 'some words 5'))).toEqual(['name-taken']);
  expect(codes(await accounts.add('林可', ['part-time-mediator'], null, 'some words 5'))).toEqual([
    'institution-needed',
  ]);
  expect(codes(await accounts.add('林可', ['clerk'], null, '林可12345678'))).toEqual(['password-like-name']);
  must(await accounts.add('林可', ['clerk', 'part-time-mediator'], BANK, 'some words 5'));
  must(await accounts.add('王书', ['clerk'], BANK, 'some words 5'));
  expect(row(at, '林可')).toMatchObject({
    roles: ['part-time-mediator', 'clerk'],
    institution: BANK,
    lastSignIn: null,
  });
  expect(row(at, '王书')).toMatchObject({ roles: ['clerk'], institution: null, locked: null });
});

test('accounts, settings and who did it survive a restart', async () => {
  const at = await opened();
  must(await at.room.accounts.changeSettings({ idleMinutes: 3, offlineDays: 14, pinHours: 4 }));
  must(await at.room.accounts.add('林可', ['auditor'], null, 'some words 5'));
  await at.restart();
  expect(at.room.access.state().idleMinutes).toBe(3);
  await at.as(FOUNDER);
  expect(at.room.accounts.page().settings).toEqual({ idleMinutes: 3, offlineDays: 14, pinHours: 4 });
  await at.room.close();
  const store = await JournalStore.open({ ...at.ports, summarise });
  onTestFinished(() => store.close());
  const notes = (
    await Promise.all(
      store
        .subjects()
        .filter((s) => s.startsWith(ACCESS_PREFIX))
        .map((s) => store.read(s)),
    )
  )
    .flat()
    .map(({ account, data }) => [account, data['event'], data['what']]);
  expect(notes).toContainEqual([FOUNDER, 'account-changed', 'add 林可']);
  expect(notes).toContainEqual([FOUNDER, 'account-changed', 'settings']);
  expect(notes.filter(([, event]) => event === 'signed-in')).toHaveLength(2);
});

test('a retired person is kept in the list, and the password opens nothing any more', async () => {
  const at = await opened(['mediator']);
  await at.as(FOUNDER);
  must(await at.room.accounts.alter(PERSON, { roles: ['mediator'], institution: null, retired: true }));
  expect(row(at, PERSON)).toMatchObject({ retired: true });
  expect(codes(await at.room.access.signIn(PERSON, PASSWORD))).toEqual(['wrong-secret']);
  expect(codes(await at.room.accounts.resetPassword(PERSON, 'some words 5'))).toEqual(['retired']);
  expect((await at.room.keys.page()).passwords).toBe(1);
  must(await at.room.accounts.alter(PERSON, { roles: ['mediator'], institution: null, retired: false }));
  expect(codes(await at.room.access.signIn(PERSON, PASSWORD))).toEqual(['no-password']);
  must(await at.room.accounts.resetPassword(PERSON, 'some words 5'));
  must(await at.room.access.signIn(PERSON, 'some words 5'));
});

test('the last administrator keeps the role, the use and the freedom of the account', async () => {
  const at = await opened();
  const { accounts } = at.room;
  const set = { roles: ['administrator'], institution: null, retired: false } as const;
  expect(codes(await accounts.alter(FOUNDER, { ...set, roles: ['chair'] }))).toEqual(['last-administrator']);
  expect(codes(await accounts.alter(FOUNDER, { ...set, retired: true }))).toEqual(['last-administrator']);
  expect(codes(await accounts.lock(FOUNDER, true))).toEqual(['last-administrator']);
  expect(codes(await accounts.resetPassword(FOUNDER, 'some words 5'))).toEqual(['own-password']);
  must(await accounts.add('林可', ['administrator'], null, 'some words 5'));
  must(await accounts.alter(FOUNDER, { ...set, roles: ['chair'] }));
  expect(() => accounts.page()).toThrow(AccessError);
});

test('a password from an administrator frees from wrong tries and takes the PIN away', async () => {
  const at = await opened(['mediator']);
  must(await at.room.access.setPin(PASSWORD, '271828'));
  for (let i = 0; i < 10; i += 1) {
    at.clock.now += 10 * 60_000;
    await at.room.access.signIn(PERSON, 'wrong words');
  }
  await at.as(FOUNDER);
  expect(row(at, PERSON)?.locked).toBe('attempts');
  must(await at.room.accounts.resetPassword(PERSON, 'some words 5'));
  expect(codes(await at.room.access.signIn(PERSON, PASSWORD))).toEqual(['wrong-secret']);
  must(await at.room.access.signIn(PERSON, 'some words 5'));
  expect(at.room.access.state().who).toMatchObject({ mustChangePassword: true, hasPin: false });
});

test('nobody without the right changes or sees accounts', async () => {
  const at = await opened(['chair', 'mediator', 'auditor']);
  const { accounts } = at.room;
  expect(() => accounts.page()).toThrow(AccessError);
  await expect(accounts.add('王书', ['clerk'], null, 'some words 5')).rejects.toThrow(AccessError);
  await expect(accounts.lock(FOUNDER, true)).rejects.toThrow(AccessError);
  await expect(accounts.resetPassword(FOUNDER, 'some words 5')).rejects.toThrow(AccessError);
});
