import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStamp, nextStamp, stampMillis } from '../../electron/core/domain/journal/hybrid-clock';
import { MORNING } from '../fixtures/entries';

describe('the hybrid clock', () => {
  it('only goes forward, however the wall clock jumps', () => {
    const walls = fc.array(
      fc.oneof(fc.integer({ min: -10, max: MORNING }), fc.constantFrom(0, MORNING, MORNING + 0.7)),
    );
    fc.assert(
      fc.property(walls, (times) => {
        let last = nextStamp(0, []);
        for (const time of times) {
          const next = nextStamp(time, [last]);
          expect(isStamp(next)).toBe(true);
          expect(next > last).toBe(true);
          expect(stampMillis(next)).toBeGreaterThanOrEqual(Math.floor(time));
          last = next;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is later than every stamp it has seen, in any order of seeing', () => {
    const stamp = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 1, 0xfffe, 0xffff))
      .map(([millis, count]) => `${String(millis).padStart(15, '0')}-${count.toString(16).padStart(4, '0')}`);
    fc.assert(
      fc.property(fc.array(stamp), fc.nat(4), (seen, wall) => {
        const next = nextStamp(wall, seen);
        for (const one of seen) expect(next > one).toBe(true);
        expect(nextStamp(wall, [...seen].reverse())).toBe(next);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has room for more than 65,536 stamps in one millisecond', () => {
    let last = nextStamp(MORNING, []);
    for (let count = 0; count < 70_000; count++) {
      const next = nextStamp(MORNING, [last]);
      if (next <= last) throw new Error(`${next} is not after ${last}`);
      last = next;
    }
    expect(stampMillis(last)).toBe(MORNING + 1);
  });

  it('ignores what is no stamp, and stays well-formed at the end of its scale', () => {
    expect(nextStamp(7, ['', 'x', '000000000000009-000G', '9-0000'])).toBe('000000000000007-0000');
    const end = '999999999999999-ffff';
    expect(nextStamp(MORNING, [end])).toBe(end);
    expect(nextStamp(1e18, [])).toBe('999999999999999-0000');
    expect(nextStamp(MORNING, ['999999999999999-fffe'])).toBe(end);
    expect(() => stampMillis('999')).toThrow(RangeError);
  });
});
