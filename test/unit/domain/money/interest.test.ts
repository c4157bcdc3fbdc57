import { describe, expect, it } from 'vitest';
import {
  dailyInterest,
  dayCount,
  doubleInterest,
  fourTimesLpr,
  lprInterest,
  simpleInterest,
} from '../../../../electron/core/domain/money/interest';
import { LPR_TABLE, lprOn } from '../../../../electron/core/domain/money/lpr';

const period = { from: '2024-01-10', to: '2024-04-25' } as const;

describe('interest vectors of domain.md 6.8', () => {
  it.each([
    [365, 64_820],
    [360, 65_720],
  ] as const)('18,600.00 at 12 % for 106 days on base %i', (base, interestFen) => {
    const result = simpleInterest({ principalFen: 1_860_000, annualRateMicro: 120_000, ...period, base });
    expect(result).toEqual({ days: 106, base, convention: 'end-excluded', interestFen });
  });

  it('18,600.00 at 0.05 % a day for 106 days is 985.80', () => {
    expect(dailyInterest(1_860_000, 500, dayCount(period.from, period.to))).toBe(98_580);
  });

  it('double interest on 18,600.00 for 60 days is 195.30', () => {
    expect(doubleInterest(1_860_000, 60)).toBe(19_530);
  });

  it('segments of LPR are shown to four places and rounded once, at the end', () => {
    const result = lprInterest({ principalFen: 5_000_000, from: '2024-06-01', to: '2025-06-01' });
    expect(result.segments.map((segment) => [segment.days, segment.rateMicro])).toEqual([
      [51, 34_500],
      [91, 33_500],
      [211, 31_000],
      [12, 30_000],
    ]);
    const shown = result.segments.map((segment) => Number(segment.exactYuan).toFixed(2));
    expect(shown).toEqual(['241.03', '417.60', '896.03', '49.32']);
    expect(result.segments[0]?.exactYuan).toBe('241.0274');
    expect([result.days, result.interestFen]).toEqual([365, 160_397]);
  });

  it('four times LPR over the same year is 6,415.89', () => {
    const result = lprInterest({ principalFen: 5_000_000, from: '2024-06-01', to: '2025-06-01', multiple: 4 });
    expect(result.interestFen).toBe(641_589);
  });

  it.each([
    ['2024-04-25', 138_000],
    ['2024-08-01', 134_000],
    ['2025-06-01', 120_000],
    ['2020-08-20', 154_000],
    ['2023-06-15', 146_000],
  ])('the cap of a contract of %s is %i millionths', (date, cap) => {
    expect(fourTimesLpr(date)).toBe(cap);
  });
});

describe('rules', () => {
  it('counts both ends when that convention is asked for', () => {
    expect(dayCount('2024-01-10', '2024-04-25', 'both-included')).toBe(107);
    expect(dayCount('2024-01-10', '2024-01-10')).toBe(0);
    expect(() => dayCount('2024-01-11', '2024-01-10')).toThrow(RangeError);
  });

  it('rounds half a fen up', () => {
    expect(dailyInterest(1000, 500, 1)).toBe(1);
    expect(dailyInterest(999, 500, 1)).toBe(0);
  });

  it('stays exact at the largest amount', () => {
    expect(dailyInterest(999_999_999_999_999, 1_000_000, 1)).toBe(999_999_999_999_999);
  });

  it('has no interest in an empty period', () => {
    expect(lprInterest({ principalFen: 100, from: '2024-06-01', to: '2024-06-01' })).toEqual({
      segments: [],
      days: 0,
      interestFen: 0,
    });
  });

  it('uses the benchmark before LPR began and splits at 2019-08-20', () => {
    const result = lprInterest({ principalFen: 5_000_000, from: '2019-08-19', to: '2019-08-21' });
    expect(result.segments.map((segment) => segment.rateMicro)).toEqual([43_500, 42_500]);
  });
});

describe('the LPR table', () => {
  it.each([
    ['2019-08-19', 43_500, 49_000],
    ['2019-08-20', 42_500, 48_500],
    ['2022-05-20', 37_000, 44_500],
    ['2024-07-21', 34_500, 39_500],
    ['2024-07-22', 33_500, 38_500],
    ['2026-08-20', 30_000, 35_000],
  ])('on %s says %i and %i', (date, one, five) => {
    expect([lprOn(date, '1y').rateMicro, lprOn(date, '5y').rateMicro]).toEqual([one, five]);
  });

  it('is in date order, and says when a date lies past its last check', () => {
    for (const rows of [LPR_TABLE.oneYear, LPR_TABLE.fiveYear]) {
      const days = rows.map((row) => row.from);
      expect(days).toEqual(days.toSorted());
    }
    expect(lprOn('2026-08-21', '1y').pastTable).toBe(true);
    expect(lprOn('2026-08-20', '1y')).toEqual({ rateMicro: 30_000, from: '2025-05-20', pastTable: false });
    expect(lprOn('2018-01-01', '5y').from).toBeNull();
  });
});
