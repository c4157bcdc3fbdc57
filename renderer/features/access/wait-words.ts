import type { Texts } from '../../locales/zh-CN';

/** Whole seconds from `now` until `until`, both in milliseconds since 1970; 0 when it is over or there is no wait. */
export const secondsLeft = (until: number | null, now: number): number =>
  until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1_000));

/** A wait in words: `45 秒`, `2 分`, `1 分 20 秒`. */
export function waitWords(seconds: number, t: Texts): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    ...(minutes > 0 ? [t.access.minutes(minutes)] : []),
    ...(rest > 0 || minutes === 0 ? [t.access.seconds(rest)] : []),
  ];
  return parts.join(' ');
}
