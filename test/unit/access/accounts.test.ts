import { expect, test } from 'vitest';
import {
  accountData,
  ACCOUNT_SET,
  foldAccounts,
  hasAdministrator,
  SETTINGS,
} from '../../../electron/core/access/accounts';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { nextStamp } from '../../../electron/core/domain/journal/hybrid-clock';

const id = (n: number): string => String(n).padStart(43, 'x');

/** Entry `n`, which its writer made having seen `after`. */
const entry = (n: number, data: Readonly<Record<string, unknown>>, after: readonly number[]): Entry => ({
  v: 1,
  id: id(n),
  subject: 'accounts-1',
  kind: ACCOUNT_SET,
  data: { ...data },
  account: 'chen',
  station: id(0),
  at: nextStamp(1000 * n, []),
  after: after.map(id),
  seq: n,
  prev: null,
  sig: 's'.repeat(86),
});

test('accounts are what their entries set, in the order in which they were made', () => {
  const book = foldAccounts([
    entry(1, accountData('谢怀舟', { roles: ['administrator'] }), []),
    entry(
      2,
      accountData('林可', { roles: ['part-time-mediator'], institution: { name: '甲银行', creditCode: null } }),
      [1],
    ),
    entry(3, accountData('林可', { locked: true }), [2]),
    entry(4, { settings: { idleMinutes: 5, offlineDays: 7, pinHours: 8 } }, [3]),
  ]);
  expect(book.settings).toEqual({ idleMinutes: 5, offlineDays: 7, pinHours: 8 });
  expect(book.accounts).toEqual([
    { name: '谢怀舟', roles: ['administrator'], institution: null, retired: false, locked: false, since: 1000 },
    {
      name: '林可',
      roles: ['part-time-mediator'],
      institution: { name: '甲银行', creditCode: null },
      retired: false,
      locked: true,
      since: 2000,
    },
  ]);
});

test('where two entries did not see each other, the one that takes away stands', () => {
  const start = entry(1, accountData('林可', { roles: ['clerk'] }), []);
  const [account] = foldAccounts([
    start,
    entry(2, accountData('林可', { retired: true }), [1]),
    entry(3, accountData('林可', { retired: false }), [1]),
  ]).accounts;
  expect(account?.retired).toBe(true);
});

test('what cannot be read gives no account and the usual settings', () => {
  const book = foldAccounts([
    entry(1, accountData('林可', { roles: ['king' as 'clerk'] }), []),
    entry(2, { settings: { idleMinutes: 0 } }, [1]),
  ]);
  expect(book).toEqual({ accounts: [], settings: SETTINGS });
});

test('an administrator is somebody who can sign in', () => {
  const { accounts } = foldAccounts([entry(1, accountData('谢怀舟', { roles: ['administrator'] }), [])]);
  expect(hasAdministrator(accounts, () => true)).toBe(true);
  expect(hasAdministrator(accounts, () => false)).toBe(false);
  expect(
    hasAdministrator(
      accounts.map((account) => ({ ...account, retired: true })),
      () => true,
    ),
  ).toBe(false);
});
