import { bad, good, problemOf, type Checked, type Problem } from '../checks/problem';
import { dueDates, isCalendarDate, parts, type CalendarDate } from '../time/calendar-date';
import { divideHalfUp } from './exact';
import { formatYuan, isFen, type Fen } from './money';
import { isRate, type RateMicro } from './rate';

/** Repayment method（还款方式）: 等额本息, 等额本金, 免息等额分期. */
export type ScheduleMethod = 'equal-instalment' | 'equal-principal' | 'interest-free';

/** What can be wrong with a plan. */
export type ScheduleProblem =
  | 'schedule-total'
  | 'schedule-rate'
  | 'schedule-count'
  | 'schedule-first-due'
  | 'schedule-anchor'
  | 'schedule-too-small'
  | 'schedule-sum';

/** The longest plan: 50 years of months. */
export const MAX_INSTALMENTS = 600;

/** What a plan is built from. `totalFen` is the principal; the rate is per year, 0 for the interest-free method. */
export interface ScheduleInput {
  readonly method: ScheduleMethod;
  readonly totalFen: Fen;
  readonly annualRateMicro: RateMicro;
  readonly count: number;
  readonly firstDue: CalendarDate;
  /** Day of the month of the later instalments, 1–31; 31 = last day. Default: the day of `firstDue`. */
  readonly anchorDay?: number;
}

/** One instalment（期）; `index` from 1, `balanceFen` is the principal left after it. */
export interface ScheduleRow {
  readonly index: number;
  readonly dueOn: CalendarDate;
  readonly paymentFen: Fen;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly balanceFen: Fen;
}

/** A plan; `totalFen` is what is paid in all, principal and interest. */
export interface Schedule {
  readonly rows: readonly ScheduleRow[];
  readonly totalFen: Fen;
  readonly interestFen: Fen;
}

/** A year of twelve months in millionths: monthly rate = annualRateMicro / MONTHS_MICRO. */
const MONTHS_MICRO = 12_000_000n;

function checkInput(input: ScheduleInput): Problem<ScheduleProblem> | null {
  const { method, totalFen, annualRateMicro, count, firstDue, anchorDay } = input;
  if (!isFen(totalFen) || totalFen === 0)
    return problemOf('schedule-total', '请填写大于零的分期总额。', 'Enter a total above zero.');
  if (!Number.isInteger(count) || count < 1 || count > MAX_INSTALMENTS) {
    return problemOf(
      'schedule-count',
      `期数应为1至${MAX_INSTALMENTS}的整数。`,
      `The number of instalments is 1 to ${MAX_INSTALMENTS}.`,
    );
  }
  if (!isRate(annualRateMicro) || (method === 'interest-free') !== (annualRateMicro === 0)) {
    return problemOf(
      'schedule-rate',
      '计息方式须填写大于零的年利率；免息分期的利率为零。',
      'A plan with interest needs a rate above zero; an interest-free plan has none.',
    );
  }
  if (!isCalendarDate(firstDue) || parts(firstDue).year > 9900)
    return problemOf('schedule-first-due', '首期还款日不是有效日期。', 'The first due date does not exist.');
  if (anchorDay !== undefined && (!Number.isInteger(anchorDay) || anchorDay < 1 || anchorDay > 31)) {
    return problemOf(
      'schedule-anchor',
      '每月还款日应为1至31，31表示每月最后一日。',
      'The day of the month is 1 to 31; 31 is the last day.',
    );
  }
  return null;
}

/** m = P·i·(1+i)ⁿ / ((1+i)ⁿ − 1) as an exact fraction, rounded half up to the fen. */
function equalPayment(principal: bigint, rate: bigint, count: number): bigint {
  const [grown, base] = [(MONTHS_MICRO + rate) ** BigInt(count), MONTHS_MICRO ** BigInt(count)];
  return divideHalfUp(principal * rate * grown, MONTHS_MICRO * (grown - base));
}

/** Principal of each instalment but the last, which takes what is left. */
function principalOf(input: ScheduleInput, interest: bigint, fixed: bigint): bigint {
  return input.method === 'equal-instalment' ? fixed - interest : fixed;
}

/**
 * Builds a repayment plan（还款计划） in exact arithmetic (domain.md 6.8). Equal instalments: interest of a month is the
 * balance times a twelfth of the yearly rate, rounded half up; the last instalment is the remaining balance with its
 * interest. Other methods: principal floored to the fen, remainder in the last. Due dates keep the anchor day. A total
 * that would leave an instalment without principal is refused.
 */
export function buildSchedule(input: ScheduleInput): Checked<Schedule, ScheduleProblem> {
  const problem = checkInput(input);
  if (problem !== null) return { ok: false, problem };
  const { method, count, firstDue, anchorDay = parts(firstDue).day } = input;
  const [total, rate] = [BigInt(input.totalFen), BigInt(input.annualRateMicro)];
  const fixed = method === 'equal-instalment' ? equalPayment(total, rate, count) : total / BigInt(count);
  const rows: ScheduleRow[] = [];
  let balance = total;
  for (const [at, dueOn] of dueDates(firstDue, anchorDay, count).entries()) {
    const interest = divideHalfUp(balance * rate, MONTHS_MICRO);
    const principal = at === count - 1 ? balance : principalOf(input, interest, fixed);
    if (principal < 1n || principal > balance) {
      return bad(
        'schedule-too-small',
        '总额太小，分不成这么多期，请减少期数。',
        'The total is too small for so many instalments; take fewer.',
      );
    }
    balance -= principal;
    rows.push({
      index: at + 1,
      dueOn,
      paymentFen: Number(principal + interest),
      principalFen: Number(principal),
      interestFen: Number(interest),
      balanceFen: Number(balance),
    });
  }
  const interestFen = rows.reduce((sum, row) => sum + row.interestFen, 0);
  if (!isFen(input.totalFen + interestFen))
    return bad(
      'schedule-total',
      '本息合计超过金额上限，请核对。',
      'Principal and interest are above the largest amount; check them.',
    );
  return good({ rows, totalFen: input.totalFen + interestFen, interestFen });
}

/** Null when the payments add up to the expected total, else the problem with both figures. Amounts in fen. */
export function checkScheduleSum(
  payments: readonly ({ readonly paymentFen: Fen } | { readonly amountFen: Fen })[],
  expectedTotalFen: Fen,
): Problem<ScheduleProblem> | null {
  const sum = payments.reduce((total, row) => total + ('paymentFen' in row ? row.paymentFen : row.amountFen), 0);
  if (sum === expectedTotalFen) return null;
  const detail = { sum: formatYuan(sum), expected: formatYuan(expectedTotalFen) };
  return problemOf(
    'schedule-sum',
    `各期之和${detail.sum}元与总额${detail.expected}元不一致，请改正。`,
    `The instalments add up to ${detail.sum}, not ${detail.expected}; correct them.`,
    detail,
  );
}
