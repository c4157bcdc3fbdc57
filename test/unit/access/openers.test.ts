import { expect, test } from 'vitest';
import { passwordOpener, recoveryOpener, sameWrap } from '../../../electron/core/access/openers';
import { newRecoveryKey } from '../../../electron/core/access/recovery-key';
import { FULL_COST } from '../../../electron/core/access/stretch';

const DATA_KEY = Buffer.alloc(32, 9);
const CHEAP = { log2N: 1, r: 1, p: 1 };
const opens = (opener: { unwrap: (wrapped: Uint8Array) => Promise<Uint8Array> }, wrapped: Uint8Array) =>
  opener.unwrap(wrapped).then(
    (key) => Buffer.from(key).equals(DATA_KEY),
    () => false,
  );

test('a password opens at the full cost, which stands in the wrap', async () => {
  const wrapped = await passwordOpener('陈', '泉州 harbour 7').wrap(DATA_KEY);
  expect([...wrapped.subarray(4, 7)]).toEqual([FULL_COST.log2N, FULL_COST.r, FULL_COST.p]);
  expect(await opens(passwordOpener('陈', '泉州 harbour 7', CHEAP), wrapped)).toBe(true);
});

test('another password, another person, a broken or a cut wrap opens nothing', async () => {
  const wrapped = await passwordOpener('陈', 'right words', CHEAP).wrap(DATA_KEY);
  expect(await opens(passwordOpener('陈', 'right words'), wrapped)).toBe(true);
  expect(await opens(passwordOpener('陈', 'right word'), wrapped)).toBe(false);
  expect(await opens(passwordOpener('林', 'right words'), wrapped)).toBe(false);
  for (let at = 0; at < wrapped.length; at += 1) {
    const broken = Uint8Array.from(wrapped, (byte, index) => (index === at ? byte ^ 1 : byte));
    if (broken[4] === 0 || at !== 4) expect(await opens(passwordOpener('陈', 'right words'), broken)).toBe(false);
    expect(await opens(passwordOpener('陈', 'right words'), wrapped.subarray(0, at))).toBe(false);
  }
});

test('a cost that would stop the computer is refused before it is paid', async () => {
  const wrapped = Buffer.from(await passwordOpener('陈', 'right words', CHEAP).wrap(DATA_KEY));
  wrapped[4] = 31;
  expect(await opens(passwordOpener('陈', 'right words'), wrapped)).toBe(false);
});

test('one password in two normal forms is one password, and two wraps of it have nothing in common', async () => {
  const one = await passwordOpener('é', 'café au lait', CHEAP).wrap(DATA_KEY);
  expect(await opens(passwordOpener('é', 'cafe\u0301 au lait', CHEAP), one)).toBe(true);
  const other = await passwordOpener('é', 'café au lait', CHEAP).wrap(DATA_KEY);
  expect(Buffer.from(one).subarray(7).equals(Buffer.from(other).subarray(7))).toBe(false);
});

test('a sheet opens with its own key only, under whichever way the wrap stands', async () => {
  const key = newRecoveryKey();
  const wrapped = await recoveryOpener(key, 'recovery-waiting').wrap(DATA_KEY);
  expect(await opens(recoveryOpener(key), wrapped)).toBe(true);
  expect(await opens(recoveryOpener(newRecoveryKey()), wrapped)).toBe(false);
  expect(Buffer.from(await sameWrap('recovery', wrapped).wrap(DATA_KEY)).equals(Buffer.from(wrapped))).toBe(true);
});
