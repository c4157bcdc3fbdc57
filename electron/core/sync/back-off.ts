/**
 * When to try again（退避重试）. Pure: chance arrives as an argument.
 * Promises: between 5 seconds and 10 minutes, never sooner than the centre asked for, spread so that rooms that lost the
 * centre at one moment do not come back at one moment. Proved by test/unit/sync/back-off.test.ts.
 */
const LEAST = 5_000;
const MOST = 600_000;
/** A centre (or who stands before it) that asks for more is not obeyed: a room must come back by itself. */
const LONGEST_WISH = 3_600_000;
/** While somebody waits before the screen to be admitted. */
const ADMISSION = 20_000;

/** What the delay depends on besides the count of failures. */
export interface Wish {
  /** Seconds of Retry-After, where the centre sent it. */
  readonly retryAfter?: number | undefined;
  /** The workstation waits for its admission: asked again soon. */
  readonly admission?: boolean | undefined;
}

/** Milliseconds until the next try. `failures` in a row, from 1; `random` in [0, 1). */
export function nextDelay(failures: number, random: number, { retryAfter, admission }: Wish = {}): number {
  const most = admission === true ? ADMISSION : MOST;
  const ceiling = Math.min(most, LEAST * 2 ** Math.min(Math.max(failures, 1), 20));
  const own = Math.max(LEAST, Math.round(ceiling / 2 + (random * ceiling) / 2));
  if (retryAfter === undefined || !(retryAfter > 0)) return own;
  const wished = Math.min(LONGEST_WISH, retryAfter * 1000);
  return Math.max(own, Math.round(wished + random * LEAST));
}
