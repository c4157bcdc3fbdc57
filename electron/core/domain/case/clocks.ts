import { DEADLINE_REASONS, legalDeadline, type Deadline } from '../time/deadlines';
import { shanghaiDateOf, type CalendarDate } from '../time/calendar-date';
import type { HolidayTable } from '../time/holidays';

/** A period that runs（期限）: a proposal with its reason, never a decision. */
export interface CaseClock {
  readonly code: 'mediation-period' | 'confirmation' | 'payment';
  readonly zh: string;
  readonly en: string;
  /** Last day, calendar date in Asia/Shanghai. */
  readonly due: CalendarDate;
  /** The rule behind it and any move of the last day, in words. */
  readonly basisZh: string;
  readonly basisEn: string;
}

/** What the clocks depend on; a folded case and a summary both tell it. */
export interface ClockFacts {
  readonly closed: boolean;
  readonly source?: string | null | undefined;
  /** Date-time with offset. */
  readonly receivedAt?: string | null | undefined;
  readonly effectiveOn: CalendarDate | null;
  readonly confirmationWanted: boolean;
  readonly payments: readonly { readonly dueOn: CalendarDate }[];
}

/**
 * The clocks of a case that still run (domain.md 2.1–2.5): the mediation period from receipt while there is no effect
 * and no ending, judicial confirmation from the day of effect where it is wanted, and the next payment from `today` on.
 */
export function clocksOf(
  facts: ClockFacts,
  today: CalendarDate,
  tables: readonly HolidayTable[],
): readonly CaseClock[] {
  const { closed, source, receivedAt, effectiveOn } = facts;
  if (closed) return [];
  if (effectiveOn === null) {
    const period = receivedAt ? orNone(() => mediationClock(source, shanghaiDateOf(receivedAt), tables)) : null;
    return period ? [period] : [];
  }
  const clocks: CaseClock[] = [];
  if (facts.confirmationWanted) {
    const deadline = orNone(() => legalDeadline(effectiveOn, { days: 30 }, tables));
    if (deadline && deadline.due >= today) {
      clocks.push(
        clock(
          'confirmation',
          '申请司法确认',
          'Apply for judicial confirmation',
          deadline,
          '《民事诉讼法》第二百零五条：协议生效之日起三十日内共同申请',
          'Civil Procedure Law Art. 205: jointly, within 30 days of effect',
        ),
      );
    }
  }
  const next = facts.payments
    .map((p) => p.dueOn)
    .filter((due) => due >= today)
    .sort()[0];
  if (next) {
    const words = ['下一期履行', 'Next payment', '协议的履行计划', 'The schedule of the agreement'] as const;
    clocks.push({ code: 'payment', zh: words[0], en: words[1], due: next, basisZh: words[2], basisEn: words[3] });
  }
  return clocks;
}

/** No clock beyond the calendar's ends: a mistyped year 9999 must not keep a case from opening. */
function orNone<T>(work: () => T): T | null {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function mediationClock(
  source: ClockFacts['source'],
  receivedOn: CalendarDate,
  tables: readonly HolidayTable[],
): CaseClock {
  if (source === 'court-delegation') {
    const deadline = legalDeadline(receivedOn, { days: 30 }, tables);
    return clock(
      'mediation-period',
      '委派调解期限',
      'Delegated mediation period',
      deadline,
      '特邀调解规定第二十七条：自签收材料起三十日，双方同意可延长',
      'Invited Mediation Rules Art. 27: 30 days from receipt, longer if both agree',
    );
  }
  if (source === 'court-entrustment') {
    const deadline = legalDeadline(receivedOn, { days: 15 }, tables);
    return clock(
      'mediation-period',
      '委托调解期限',
      'Entrusted mediation period',
      deadline,
      '特邀调解规定第二十七条：普通程序十五日（简易程序七日），双方同意可延长',
      'Invited Mediation Rules Art. 27: 15 days (7 in simple procedure), longer if both agree',
    );
  }
  const deadline = legalDeadline(receivedOn, { months: 1 }, tables);
  return clock(
    'mediation-period',
    '调解期限（默认）',
    'Mediation period (default)',
    deadline,
    '中心设置的默认期限：受理起一个月，双方同意可延长',
    'Default of the centre: one month from receipt, longer if both agree',
  );
}

function clock(
  code: CaseClock['code'],
  zh: string,
  en: string,
  deadline: Deadline,
  basisZh: string,
  basisEn: string,
): CaseClock {
  const reasons = deadline.reasons.map((reason) => DEADLINE_REASONS[reason]);
  return {
    code,
    zh,
    en,
    due: deadline.due,
    basisZh: [basisZh, ...reasons.map((r) => r.zh)].join('；'),
    basisEn: [basisEn, ...reasons.map((r) => r.en)].join('; '),
  };
}
