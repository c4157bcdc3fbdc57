import { describe, expect, it } from 'vitest';
import { addWorkingDays, legalDeadline, rollToWorkingDay } from '../../../../electron/core/domain/time/deadlines';
import { HOLIDAYS_2024, isWorkingDay } from '../../../../electron/core/domain/time/holidays';

const tables = [HOLIDAYS_2024];

describe('thirty days, vectors of domain.md 2.5', () => {
  it.each([
    ['2024-04-25', '2024-05-25', '2024-05-27', ['weekend']],
    ['2024-04-11', '2024-05-11', '2024-05-11', ['make-up-working-day']],
    ['2024-01-11', '2024-02-10', '2024-02-18', ['holiday', 'make-up-working-day']],
    ['2024-09-05', '2024-10-05', '2024-10-08', ['holiday']],
    ['2024-04-01', '2024-05-01', '2024-05-06', ['holiday']],
    ['2024-03-04', '2024-04-03', '2024-04-03', []],
    ['2024-06-06', '2024-07-06', '2024-07-08', ['weekend']],
    ['2024-04-02', '2024-05-02', '2024-05-06', ['holiday']],
    ['2024-05-10', '2024-06-09', '2024-06-11', ['weekend', 'holiday']],
  ])('from %s end on %s, rolled to %s', (start, raw, due, reasons) => {
    expect(legalDeadline(start, { days: 30 }, tables)).toEqual({
      raw,
      due,
      rolled: raw !== due,
      holidayTableMissing: false,
      reasons,
    });
  });
});

describe('working days, counts of domain.md 2.5', () => {
  it.each([
    ['2024-03-04', 10, '2024-03-18'],
    ['2024-03-08', 1, '2024-03-11'],
    ['2024-04-11', 5, '2024-04-18'],
    ['2024-09-05', 3, '2024-09-10'],
    ['2024-04-30', 3, '2024-05-08'],
    ['2024-02-08', 2, '2024-02-18'],
    ['2024-03-09', 0, '2024-03-09'],
  ])('%s + %i is %s', (start, count, due) => {
    expect(addWorkingDays(start, count, tables)).toMatchObject({ due, holidayTableMissing: false });
  });

  it('refuses a count that is no whole number', () => {
    expect(() => addWorkingDays('2024-03-04', -1, tables)).toThrow(RangeError);
  });
});

describe('months and missing tables', () => {
  it('ends a month on the last day when there is no same-numbered one', () => {
    expect(legalDeadline('2024-01-31', { months: 1 }, tables)).toMatchObject({
      raw: '2024-02-29',
      due: '2024-02-29',
      reasons: ['month-end-clamped'],
    });
    expect(legalDeadline('2024-03-15', { months: 1 }, tables).due).toBe('2024-04-15');
  });

  it('rolls weekends only and says so without a table of the year', () => {
    expect(rollToWorkingDay('2025-05-03', tables)).toEqual({
      raw: '2025-05-03',
      due: '2025-05-05',
      rolled: true,
      holidayTableMissing: true,
      reasons: ['holiday-table-missing', 'weekend'],
    });
    expect(legalDeadline('2024-12-01', { days: 30 }, tables).holidayTableMissing).toBe(false);
    expect(addWorkingDays('2024-12-30', 2, tables).holidayTableMissing).toBe(true);
  });
});

describe('the table of 2024', () => {
  it('keeps the eve of Spring Festival a working day and make-up days working', () => {
    expect(isWorkingDay('2024-02-09', tables)).toBe(true);
    for (const day of HOLIDAYS_2024.workdays) expect(isWorkingDay(day, tables)).toBe(true);
    for (const day of HOLIDAYS_2024.holidays) expect(isWorkingDay(day, tables)).toBe(false);
    expect(HOLIDAYS_2024.holidays).toHaveLength(28);
    expect(isWorkingDay('2024-05-12', tables)).toBe(false);
  });
});
