import { randomBytes } from 'node:crypto';
import type { CentreClock } from '../context';
import type { CentreKeys } from '../keys';

/**
 * Challenges and session tokens（挑战与会话令牌）: HMACs over who and when, so that no process has to remember any.
 *
 * Promises: what is accepted was made by this centre for that station and purpose, at most `CHALLENGE_SECONDS` or
 * `SESSION_SECONDS` ago by the centre's clock; a clock that was set back ends the sessions begun after.
 * Does not promise: that a challenge is used once. Who repeats a signed one within its minute got it out of the TLS line.
 * Proved by test/unit/centre/sessions.test.ts.
 */
export const CHALLENGE_SECONDS = 60;
export const SESSION_SECONDS = 600;

type Parts = Readonly<{ keys: CentreKeys; clock: CentreClock }>;

function made({ keys, clock }: Parts, purpose: string, station: string): string {
  const text = `${station}.${clock.now()}.${randomBytes(16).toString('base64url')}`;
  return `${text}.${keys.stamp(purpose, text)}`;
}

function stationIn({ keys, clock }: Parts, purpose: string, lasts: number, token: string): string | null {
  const cut = token.lastIndexOf('.');
  const text = token.slice(0, Math.max(cut, 0));
  if (!keys.stamped(purpose, text, token.slice(cut + 1))) return null;
  const [station = '', at = ''] = text.split('.');
  const age = clock.now() - Number(at);
  return age >= 0 && age < lasts * 1000 ? station : null;
}

/** A text for this station to sign. */
export const newChallenge = (parts: Parts, station: string): string => made(parts, 'challenge', station);
/** True for a challenge that was made for this station within the last minute. */
export const challengeHolds = (parts: Parts, station: string, challenge: string): boolean =>
  stationIn(parts, 'challenge', CHALLENGE_SECONDS, challenge) === station;

/** A token for `authorization: Bearer`. */
export const newToken = (parts: Parts, station: string): string => made(parts, 'session', station);
/** Whose token it is; null when it is none of ours or over. */
export const stationOfToken = (parts: Parts, token: string): string | null =>
  stationIn(parts, 'session', SESSION_SECONDS, token);
