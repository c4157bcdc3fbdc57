import { z } from 'zod';

/**
 * How often a wrong secret was tried（错误次数）, and what follows: five wrong ones cost 30 seconds, each further one twice as
 * long; after ten nothing is tried until an administrator, or the recovery sheet, frees the account.
 */
export const attempts = z.object({
  wrong: z.number().int().min(0),
  /** Milliseconds since 1970 before which nothing is tried. */
  until: z.number(),
});
export type Attempts = Readonly<z.infer<typeof attempts>>;

export const NO_ATTEMPTS: Attempts = { wrong: 0, until: 0 };

const FREE = 5;
const FIRST_WAIT = 30_000;
const MOST_WRONG = 10;

/** The state after one more try, which is kept before the secret is held against anything. */
export function counted({ wrong }: Attempts, now: number): Attempts {
  const next = wrong + 1;
  return { wrong: next, until: next < FREE ? 0 : now + FIRST_WAIT * 2 ** (Math.min(next, MOST_WRONG) - FREE) };
}

export const isLockedOut = ({ wrong }: Attempts): boolean => wrong >= MOST_WRONG;

/** When the next try may be, milliseconds since 1970; null for at once. */
export const waitsUntil = ({ until }: Attempts, now: number): number | null => (until > now ? until : null);
