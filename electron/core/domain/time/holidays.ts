import { z } from 'zod';
import { addDays, dayOfWeek, isCalendarDate, parts, type CalendarDate } from './calendar-date';

const day = z.string().refine(isCalendarDate, 'not a calendar date YYYY-MM-DD');

/** Public holidays（法定节假日） and make-up working days（调休上班日） of one year, as the State Council's notice sets them. */
export const holidayTable = z.object({
  year: z.number().int().min(1949).max(9999),
  holidays: z.array(day).max(366).readonly(),
  workdays: z.array(day).max(366).readonly(),
});
export type HolidayTable = Readonly<z.infer<typeof holidayTable>>;

const span = (from: CalendarDate, days: number): readonly CalendarDate[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index));

/**
 * The year 2024 (domain.md 2.5, to be checked against the State Council notice). Other years arrive as data packages of
 * the centre.
 */
export const HOLIDAYS_2024: HolidayTable = {
  year: 2024,
  holidays: [
    ...span('2024-01-01', 1),
    ...span('2024-02-10', 8),
    ...span('2024-04-04', 3),
    ...span('2024-05-01', 5),
    ...span('2024-06-10', 1),
    ...span('2024-09-15', 3),
    ...span('2024-10-01', 7),
  ],
  workdays: [
    '2024-02-04',
    '2024-02-18',
    '2024-04-07',
    '2024-04-28',
    '2024-05-11',
    '2024-09-14',
    '2024-09-29',
    '2024-10-12',
  ],
};

/** What a day is. */
export type DayKind = 'working-day' | 'make-up-working-day' | 'weekend' | 'holiday';

/** The kind of a day. Without a table of that year only weekends are known: see `hasHolidayTable`. */
export function dayKind(date: CalendarDate, tables: readonly HolidayTable[]): DayKind {
  const table = tables.find((candidate) => candidate.year === parts(date).year);
  if (table?.workdays.includes(date) === true) return 'make-up-working-day';
  if (table?.holidays.includes(date) === true) return 'holiday';
  return dayOfWeek(date) % 6 === 0 ? 'weekend' : 'working-day';
}

/** Whether people work on that day, make-up days included. */
export function isWorkingDay(date: CalendarDate, tables: readonly HolidayTable[]): boolean {
  const kind = dayKind(date, tables);
  return kind === 'working-day' || kind === 'make-up-working-day';
}

/** Whether the year of that day has a table; when not, the screen says 未含节假日调整 (domain.md 2.5). */
export const hasHolidayTable = (date: CalendarDate, tables: readonly HolidayTable[]): boolean =>
  tables.some((table) => table.year === parts(date).year);
