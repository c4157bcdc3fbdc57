import type { Actor } from './actor';

/**
 * Someone at work（登录期）: from signing in until signing out; locking empties what was shown. Kept in memory only.
 */
export interface Session {
  readonly actor: Actor;
  /** `CASE PARTY` of parties whose numbers are shown whole until the screen is locked. */
  readonly unmasked: Set<string>;
  /** What was recorded last of each thing looked at, milliseconds since 1970: looking again soon is the same look. */
  readonly looked: Map<string, number>;
}

export const newSession = (actor: Actor): Session => ({ actor, unmasked: new Set(), looked: new Map() });
