import { z } from 'zod';
import { isCalendarDate } from '../time/calendar-date';
import type { Writes } from '../journal/registers';
import {
  AGREEMENT_FORMS,
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
  series: z.enum(['agreement', 'oral-agreement']),
  year: z.number().int().min(1949).max(9999),
  seq: z.number().int().min(1),
  text: z.string().min(1).max(200),
});

export const caseKinds = {
  'case-set': z.looseObject({ set: caseFields }),
  'party-set': z.looseObject({ party: key, set: partyFields }),
  'session-set': z.looseObject({ session: key, set: sessionFields }),
  'agreement-set': z.looseObject({ set: agreementFields }),
  'ending-set': z.looseObject({ set: endingFields }),
  /** `number` null after a number was voided. */
  'number-given': z.looseObject({ number: officialNumber.nullable() }),
  /** `on` null withdraws a signature that was recorded by mistake. */
  'signature-set': z.looseObject({ by: key, on: date.nullable(), at: instant.optional() }),
  'document-issued': z.looseObject({
    form: z.string().min(1).max(20),
    formVersion: z.string().min(1).max(40),
    number: z.string().max(200).optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().min(1),
    pages: z.number().int().min(1),
  }),
  'document-printed': z.looseObject({
    document: z.string().min(1).max(100),
    copies: z.number().int().min(1).max(99),
    way: z.enum(['viewer', 'printer']),
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

const setWrites = (prefix: string, set: Readonly<Record<string, unknown>>): Writes =>
  Object.entries(set).map(([name, value]) => [`${prefix}.${name}`, value ?? null] as const);

/** The fields that an entry of a known kind writes; documents and printings are events and write none. */
export function writesOfKind(kind: CaseKind, data: Readonly<Record<string, unknown>>): Writes {
  const set = (data['set'] ?? {}) as Record<string, unknown>;
  switch (kind) {
    case 'case-set':
      return setWrites('case', set);
    case 'party-set':
      return setWrites(`party.${String(data['party'])}`, set);
    case 'session-set':
      return setWrites(`session.${String(data['session'])}`, set);
    case 'agreement-set':
      return setWrites('agreement', set);
    case 'ending-set':
      return setWrites('ending', set);
    case 'number-given':
      return [['number', data['number'] ?? null]];
    case 'signature-set':
      return [[`signature.${String(data['by'])}`, { on: data['on'], ...(data['at'] ? { at: data['at'] } : {}) }]];
    case 'document-issued':
    case 'document-printed':
      return [];
  }
}
