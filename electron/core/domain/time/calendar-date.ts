/**
 * Calendar dates of Asia/Shanghai as text `YYYY-MM-DD`, with integer civil-date arithmetic. A date is never an instant,
 * so nothing here depends on a clock or a time zone of the machine (domain.md 2.5).
 */

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`, year 0001 to 9999. Text order is date order. */
export type CalendarDate = string;

/** Year, month 1–12 and day 1–31 of a calendar date. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/u;
const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000;
const DAY_MS = 86_400_000;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days (28–31) of a month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function read(text: string): DateParts | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

/** Whether the value is `YYYY-MM-DD` and that day exists in the Gregorian calendar. */
export function isCalendarDate(value: string): boolean;
export function isCalendarDate(value: unknown): value is CalendarDate;
export function isCalendarDate(value: unknown): boolean {
  return typeof value === 'string' && read(value) !== undefined;
}

/** Splits a date. Throws RangeError when it is not a calendar date: callers check input with `isCalendarDate` first. */
export function parts(date: CalendarDate): DateParts {
  const found = read(date);
  if (found === undefined) throw new RangeError('not a calendar date');
  return found;
}

/** Joins year, month and day. Throws RangeError when that day does not exist. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (read(text) === undefined) throw new RangeError('not a calendar date');
  return text;
}

/** Days since 1970-01-01, from a count that starts the year in March so that the leap day comes last. */
function toDayNumber({ year, month, day }: DateParts): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function fromDayNumber(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  return calendarDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The date `days` later (earlier when negative). Throws RangeError outside 0001–9999. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(toDayNumber(parts(date)) + days);

/**
 * The same-numbered day `months` later (earlier when negative), or the last day of that month when it has no such day
 * (民法典 202). Throws RangeError outside 0001–9999.
 */
export const addMonths = (date: CalendarDate, months: number): CalendarDate =>
  monthsOnward(date, months, parts(date).day);

function monthsOnward(date: CalendarDate, months: number, anchorDay: number): CalendarDate {
  const { year, month } = parts(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return calendarDate(newYear, newMonth, Math.min(anchorDay, daysInMonth(newYear, newMonth)));
}

/** Days of [from, to): the first day counts, the last does not; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  toDayNumber(parts(to)) - toDayNumber(parts(from));

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export const dayOfWeek = (date: CalendarDate): number => (((toDayNumber(parts(date)) + 4) % 7) + 7) % 7;

/**
 * Age in full years（周岁） on a day; the birthday itself counts as reached, and someone born on 29 February becomes
 * older on 1 March of a common year. Negative before the birth year. Forms print the age at the date of the document
 * (domain.md 1.4).
 */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const [b, o] = [parts(birth), parts(on)];
  const reached = o.month > b.month || (o.month === b.month && o.day >= b.day);
  return o.year - b.year - (reached ? 0 : 1);
}

/**
 * Due dates of a monthly plan: the first day as given, then one a month on `anchorDay` (1–31, clamped to the end of
 * each month, 31 = last day). Counted from the first date each time, so the day does not drift after February
 * (domain.md 6.8, 7.2). Throws RangeError for a wrong anchor or count, or past the year 9999.
 */
export function dueDates(first: CalendarDate, anchorDay: number, count: number): readonly CalendarDate[] {
  if (!Number.isInteger(anchorDay) || anchorDay < 1 || anchorDay > 31) throw new RangeError('anchor day is 1 to 31');
  if (!Number.isInteger(count) || count < 0) throw new RangeError('count is a whole number');
  parts(first);
  return Array.from({ length: count }, (_, index) => (index === 0 ? first : monthsOnward(first, index, anchorDay)));
}

/**
 * The calendar date in Shanghai (UTC+8, no summer time) of an instant in ISO 8601 that names its offset, e.g.
 * `2024-04-25T16:30:00.000Z` → `2024-04-26`. Throws RangeError for other text: a local time without offset is no instant.
 */
export function shanghaiDateOf(instantIso: string): CalendarDate {
  const named = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u.test(instantIso);
  const instant = named && isCalendarDate(instantIso.substring(0, 10)) ? Date.parse(instantIso) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError('not an instant with an offset');
  return fromDayNumber(Math.floor((instant + SHANGHAI_OFFSET_MS) / DAY_MS));
}
