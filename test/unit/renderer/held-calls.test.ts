import { afterEach, expect, test } from 'vitest';
import { holdCalls, mayGoOut, refuseCalls, resumeCalls } from '../../../renderer/shared/held-calls';

afterEach(resumeCalls);

test('while somebody works every call goes out at once', () => {
  expect(mayGoOut('cases.write')).toBe(true);
});

test('a call of a locked screen waits and goes out when its person comes back', async () => {
  holdCalls();
  const waits = mayGoOut('cases.write');
  let told: boolean | null = null;
  const seen = Promise.resolve(waits).then((goOn) => (told = goOn));
  await Promise.resolve();
  expect(told).toBeNull();
  resumeCalls();
  await seen;
  expect(told).toBe(true);
});

test('what waited for one person never goes out for another', async () => {
  holdCalls();
  const waits = mayGoOut('cases.write');
  refuseCalls();
  expect(await waits).toBe(false);
  expect(mayGoOut('cases.write')).toBe(false);
  resumeCalls();
  expect(mayGoOut('cases.write')).toBe(true);
});

test('the door itself works while the screen is locked', () => {
  holdCalls();
  for (const name of [
    'access.state',
    'access.signIn',
    'access.signInByPin',
    'keys.resetPassword',
    'sync.status',
  ] as const) {
    expect(mayGoOut(name), name).toBe(true);
  }
});
