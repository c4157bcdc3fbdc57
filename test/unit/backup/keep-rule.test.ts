import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEEP, tooMany } from '../../../electron/core/backup/keep-rule';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T17:00:00+08:00');
const daily = (days: number) => Array.from({ length: days }, (_, n) => ({ at: NOW - n * DAY }));
const dates = (made: readonly { readonly at: number }[]) =>
  made.map(({ at }) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10));

describe('which backups are kept', () => {
  it('are 7 days, 4 weeks and 12 months, each by its newest', () => {
    const made = daily(400);
    const gone = new Set(tooMany(made, KEEP, NOW));
    const left = dates(made.filter((each) => !gone.has(each)));
    expect(left.slice(0, 7)).toEqual(dates(daily(7)));
    // Sundays of the weeks before, then the last days of the months before.
    expect(left.slice(7)).toEqual([
      '2026-11-15',
      '2026-11-08',
      '2026-10-31',
      ...['2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30'],
      ...['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ]);
  });

  it('count periods that have one, so that a closed month takes nothing away', () => {
    const old = daily(7).map(({ at }) => ({ at: at - 200 * DAY }));
    expect(tooMany([{ at: NOW }, ...old], KEEP, NOW)).toEqual(old.slice(6));
  });

  it('are the newest of a day in Shanghai, whatever the hour', () => {
    const [early, late] = [
      { at: Date.parse('2026-11-23T16:30:00Z') }, // 00:30 of the 24th
      { at: Date.parse('2026-11-24T15:30:00Z') }, // 23:30 of the 24th
    ];
    expect(tooMany([early, late], KEEP, late.at)).toEqual([]); // all of today stay
    expect(tooMany([early, late], KEEP, late.at + DAY)).toEqual([early]);
  });

  it('always hold the newest and whatever is dated after now, and never lose a day of the last ones', () => {
    const rule = fc.record({ days: fc.integer({ min: 1, max: 9 }), weeks: fc.nat(5), months: fc.nat(13) });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -900, max: 20 }), { maxLength: 60 }), rule, (offsets, keep) => {
        const made = offsets.map((days) => ({ at: NOW + days * DAY }));
        const gone = tooMany(made, keep, NOW);
        const past = made.filter(({ at }) => at <= NOW).sort((a, b) => b.at - a.at);
        expect(gone.every(({ at }) => at <= NOW)).toBe(true);
        expect(gone).not.toContain(past[0]);
        const days = [...new Set(dates(past))].slice(0, keep.days);
        const left = new Set(dates(past.filter((each) => !gone.includes(each))));
        expect(days.every((day) => left.has(day))).toBe(true);
        const today = dates(past).filter((date) => date === '2026-11-24').length;
        expect(past.length - gone.length).toBeLessThanOrEqual(today + keep.days + keep.weeks + keep.months + 1);
        expect(
          tooMany(
            past.filter((each) => !gone.includes(each)),
            keep,
            NOW,
          ),
        ).toEqual([]);
      }),
      { seed: 20261124, numRuns: 100 },
    );
  });
});
