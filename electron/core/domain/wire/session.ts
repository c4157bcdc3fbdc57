import { z } from 'zod';

/** Session of a workstation with the centre（会话）, by challenge and signature: no password travels, no clock is trusted. */
const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);

/** POST /v1/session/challenge */
export const challengeRequest = z.object({ station: key });
export const challengeAnswer = z.object({
  /** Opaque, good for a minute, for this station only. */
  challenge: z.string().min(20).max(500),
  /** The centre's Ed25519 public key. The room goes on only when it is the one it enrolled with. */
  centre: key,
});

/** POST /v1/session */
export const sessionRequest = z.object({
  station: key,
  challenge: z.string().min(20).max(500),
  /** By the workstation over `sessionText(...)`. */
  signature,
});
export const sessionAnswer = z.object({
  /** For `authorization: Bearer TOKEN`. */
  token: z.string().min(20).max(1000),
  /** Seconds until it ends. */
  lasts: z.number().int().min(1),
  /** Where this workstation's own chain stands at the centre: the newest counter taken without a gap, and its id. */
  chain: z.object({ seq: z.number().int().min(0), id: z.string().nullable() }),
  /** Entries of this workstation that wait at the centre for a missing one before them. */
  held: z.number().int().min(0),
  /** The centre's wall clock, milliseconds since 1970. Shown and compared, never used to order anything. */
  now: z.number().int(),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** What a workstation signs to begin a session: bound to one centre, so that no other can pass it on. */
export const sessionText = (centre: string, challenge: string): string =>
  `mediation-room/session/1\n${centre}\n${challenge}`;
