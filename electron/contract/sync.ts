import { z } from 'zod';
import { method, nothing, problemSchema } from './method';

/** Sync with the centre, as the window shows it（与中心同步）. Mirrors core/sync/sync-facts.ts. Times: milliseconds since 1970. */
const waiting = z.number().int().min(0);

export const syncStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-set-up') }),
  z.object({ state: z.literal('offline'), waiting, since: z.number().nullable(), words: problemSchema.nullable() }),
  z.object({ state: z.literal('connecting'), waiting }),
  z.object({
    state: z.literal('exchanging'),
    direction: z.enum(['sending', 'receiving']),
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.object({ state: z.literal('up-to-date'), at: z.number() }),
  z.object({
    state: z.literal('needs-person'),
    reason: z.enum(['waiting-for-admission', 'revoked', 'forked', 'other-centre', 'refused-entries', 'clock', 'disk']),
    waiting,
    /** What happened, what is safe, what to do. */
    words: problemSchema,
  }),
]);
export type SyncStatusView = z.infer<typeof syncStatusSchema>;

/** A value of a field on one side of a conflict（冲突的一方）. */
const side = z.object({
  entry: z.string(),
  /** As a person reads it, both languages. */
  zh: z.string(),
  en: z.string(),
  account: z.string(),
  /** 调解室五, where the directory knows it. */
  room: z.string().nullable(),
  here: z.boolean(),
  at: z.string(),
});

/** Something in a case that a person has to settle（待处理冲突）. */
export const clashSchema = z.object({
  caseId: z.string(),
  title: z.string(),
  /**
   * field: one field, several values. closed-and-changed: closed in one room while another added a session.
   * same-party: one person entered twice. booking: two sessions at one time in one place.
   */
  kind: z.enum(['field', 'closed-and-changed', 'same-party', 'booking']),
  /** What it is about: 争议金额; 当事人 王某 与 王某; 调解室三 2026-11-24 09:30. */
  zh: z.string(),
  en: z.string(),
  /** Field path or keys, handed back to settle it. */
  about: z.string(),
  sides: z.array(side),
  /** For `booking`: the other case. */
  otherCase: z.object({ caseId: z.string(), title: z.string() }).nullable(),
});
export type ClashView = z.infer<typeof clashSchema>;

export const syncPageSchema = z.object({
  status: syncStatusSchema,
  /** Null before it was set up. */
  centre: z
    .object({
      url: z.string(),
      /** K7QF-29MD-XW3H: read to the administrator. */
      code: z.string(),
      state: z.enum(['asked', 'admitted', 'revoked', 'forked']),
      organisation: z.string().nullable(),
    })
    .nullable(),
  /** What waits to be sent, newest case first, at most 200 rows. */
  waiting: z.array(z.object({ caseId: z.string(), title: z.string(), entries: z.number().int() })),
  waitingOther: z.number().int(),
  /** Files that still have to follow their entries. */
  waitingFiles: z.number().int(),
  /** What the centre refused, with why and what to do. */
  refused: z.array(
    z.object({
      entry: z.string(),
      caseId: z.string().nullable(),
      title: z.string(),
      at: z.number(),
      problem: problemSchema,
    }),
  ),
  /** The centre's last signed word（最近一次中心凭据）. */
  proof: z
    .object({
      centreAt: z.number(),
      hereAt: z.number(),
      sentUpTo: z.number().int(),
      ownSeq: z.number().int(),
      readAll: z.boolean(),
    })
    .nullable(),
  clashes: z.array(clashSchema),
  /** Other workstations, for the USB exchange. */
  stations: z.array(z.object({ station: z.string(), room: z.string(), organisation: z.string() })),
});
export type SyncPageView = z.infer<typeof syncPageSchema>;

const stickReport = z.object({
  /** Who made the file: 调解室五, or 中心. */
  from: z.string(),
  added: z.number().int(),
  known: z.number().int(),
  refused: z.number().int(),
  files: z.number().int(),
});
export type StickReport = z.infer<typeof stickReport>;

export const syncMethods = {
  'sync.status': method(nothing, syncStatusSchema),
  'sync.page': method(nothing, syncPageSchema),
  /** Sets the centre's address and asks for admission. `certificate`: PEM text of an issuer that the system does not know. */
  'sync.enrol': method(
    z.object({ url: z.string().trim().min(1).max(500), certificate: z.string().max(100_000).optional() }),
    syncPageSchema,
  ),
  /** Starts a round at once. */
  'sync.now': method(nothing, syncStatusSchema),
  /** A new identity after a copied disk was noticed（更换本机身份）; has to be admitted again. */
  'sync.newIdentity': method(nothing, syncPageSchema),
  /** A person has looked at a refused entry. */
  'sync.dismissRefused': method(z.object({ entry: z.string() }), syncPageSchema),
  /** Settles a field: takes the value of this entry. */
  'sync.takeSide': method(z.object({ caseId: z.string(), about: z.string(), entry: z.string() }), syncPageSchema),
  /** Settles a closed case: `keep` it closed, or `reopen` it. */
  'sync.settleClosed': method(z.object({ caseId: z.string(), choice: z.enum(['keep', 'reopen']) }), syncPageSchema),
  /** One person entered twice: makes one of the two; `about` as given. */
  'sync.mergeParties': method(z.object({ caseId: z.string(), about: z.string() }), syncPageSchema),
  /** Writes the exchange for a recipient (`centre` or a station) to a file that the person chooses; null when cancelled. */
  'sync.writeStick': method(
    z.object({ to: z.string() }),
    z.object({ file: z.string(), entries: z.number().int(), files: z.number().int() }).nullable(),
  ),
  'sync.readStick': method(nothing, stickReport.nullable()),
} as const;
