import { z } from 'zod';
import { attempts, NO_ATTEMPTS } from './attempts';
import { stretchCost } from './stretch';

/** The six digits as they are held against what is typed（PIN 校验值）. */
const pinVerifier = z.object({
  salt: z.string(),
  hash: z.string(),
  cost: stretchCost,
  wrong: z.number().int().min(0),
});

const personNote = z.object({
  attempts,
  pin: pinVerifier.nullable(),
  /** When the password was given last; null when the PIN is not enough. */
  passwordAt: z.number().nullable(),
  lastSignIn: z.number().nullable(),
  /** Set by an administrator: the person chooses an own one first. */
  mustChange: z.boolean(),
});
export type PersonNote = Readonly<z.infer<typeof personNote>>;

export const NEW_PERSON: PersonNote = {
  attempts: NO_ATTEMPTS,
  pin: null,
  passwordAt: null,
  lastSignIn: null,
  mustChange: false,
};

/** What the door remembers over restarts（登录记录）, sealed in the store; no entry, and never sent anywhere. */
export const doorNote = z.object({
  v: z.literal(1),
  /** The newest time that this workstation's own clock showed at work. */
  newest: z.number(),
  people: z.record(z.string(), personNote),
  /** The recovery sheet in force. */
  recovery: z.object({ madeAt: z.number(), by: z.string() }).nullable(),
  /** One that went out, with the end that has to be typed back. */
  waiting: z.object({ madeAt: z.number(), by: z.string(), tail: z.string() }).nullable(),
});
export type DoorNote = Readonly<z.infer<typeof doorNote>>;

export const NEW_DOOR: DoorNote = { v: 1, newest: 0, people: {}, recovery: null, waiting: null };
