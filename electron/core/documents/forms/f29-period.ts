import type { CaseState } from '../../domain/case/case-state';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { shanghaiDateOf, type CalendarDate } from '../../domain/time/calendar-date';
import { formatChinese } from '../../domain/time/chinese-date';
import { DEADLINE_REASONS, legalDeadline } from '../../domain/time/deadlines';
import { HOLIDAYS_2024 } from '../../domain/time/holidays';

/**
 * The day from which the period runs: on paper when the material was signed for (特邀调解规定 Art. 27), online when the
 * delegation was accepted on the platform (在线调解规则 Art. 24). Undefined while it is not known.
 */
function startOf(state: CaseState): CalendarDate | undefined {
  if (state.regime === 'online') {
    const own = paperData(state.papers, 'F29', WHOLE_CASE);
    return own.accepted === false ? undefined : own.acceptedOn;
  }
  return state.receivedAt === undefined ? undefined : shanghaiDateOf(state.receivedAt);
}

/** `2024年5月6日（期满日为法定休假日，顺延）`, or the empty text for a day beyond the calendar. */
function endText(start: CalendarDate, days: number): string {
  try {
    const { due, reasons } = legalDeadline(start, { days }, [HOLIDAYS_2024]);
    const why = reasons.map((reason) => DEADLINE_REASONS[reason].zh).join('；');
    return formatChinese(due) + (why === '' ? '' : `（${why}）`);
  } catch (fault) {
    if (fault instanceof RangeError) return '';
    throw fault;
  }
}

/**
 * The end of the mediation period with its rule (特邀调解规定 Art. 27, 在线调解规则 Art. 24; domain.md 2.2): 30 days for a
 * delegation（委派）; for an entrustment（委托）15 days in ordinary and 7 in simple procedure, both printed because the case does
 * not say which. Empty for the pen while source or start are not known.
 */
export function periodEnd(state: CaseState): string {
  const start = startOf(state);
  if (start === undefined) return '';
  if (state.source === 'court-delegation') return `${endText(start, 30)}\n委派调解三十日，双方同意的可以延长`;
  if (state.source === 'court-entrustment')
    return `普通程序：${endText(start, 15)}\n简易程序：${endText(start, 7)}\n委托调解适用普通程序的十五日、简易程序的七日，双方同意的可以延长`;
  return '';
}
