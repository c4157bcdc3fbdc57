import { z } from 'zod';

/** Why the centre refuses a whole request（拒绝原因）. The body of every answer from 400 on is `refusalSchema`. */
export const REQUEST_FAULTS = [
  /** 400: the request breaks its schema; `field` says where. */
  'bad-request',
  /** 401: no session, or it ended; make a new one. */
  'no-session',
  /** 403: the workstation was never admitted, or asks and waits. */
  'not-admitted',
  /** 403: the workstation was revoked（停用）. */
  'revoked',
  /** 403: two machines write under this identity（身份被复制）; an administrator has to look. */
  'forked',
  /** 404: not for this workstation; also said of what does not exist, so that nothing can be probed. */
  'not-found',
  /** 409: the checkpoint is not one of this centre's; offer again what you have and read from the start. */
  'other-history',
  /** 409: the pieces of a file do not make the file; send them again. */
  'file-hash',
  /** 413 */
  'too-large',
  /** 415: not JSON, or packed in a way that is not understood. */
  'not-understood',
  /** 429, with Retry-After in seconds. */
  'too-many',
  /** 409: no numbers to lease: the administrator has to start the series of this year. */
  'no-numbers',
  /** 500 */
  'centre-fault',
  /** 503, with Retry-After: the database is away. */
  'unavailable',
] as const;
export type RequestFault = (typeof REQUEST_FAULTS)[number];

export const refusalSchema = z.looseObject({
  /** Any text: a newer centre may know more faults. */
  fault: z.string(),
  field: z.string().optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** Why the centre did not take one entry. The first four: it is no entry of that workstation; then: it may not be here. */
export const ENTRY_FAULTS = [
  'malformed',
  'hash',
  'signature',
  /** The workstation that signed it was never admitted to this centre. */
  'unknown-station',
  /** Its workstation was revoked before this entry came. */
  'revoked-station',
  /** Its counter is taken by another entry, or it follows another one than the centre has: a cloned disk. */
  'fork',
  /** A case of another organisation, or another workstation's own journal. */
  'not-yours',
  /** Not a subject that the centre keeps. */
  'subject',
  'too-large',
] as const;
export type EntryFaultAtCentre = (typeof ENTRY_FAULTS)[number];
