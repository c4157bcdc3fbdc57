import { clocksOf } from '../domain/case/clocks';
import type { CaseSummary } from '../domain/case/summary';
import { daysBetween, shanghaiDateOf, type CalendarDate } from '../domain/time/calendar-date';
import type { HolidayTable } from '../domain/time/holidays';

/** Clocks are shown when they run out within this many days, or have run out. */
const NEAR_DAYS = 30;
const PAYMENT_DAYS = 7;
const MOST_OPEN = 20;

/** 今日: what now, in one look. All days are calendar dates in Asia/Shanghai. */
export interface Today {
  readonly date: CalendarDate;
  readonly sessions: readonly { caseId: string; title: string; startedAt: string; place: string }[];
  readonly clocks: readonly {
    caseId: string;
    title: string;
    zh: string;
    en: string;
    due: CalendarDate;
    /** Negative when it has run out. */
    daysLeft: number;
    basisZh: string;
    basisEn: string;
  }[];
  readonly unsigned: readonly { caseId: string; title: string; number: string | null; missing: number }[];
  /** Payments that fall due within a week; whether they were made is not recorded yet, so none is called late. */
  readonly payments: readonly { caseId: string; title: string; dueOn: CalendarDate; amountFen: number }[];
  readonly open: readonly { caseId: string; title: string; stage: string; missing: number }[];
}

/** Derives 今日 from the summaries alone; no case is opened. */
export function todayFrom(rows: readonly CaseSummary[], date: CalendarDate, tables: readonly HolidayTable[]): Today {
  const name = (row: CaseSummary) => ({ caseId: row.id, title: row.title });
  const newest = [...rows].sort((a, b) => (b.receivedAt ?? '').localeCompare(a.receivedAt ?? ''));
  return {
    date,
    sessions: rows
      .flatMap((row) => row.sessions.map((session) => ({ ...name(row), ...session })))
      .filter((session) => shanghaiDateOf(session.startedAt) === date)
      .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt)),
    clocks: rows
      .flatMap((row) =>
        clocksOf({ ...row, closed: row.ended }, date, tables)
          .filter((clock) => clock.code !== 'payment')
          .map(({ zh, en, due, basisZh, basisEn }) => ({
            ...name(row),
            zh,
            en,
            due,
            daysLeft: daysBetween(date, due),
            basisZh,
            basisEn,
          })),
      )
      .filter((clock) => clock.daysLeft <= NEAR_DAYS)
      .sort((a, b) => a.daysLeft - b.daysLeft),
    unsigned: newest
      .filter((row) => row.stage === 'signing' || row.stage === 'agreement')
      .map((row) => ({ ...name(row), number: row.number, missing: row.missing })),
    payments: rows
      .filter((row) => row.stage === 'performance')
      .flatMap((row) => row.payments.map((payment) => ({ ...name(row), ...payment })))
      .filter(({ dueOn }) => dueOn >= date && daysBetween(date, dueOn) <= PAYMENT_DAYS)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    open: newest
      .filter((row) => row.stage === 'registered' || row.stage === 'accepted' || row.stage === 'mediation')
      .slice(0, MOST_OPEN)
      .map((row) => ({ ...name(row), stage: row.stage, missing: row.missing })),
  };
}
