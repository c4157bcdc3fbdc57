import { shanghaiDateOf } from '../domain/time/calendar-date';

/** How many backups stay（保留规则）: the newest of each of the last days, weeks and months that have one. */
export interface KeepRule {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
}

export const KEEP: KeepRule = { days: 7, weeks: 4, months: 12 };

const DAY = 86_400_000;

/** Days, ISO weeks (by their Monday) and months in Asia/Shanghai. */
const PERIODS: Readonly<Record<keyof KeepRule, (at: number) => string>> = {
  days: (at) => dateOf(at),
  weeks: (at) => {
    const midnight = Date.parse(`${dateOf(at)}T00:00:00Z`);
    const monday = (Math.floor(midnight / DAY) + 3) % 7; // 1970-01-01 was a Thursday
    return new Date(midnight - monday * DAY).toISOString().slice(0, 10);
  },
  months: (at) => dateOf(at).slice(0, 7),
};

const dateOf = (at: number): string => shanghaiDateOf(new Date(at).toISOString());

/**
 * Which of these backups may go, by when they were made（milliseconds since 1970）. Periods without a backup do not count, so
 * a room that was shut for a month loses nothing by it. The newest always stays, so do all of today, and so does what was made after `now`:
 * the clock was wrong then or is wrong now, and no rule can tell which. Pure.
 */
export function tooMany<T extends { readonly at: number }>(
  made: readonly T[],
  rule: KeepRule,
  now: number,
): readonly T[] {
  const past = made.filter(({ at }) => at <= now).sort((a, b) => b.at - a.at);
  const kept = new Set<T>(past.filter((each, index) => index === 0 || dateOf(each.at) === dateOf(now)));
  for (const unit of ['days', 'weeks', 'months'] as const) {
    const periods = new Set<string>();
    for (const each of past) {
      const period = PERIODS[unit](each.at);
      if (periods.has(period) || periods.size >= rule[unit]) continue;
      periods.add(period);
      kept.add(each);
    }
  }
  return past.filter((each) => !kept.has(each));
}
