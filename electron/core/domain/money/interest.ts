import { daysBetween, type CalendarDate } from '../time/calendar-date';
import { divideHalfUp, fourDecimals } from './exact';
import { LPR_TABLE, lprOn, lprRows, type LprTable, type LprTenor } from './lpr';
import { assertFen, type Fen } from './money';
import { assertRate, type RateMicro } from './rate';

/**
 * Interest on fixed principal, in exact integers; every result is rounded once, at its end, half up to the fen
 * (domain.md 6.8). Dates are calendar dates of Asia/Shanghai; RangeError for a negative period or a value out of range.
 */

/** Days of a year for the rate of one day: 365, or 360 as banks count. */
export type DayBase = 365 | 360;

/** How both end days count: `[start, end)` — from the first day, without the last — or both（“自…起至…止”）. */
export type DayConvention = 'end-excluded' | 'both-included';

/** Days of interest between two dates. */
export function dayCount(from: CalendarDate, to: CalendarDate, convention: DayConvention = 'end-excluded'): number {
  const days = daysBetween(from, to) + (convention === 'both-included' ? 1 : 0);
  if (days < 0) throw new RangeError('the period ends before it begins');
  return days;
}

/** Simple interest at a yearly rate. */
export function simpleInterest(input: {
  readonly principalFen: Fen;
  readonly annualRateMicro: RateMicro;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly base?: DayBase;
  readonly convention?: DayConvention;
}): { readonly days: number; readonly base: DayBase; readonly convention: DayConvention; readonly interestFen: Fen } {
  const { principalFen, annualRateMicro, base = 365, convention = 'end-excluded' } = input;
  assertFen(principalFen);
  assertRate(annualRateMicro);
  const days = dayCount(input.from, input.to, convention);
  const product = BigInt(principalFen) * BigInt(annualRateMicro) * BigInt(days);
  return { days, base, convention, interestFen: Number(divideHalfUp(product, BigInt(base) * 1_000_000n)) };
}

/** Simple interest at a daily rate: 0.05 % a day = 500. */
export function dailyInterest(principalFen: Fen, dailyRateMicro: RateMicro, days: number): Fen {
  assertFen(principalFen);
  assertRate(dailyRateMicro);
  if (!Number.isInteger(days) || days < 0) throw new RangeError('days are a whole number');
  return Number(divideHalfUp(BigInt(principalFen) * BigInt(dailyRateMicro) * BigInt(days), 1_000_000n));
}

/** 0.0175 % a day in millionths. */
export const DOUBLE_INTEREST_DAILY_MICRO: RateMicro = 175;

/**
 * The doubled part of interest for late performance（迟延履行期间加倍部分债务利息）: 0.0175 % a day on the unpaid
 * principal (法释〔2014〕8号; 民事诉讼法 264). Only after a confirmed agreement or a judgment.
 */
export const doubleInterest = (principalFen: Fen, days: number): Fen =>
  dailyInterest(principalFen, DOUBLE_INTEREST_DAILY_MICRO, days);

/** One stretch of unchanged LPR; `exactYuan` is unrounded to four places. */
export interface LprSegment {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly rateMicro: RateMicro;
  readonly exactYuan: string;
}

/** Interest at a whole multiple of the LPR of each day, [from, to): segments are summed exactly and rounded once. */
export function lprInterest(input: {
  readonly principalFen: Fen;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly multiple?: number;
  readonly tenor?: LprTenor;
  readonly base?: DayBase;
  readonly table?: LprTable;
}): { readonly segments: readonly LprSegment[]; readonly days: number; readonly interestFen: Fen } {
  const { principalFen, from, to, multiple = 1, tenor = '1y', base = 365, table = LPR_TABLE } = input;
  assertFen(principalFen);
  if (!Number.isInteger(multiple) || multiple < 1) throw new RangeError('the multiple is a whole number');
  const days = dayCount(from, to);
  const changes = lprRows(tenor, table).map((row) => row.from);
  const starts = days === 0 ? [] : [from, ...changes.filter((day) => day > from && day < to)];
  const denominator = BigInt(base) * 1_000_000n;
  let sum = 0n;
  const segments = starts.map((start, index): LprSegment => {
    const end = starts[index + 1] ?? to;
    const rateMicro = lprOn(start, tenor, table).rateMicro * multiple;
    const product = BigInt(principalFen) * BigInt(rateMicro) * BigInt(daysBetween(start, end));
    sum += product;
    const exactYuan = fourDecimals(product, denominator * 100n);
    return { from: start, to: end, days: daysBetween(start, end), rateMicro, exactYuan };
  });
  return { segments, days, interestFen: Number(divideHalfUp(sum, denominator)) };
}

/**
 * Four times the one-year LPR on the day the contract was made: the cap on all interest, penalty and fees together of
 * private lending (民间借贷规定 25, 28, 29). It does not govern licensed financial institutions (法释〔2020〕27号): show the
 * figure as a hint with that remark, never block.
 */
export const fourTimesLpr = (contractOn: CalendarDate, table: LprTable = LPR_TABLE): RateMicro =>
  lprOn(contractOn, '1y', table).rateMicro * 4;
