import { addDays, addMonths, parts, type CalendarDate } from './calendar-date';
import { dayKind, hasHolidayTable, isWorkingDay, type HolidayTable } from './holidays';

/** Why a deadline falls where it falls. */
export type DeadlineReason =
  'weekend' | 'holiday' | 'make-up-working-day' | 'month-end-clamped' | 'holiday-table-missing';

/** Plain words for each reason. */
export const DEADLINE_REASONS: Readonly<Record<DeadlineReason, { readonly zh: string; readonly en: string }>> = {
  weekend: { zh: '期满日为休息日，顺延', en: 'the last day is a weekend and moves on' },
  holiday: { zh: '期满日为法定休假日，顺延', en: 'the last day is a public holiday and moves on' },
  'make-up-working-day': { zh: '该日为调休上班日', en: 'that weekend day is a make-up working day' },
  'month-end-clamped': { zh: '当月无对应日，以月末日为期满日', en: 'the month has no such day, its last day counts' },
  'holiday-table-missing': { zh: '未含节假日调整', en: 'no holiday table of that year, only weekends are known' },
};

/** A period counted from a start day that itself is not counted. */
export interface Deadline {
  /** Last day by plain counting. */
  readonly raw: CalendarDate;
  /** Last day after the roll; the period ends at 24:00 or at close of business. */
  readonly due: CalendarDate;
  readonly rolled: boolean;
  /** True when a year that was looked at has no table: show 未含节假日调整. */
  readonly holidayTableMissing: boolean;
  readonly reasons: readonly DeadlineReason[];
}

/** The first working day on or after a day (民事诉讼法 85, 民法典 203), with the reasons for the move. */
export function rollToWorkingDay(date: CalendarDate, tables: readonly HolidayTable[]): Deadline {
  const reasons = new Set<DeadlineReason>();
  let due = date;
  for (;;) {
    if (!hasHolidayTable(due, tables)) reasons.add('holiday-table-missing');
    const kind = dayKind(due, tables);
    if (kind !== 'working-day') reasons.add(kind);
    if (kind === 'working-day' || kind === 'make-up-working-day') break;
    due = addDays(due, 1);
  }
  const holidayTableMissing = reasons.has('holiday-table-missing');
  return { raw: date, due, rolled: due !== date, holidayTableMissing, reasons: [...reasons] };
}

/**
 * A statutory period in days or months after `startOn` (e.g. 30 days for judicial confirmation 司法确认, 民事诉讼法 205).
 * The start day is not counted; a month ends on the same-numbered day or the last of the month; a last day without work
 * moves to the next working day (民事诉讼法 85, 民法典 201–203). Throws RangeError for a date that does not exist.
 */
export function legalDeadline(
  startOn: CalendarDate,
  period: { readonly days: number } | { readonly months: number },
  tables: readonly HolidayTable[],
): Deadline {
  if ('days' in period) return rollToWorkingDay(addDays(startOn, period.days), tables);
  const raw = addMonths(startOn, period.months);
  const rolled = rollToWorkingDay(raw, tables);
  if (parts(raw).day === parts(startOn).day) return rolled;
  return { ...rolled, reasons: ['month-end-clamped', ...rolled.reasons] };
}

/** The day after `count` (0 or more) working days（工作日）, the start day not counted. */
export function addWorkingDays(startOn: CalendarDate, count: number, tables: readonly HolidayTable[]): Deadline {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('count is a whole number');
  let due = startOn;
  let left = count;
  let missing = !hasHolidayTable(startOn, tables);
  while (left > 0) {
    due = addDays(due, 1);
    missing ||= !hasHolidayTable(due, tables);
    if (isWorkingDay(due, tables)) left -= 1;
  }
  const reasons: readonly DeadlineReason[] = missing ? ['holiday-table-missing'] : [];
  return { raw: due, due, rolled: false, holidayTableMissing: missing, reasons };
}
