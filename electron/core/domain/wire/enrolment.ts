import { z } from 'zod';
import { wipeOrder } from './wipe';

/** Admission of a workstation（工作站入网）. */
const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);

/** POST /v1/enrolment, no session. Asking again with the same key is harmless. */
export const enrolmentRequest = z.object({
  station: key,
  /** X25519 public key for what is sealed to this workstation (USB exchange). */
  box: key,
  /** 调解室三, as the workstation calls itself. */
  room: z.string().min(1).max(60),
  /** Name of the committee or institution as the workstation knows it; the administrator decides. */
  organisation: z.string().min(1).max(200),
  /** By the workstation over `enrolmentText(...)`: whoever asks holds the key. */
  signature,
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequest>;

export const enrolmentAnswer = z.object({
  state: z.enum(['asked', 'admitted', 'revoked', 'forked']),
  /** The centre's keys, kept by the room from now on: Ed25519 for proofs and rules, X25519 for sealed files. */
  centre: key,
  centreBox: key,
  /** Where admitted: the organisation it belongs to. */
  organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Where revoked as lost or stolen: what is here goes. */
  wipe: wipeOrder.optional(),
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;

export const enrolmentText = (request: Omit<EnrolmentRequest, 'signature'>): string =>
  `mediation-room/enrolment/1\n${request.station}\n${request.box}\n${request.room}\n${request.organisation}`;

/** The text whose hash is the short code that both sides show（核对码）: all keys of both, so nobody stands between. */
export const codeText = (
  keys: Pick<EnrolmentAnswer, 'centre' | 'centreBox'> & { station: string; box: string },
): string => `mediation-room/code/1\n${keys.centre}\n${keys.centreBox}\n${keys.station}\n${keys.box}`;

/** No I, L, O, U: read aloud over a telephone, nothing is mistaken. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 60 bits of a SHA-256 (32 bytes) as `K7QF-29MD-XW3H`: long enough that nobody can search for keys that fit it. */
export function shortCode(hash: Uint8Array): string {
  let bits = 0n;
  for (const byte of hash.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 12 }, (_, i) => LETTERS[Number((bits >> BigInt(59 - i * 5)) & 31n)] ?? '0');
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

/** GET /v1/stations: who is who, for names beside entries and for sealed files. Only workstations of one's own committee. */
export const stationsAnswer = z.object({
  stations: z.array(
    z.looseObject({
      station: key,
      box: key,
      room: z.string(),
      organisation: z.string(),
      /** The organisation is the committee itself, an institution under it, or a mediator of his own. */
      kind: z.enum(['committee', 'institution', 'mediator']),
      state: z.enum(['admitted', 'revoked', 'forked']),
    }),
  ),
});
export type StationRow = z.infer<typeof stationsAnswer>['stations'][number];
