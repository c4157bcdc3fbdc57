import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  calendarDate,
  dayOfWeek,
  daysBetween,
  dueDates,
  isCalendarDate,
  parts,
  shanghaiDateOf,
} from '../../../../electron/core/domain/time/calendar-date';

const DAY = 86_400_000;
const anyDate = fc
  .integer({ min: Date.UTC(1600, 0, 1) / DAY, max: Date.UTC(2399, 11, 31) / DAY })
  .map((day) => new Date(day * DAY).toISOString().substring(0, 10));

describe('calendar dates', () => {
  it.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '0000-01-01',
    '',
    7,
    null,
  ])('%s is no date', (value: unknown) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  it.each(['2024-02-29', '2000-02-29', '1880-01-01', '9999-12-31'])('%s is a date', (value) => {
    expect(isCalendarDate(value)).toBe(true);
  });

  it('agrees with the UTC calendar on sums, differences and days of the week', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = new Date(Date.parse(date) + days * DAY);
        expect(addDays(date, days)).toBe(expected.toISOString().substring(0, 10));
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(dayOfWeek(date)).toBe(new Date(date).getUTCDay());
      }),
    );
  });

  it('refuses to compute with what is no date', () => {
    expect(() => addDays('2024-02-30', 1)).toThrow(RangeError);
    expect(() => parts('x')).toThrow(RangeError);
    expect(() => calendarDate(2023, 2, 29)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  it('clamps months to the end of the month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-05-31', 21)).toBe('2026-02-28');
    expect(addMonths('2024-01-15', -1)).toBe('2023-12-15');
    expect(addMonths('2024-03-31', -13)).toBe('2023-02-28');
  });
});

describe('ages of domain.md 7.1', () => {
  it.each([
    ['1988-02-14', '2024-04-25', 36],
    ['1995-11-03', '2024-06-06', 28],
    ['1979-08-28', '2024-03-08', 44],
    ['1954-03-09', '2024-03-04', 69],
    ['1954-03-09', '2024-03-09', 70],
    ['1987-07-11', '2024-04-11', 36],
    ['1999-05-20', '2024-09-05', 25],
    ['1991-04-06', '2024-05-10', 33],
    ['2000-02-29', '2023-02-28', 22],
    ['2000-02-29', '2023-03-01', 23],
  ])('born %s is on %s %i years old', (birth, on, age) => {
    expect(ageOn(birth, on)).toBe(age);
  });
});

describe('due dates', () => {
  it('keep the anchor day through February (domain.md 6.8)', () => {
    expect(dueDates('2024-01-31', 31, 5)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
    ]);
  });

  it('of Case A end on 2026-04-30 and do not drift (domain.md 7.2)', () => {
    const dates = dueDates('2024-05-31', 31, 24);
    expect(dates).toHaveLength(24);
    expect(dates.slice(0, 3)).toEqual(['2024-05-31', '2024-06-30', '2024-07-31']);
    expect([dates[9], dates[10], dates[21], dates[22], dates[23]]).toEqual([
      '2025-02-28',
      '2025-03-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  it('take the last day of each month from a short first month', () => {
    expect(dueDates('2024-06-30', 31, 2)).toEqual(['2024-06-30', '2024-07-31']);
    expect(dueDates('2024-06-30', 30, 2)).toEqual(['2024-06-30', '2024-07-30']);
    expect(() => dueDates('2024-06-30', 32, 2)).toThrow(RangeError);
  });
});

describe('the date in Shanghai', () => {
  it.each([
    ['2024-04-25T15:59:59.999Z', '2024-04-25'],
    ['2024-04-25T16:00:00.000Z', '2024-04-26'],
    ['2024-04-10T20:15:00+08:00', '2024-04-10'],
    ['1969-12-31T16:00:00Z', '1970-01-01'],
    ['1988-07-01T15:30:00Z', '1988-07-01'],
  ])('of %s is %s', (instant, date) => {
    expect(shanghaiDateOf(instant)).toBe(date);
  });

  it.each(['2024-04-25', '2024-04-25T10:00:00', '2024-13-25T10:00:00Z', '2024-02-30T10:00:00Z', 'now'])(
    'of "%s" is refused',
    (text) => {
      expect(() => shanghaiDateOf(text)).toThrow(RangeError);
    },
  );
});
