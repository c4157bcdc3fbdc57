import { expect, test } from 'vitest';
import { counted, isLockedOut, NO_ATTEMPTS, waitsUntil } from '../../../electron/core/access/attempts';
import { OwnTime } from '../../../electron/core/access/own-time';

const DAY = 86_400_000;

test('time goes on from the newest that was kept while the clock stands behind', () => {
  let wall = 10 * DAY;
  const time = new OwnTime({ now: () => wall }, 20 * DAY);
  expect(time.now()).toBe(20 * DAY);
  expect(time.wentBack()).toBe(true);
  wall += 5000;
  expect(time.now()).toBe(20 * DAY + 5000);
  wall -= 9 * DAY;
  expect(time.now()).toBe(20 * DAY + 5000);
  wall += 1000;
  expect(time.now()).toBe(20 * DAY + 6000);
});

test('time follows the clock where it goes forward, and a minute of correction is no going back', () => {
  let wall = 10 * DAY;
  const time = new OwnTime({ now: () => wall }, 0);
  wall += DAY;
  expect(time.now()).toBe(11 * DAY);
  wall -= 30_000;
  expect(time.wentBack()).toBe(false);
  wall -= 60_000;
  expect(time.wentBack()).toBe(true);
});

test('waits begin with the fifth wrong try, double, and end in a lock with the tenth', () => {
  let state = NO_ATTEMPTS;
  const waits: (number | null)[] = [];
  for (let i = 0; i < 10; i += 1) {
    state = counted(state, 1000);
    const until = waitsUntil(state, 1000);
    waits.push(until === null ? null : (until - 1000) / 1000);
    expect(isLockedOut(state)).toBe(i === 9);
  }
  expect(waits).toEqual([null, null, null, null, 30, 60, 120, 240, 480, 960]);
});
