import { z } from 'zod';
import { isCalendarDate } from '../time/calendar-date';
import { FORM_IDS } from '../forms/form-ids';
import { SERIES } from '../numbers/series';
import {
  AGREEMENT_FORMS,
  APPLICATIONS,
  APPROVAL_MATTERS,
  ATTACHMENT_ROLES,
  AUTHORITIES,
  DOCUMENT_TYPES,
  ENDING_REASONS,
  PARTY_KINDS,
  REGIMES,
  REPRESENTATIVE_KINDS,
  SESSION_MODES,
  SESSION_RESULTS,
  SEXES,
  SIDES,
  SOURCES,
  TRACKS,
  TRANSFER_STATUSES,
  TRANSFER_TYPES,
} from './vocabulary';

/**
 * One schema per kind of entry in a case's journal. `set` kinds write single fields, so that edits of different fields
 * merge; `null` clears a field. What a newer version added is let through and kept.
 */
const text = z.string().max(200_000);
const name = z.string().min(1).max(2_000);
const key = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(100);
/** Fen, integer, up to 9 999 9999 9999.99 yuan and beyond (domain.md 6.6). */
const fen = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const date = z.string().refine(isCalendarDate, 'not a calendar date YYYY-MM-DD');
const instant = z.iso.datetime({ offset: true, local: false });
const field = <T extends z.ZodType>(schema: T) => schema.nullable().optional();
const identityDocument = z.looseObject({ type: z.enum(DOCUMENT_TYPES), number: z.string().min(1).max(100) });

export const caseFields = z.looseObject({
  source: field(z.enum(SOURCES)),
  courtNumber: field(text),
  receivedAt: field(instant),
  disputeType: field(z.string().max(20)),
  regime: field(z.enum(REGIMES)),
  amountFen: field(fen),
  contractNumber: field(text),
  application: field(z.enum(APPLICATIONS)),
  acceptedOn: field(date),
  court: field(name),
  track: field(z.enum(TRACKS)),
  intakeId: field(z.string().max(200)),
  intakeHash: field(z.string().max(100)),
  claims: field(z.array(text)),
  facts: field(text),
  triage: field(z.record(z.string(), z.unknown())),
  mediators: field(z.array(name)),
  recorder: field(name),
  sample: field(z.boolean()),
});

export const partyFields = z.looseObject({
  side: field(z.enum(SIDES)),
  kind: field(z.enum(PARTY_KINDS)),
  name: field(name),
  shortName: field(text),
  namePinyin: field(text),
  sex: field(z.enum(SEXES)),
  nation: field(text),
  birthDate: field(date),
  document: field(identityDocument),
  creditCode: field(text),
  occupation: field(text),
  phone: field(text),
  address: field(text),
  legalRepresentative: field(z.looseObject({ name, position: text.optional() })),
  representatives: field(
    z
      .array(
        z.looseObject({
          name,
          kind: z.enum(REPRESENTATIVE_KINDS),
          sex: z.enum(SEXES).optional(),
          document: identityDocument.optional(),
          position: text.optional(),
          phone: text.optional(),
          authority: z.array(z.enum(AUTHORITIES)).optional(),
        }),
      )
      .max(2),
  ),
  removed: field(z.boolean()),
});

export const sessionFields = z.looseObject({
  startedAt: field(instant),
  mode: field(z.enum(SESSION_MODES)),
  place: field(text),
  participants: field(z.array(name)),
  present: field(z.array(name)),
  recorded: field(z.boolean()),
  record: field(text),
  result: field(z.enum(SESSION_RESULTS)),
  removed: field(z.boolean()),
});

export const paymentSchema = z.looseObject({
  payer: key,
  payee: key,
  amountFen: fen,
  dueOn: date,
  account: text.optional(),
});

export const agreementFields = z.looseObject({
  form: field(z.enum(AGREEMENT_FORMS)),
  agreedOn: field(date),
  disputedMatters: field(text),
  clauses: field(z.array(text)),
  payments: field(z.array(paymentSchema).max(1_200)),
  performance: field(text),
  confirmation: field(z.looseObject({ wanted: z.boolean(), court: text.optional() })),
});

export const endingFields = z.looseObject({
  reason: field(z.enum(ENDING_REASONS)),
  on: field(date),
  focus: field(text),
  steps: field(z.array(text)),
  undisputedFacts: field(z.array(text)),
});

export const officialNumber = z.looseObject({
  series: z.enum(SERIES),
  year: z.number().int().min(1949).max(9999),
  seq: z.number().int().min(1),
  text: z.string().min(1).max(200),
});

