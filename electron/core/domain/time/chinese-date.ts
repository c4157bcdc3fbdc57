import { bad, good, type Checked } from '../checks/problem';
import { calendarDate, isCalendarDate, parts, type CalendarDate } from './calendar-date';

/** What can be wrong with a date in Chinese. */
export type ChineseDateProblem = 'date-format' | 'date-missing';

const FORMAL = '〇一二三四五六七八九';
const CAPITAL = '零壹贰叁肆伍陆柒捌玖';

/** Forms and letters: `2024年4月25日`, no leading zeros (domain.md 6.7). Throws RangeError when it is not a date. */
export function formatChinese(date: CalendarDate): string {
  const { year, month, day } = parts(date);
  return `${year}年${month}月${day}日`;
}

const digitsIn = (value: number, alphabet: string): string =>
  Array.from(String(value).padStart(4, '0'), (digit) => alphabet.charAt(Number(digit))).join('');

function smallNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${FORMAL.charAt(tens)}十`;
  return head + (ones === 0 ? '' : FORMAL.charAt(ones));
}

/**
 * Court style: `二〇二四年四月二十五日`. The zero of the year is 〇 U+3007, not 零, the letter O or a circle
 * (domain.md 6.7). Throws RangeError when it is not a date.
 */
export function formatFormal(date: CalendarDate): string {
  const { year, month, day } = parts(date);
  return `${digitsIn(year, FORMAL)}年${smallNumber(month)}月${smallNumber(day)}日`;
}

function capitalNumber(value: number, zeroBefore: boolean): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : `${CAPITAL.charAt(tens)}拾`;
  return (zeroBefore ? '零' : '') + head + (ones === 0 ? '' : CAPITAL.charAt(ones));
}

/**
 * Style of payment instruments（票据日期）: `贰零贰肆年零壹月壹拾伍日`. 零 stands before months 1, 2 and 10 and before
 * days 1–9, 10, 20 and 30 (支付结算办法 附一; domain.md 6.7). Throws RangeError when it is not a date.
 */
export function formatCheque(date: CalendarDate): string {
  const { year, month, day } = parts(date);
  const monthText = capitalNumber(month, month === 1 || month === 2 || month === 10);
  return `${digitsIn(year, CAPITAL)}年${monthText}月${capitalNumber(day, day < 10 || day % 10 === 0)}日`;
}

const NUMERALS: ReadonlyMap<string, number> = new Map(
  [...Array.from(FORMAL).entries(), ...Array.from(CAPITAL).entries()].map(([value, sign]) => [sign, value]),
);

function readYear(text: string): number {
  if (/^\d{4}$/u.test(text)) return Number(text);
  const digits = Array.from(text, (sign) => NUMERALS.get(sign));
  return digits.length === 4 ? digits.reduce<number>((sum, digit) => sum * 10 + (digit ?? Number.NaN), 0) : Number.NaN;
}

/** A number 1–39 as days and instalments are written: `5`, `05`, `十一`, `二十三`, `壹拾伍`; NaN for other text. */
export function readSmallNumber(text: string): number {
  if (/^\d{1,2}$/u.test(text)) return Number(text);
  const match = /^零?([一二三壹贰叁])?([十拾])?([一二三四五六七八九壹贰叁肆伍陆柒捌玖])?$/u.exec(text);
  if (match === null) return Number.NaN;
  const value = (sign: string | undefined): number => (sign === undefined ? 0 : (NUMERALS.get(sign) ?? Number.NaN));
  if (match[2] !== undefined) return (match[1] === undefined ? 10 : value(match[1]) * 10) + value(match[3]);
  return match[1] !== undefined && match[3] !== undefined ? Number.NaN : value(match[1]) + value(match[3]);
}

/**
 * Reads a date in any of the three styles above, with or without leading zeros and spaces, or `YYYY-MM-DD`.
 * Problems: `date-format` when the text is no date, `date-missing` when the day does not exist.
 */
export function parseChineseDate(text: string): Checked<CalendarDate, ChineseDateProblem> {
  const compact = text.replace(/\s/gu, '');
  if (isCalendarDate(compact)) return good(compact);
  const match = /^(.{4})年(.{1,4})月(.{1,4})日$/u.exec(compact);
  const [year, month, day] = [
    readYear(match?.[1] ?? ''),
    readSmallNumber(match?.[2] ?? ''),
    readSmallNumber(match?.[3] ?? ''),
  ];
  if (match === null || [year, month, day].some(Number.isNaN)) {
    return bad(
      'date-format',
      `“${text}”不是日期，请写成“2024年4月25日”。`,
      `"${text}" is not a date; write it as 2024年4月25日.`,
    );
  }
  try {
    return good(calendarDate(year, month, day));
  } catch {
    return bad('date-missing', `日历上没有“${text}”这一天，请核对。`, `There is no such day as "${text}"; check it.`);
  }
}
