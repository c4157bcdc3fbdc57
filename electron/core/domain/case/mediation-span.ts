import { shanghaiDateOf, type CalendarDate } from '../time/calendar-date';
import type { CaseState } from './case-state';
import { effectOf } from './effect';

/**
 * The day of acceptance（受理日期、受案时间）: as the case says, else the day on which the material was
 * received; undefined when none is known.
 */
export function acceptedOnOf(state: Pick<CaseState, 'acceptedOn' | 'receivedAt'>): CalendarDate | undefined {
  const received = state.receivedAt === undefined ? undefined : shanghaiDateOf(state.receivedAt);
  return state.acceptedOn ?? received;
}

/** First and last day of a mediation（调解日期）; either is undefined while it is not known. */
export interface MediationSpan {
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

/**
 * The days of a mediation as its cover tells them (domain.md F01): from acceptance, or the first session where that is not
 * known, to the ending without agreement, the day of effect, or the last session. Calendar dates in Asia/Shanghai.
 */
export function mediationSpan(state: CaseState): MediationSpan {
  const sessions = state.sessions.map((session) => shanghaiDateOf(session.startedAt)).sort();
  const failed = state.ending !== undefined && state.ending.reason !== 'settled' ? state.ending.on : undefined;
  const oral = state.agreement?.form === 'oral' ? state.agreement.agreedOn : undefined;
  return {
    from: acceptedOnOf(state) ?? sessions[0],
    to: failed ?? effectOf(state)?.effectiveOn ?? oral ?? sessions.at(-1) ?? state.ending?.on,
  };
}