export const evidenceFields = z.looseObject({
  by: field(key),
  name: field(name),
  source: field(text),
  proves: field(text),
  pages: field(z.number().int().min(0).max(99_999)),
  copies: field(z.number().int().min(0).max(9_999)),
  original: field(z.boolean()),
  removed: field(z.boolean()),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(1);

export const attachmentFields = z.looseObject({
  role: field(z.enum(ATTACHMENT_ROLES)),
  of: field(z.string().min(1).max(200)),
  name: field(name),
  type: field(z.enum(['application/pdf', 'image/jpeg', 'image/png'])),
  sha256: field(sha256),
  bytes: field(count),
  pages: field(count),
  removed: field(z.boolean()),
});

export const archiveFields = z.looseObject({
  on: field(date),
  by: field(name),
  missing: field(z.array(z.string().max(200))),
  reason: field(text),
});

export const transferAnswerFields = z.looseObject({
  status: field(z.enum(TRANSFER_STATUSES)),
  answeredOn: field(date),
  answerNumber: field(text),
  answerReason: field(text),
  receiver: field(text),
});

const transferMade = z.looseObject({
  transfer: key,
  type: z.enum(TRANSFER_TYPES),
  court: text,
  revision: count,
  sha256,
  bytes: count,
  files: z.array(z.looseObject({ group: text, fileName: text, sha256, pages: z.number().int().min(0), bytes: count })),
});

/** The own data of a paper; which fields a form has is told by `paperFields`. */
const paperSet = z.looseObject({
  form: z.enum(FORM_IDS),
  of: key,
  set: z.record(z.string().regex(/^[A-Za-z]+$/), z.unknown()),
});

export const caseKinds = {
  'case-set': z.looseObject({ set: caseFields }),
  'party-set': z.looseObject({ party: key, set: partyFields }),
  'session-set': z.looseObject({ session: key, set: sessionFields }),
  'agreement-set': z.looseObject({ set: agreementFields }),
  'ending-set': z.looseObject({ set: endingFields }),
  /** `number` null after a number was voided. `paper` names a paper with a number of its own, `F27.case`; else the agreement. */
  'number-given': z.looseObject({
    number: officialNumber.nullable(),
    paper: z
      .string()
      .regex(/^F[0-9]{2}[AB]?\.[a-z0-9-]+$/)
      .optional(),
  }),
  'paper-set': paperSet,
  'evidence-set': z.looseObject({ evidence: key, set: evidenceFields }),
  'attachment-set': z.looseObject({ attachment: key, set: attachmentFields }),
  'archive-set': z.looseObject({ set: archiveFields }),
  'transfer-made': transferMade,
  'transfer-answer-set': z.looseObject({ transfer: key, set: transferAnswerFields }),
  /** `on` null withdraws a signature that was recorded by mistake. */
  'signature-set': z.looseObject({ by: key, on: date.nullable(), at: instant.optional(), signer: name.optional() }),
  /** An approval（审批）; `on` null withdraws it. Valid only for what its writer had seen. */
  'approval-set': z.looseObject({ matter: z.enum(APPROVAL_MATTERS), by: name, on: date.nullable() }),
  'document-issued': z.looseObject({
    form: z.string().min(1).max(20),
    of: key.optional(),
    formVersion: z.string().min(1).max(40),
    number: z.string().max(200).optional(),
    sha256,
    bytes: count,
    pages: count,
  }),
  /** The bytes went to a printer; whether paper came out only a person can tell. */
  'document-sent': z.looseObject({
    document: z.string().min(1).max(100),
    printer: z.string().max(500),
    copies: z.number().int().min(1).max(99),
    sha256,
    duplicate: z.boolean(),
  }),
  /** A person says that the paper is there（已打印）. */
  'document-printed': z.looseObject({
    document: z.string().min(1).max(100),
    copies: z.number().int().min(1).max(99),
    way: z.enum(['viewer', 'printer']),
    printer: z.string().max(500).optional(),
    sha256: sha256.optional(),
    duplicate: z.boolean().optional(),
  }),
} as const;
export type CaseKind = keyof typeof caseKinds;
export type CaseData<K extends CaseKind> = z.input<(typeof caseKinds)[K]>;

/** An entry still to be written, of one of the known kinds. */
export type CaseWrite = { readonly [K in CaseKind]: { readonly kind: K; readonly data: CaseData<K> } }[CaseKind];

/** True for a kind that this version knows. */
export function isCaseKind(kind: string): kind is CaseKind {
  return Object.hasOwn(caseKinds, kind);
}
