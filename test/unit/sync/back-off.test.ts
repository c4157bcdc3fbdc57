import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextDelay } from '../../../electron/core/sync/back-off';

const failures = fc.integer({ min: 1, max: 10_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('waits between 5 seconds and 10 minutes', () => {
  fc.assert(
    fc.property(failures, chance, (count, random) => {
      const delay = nextDelay(count, random);
      expect(delay).toBeGreaterThanOrEqual(5_000);
      expect(delay).toBeLessThanOrEqual(600_000);
    }),
  );
});

it('never waits less after more failures, at the same chance', () => {
  fc.assert(
    fc.property(failures, chance, (count, random) => {
      expect(nextDelay(count + 1, random)).toBeGreaterThanOrEqual(nextDelay(count, random));
    }),
  );
});

it('spreads rooms that failed together over at least half of the time', () => {
  expect(nextDelay(20, 0)).toBe(300_000);
  expect(nextDelay(20, 0.999)).toBeGreaterThan(599_000);
});

it('comes back no sooner than the centre asked, and within an hour and a bit whatever it asked', () => {
  fc.assert(
    fc.property(failures, chance, fc.integer({ min: 0, max: 1e9 }), (count, random, retryAfter) => {
      const delay = nextDelay(count, random, { retryAfter });
      expect(delay).toBeGreaterThanOrEqual(Math.min(retryAfter, 3600) * 1000);
      expect(delay).toBeLessThanOrEqual(3_605_000);
    }),
  );
});

it('asks soon again while somebody waits to be admitted', () => {
  expect(nextDelay(50, 0.999, { admission: true })).toBeLessThanOrEqual(20_000);
});
