import { z } from 'zod';
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
} from '../case/vocabulary';
import { isCalendarDate } from '../time/calendar-date';

/**
 * The hand-over format `mediation-intake/1`（移交数据）: one case as a court, a bank, the consumer-protection centre or an
 * older system gives it to a room. Dates are calendar dates in Asia/Shanghai, date-times carry an offset, money is yuan
 * as a decimal string with two digits. Unknown keys are let through and kept.
 */
const text = z.string().min(1);
const money = z.string().regex(/^(0|[1-9][0-9]{0,12})\.[0-9]{2}$/);
const date = z.string().refine(isCalendarDate, 'date');
const instant = z.iso.datetime({ offset: true });
const identityDocument = z.looseObject({ type: z.enum(DOCUMENT_TYPES), number: text });

const representative = z.looseObject({
  name: text,
  kind: z.enum(REPRESENTATIVE_KINDS),
  sex: z.enum(SEXES).optional(),
  document: identityDocument.optional(),
  position: z.string().optional(),
  phone: z.string().optional(),
  authority: z.array(z.enum(AUTHORITIES)).optional(),
});

const party = z.looseObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  side: z.enum(SIDES),
  kind: z.enum(PARTY_KINDS),
  name: text,
  shortName: z.string().optional(),
  sex: z.enum(SEXES).optional(),
  nation: z.string().optional(),
  birthDate: date.optional(),
  document: identityDocument.optional(),
  creditCode: z.string().optional(),
  occupation: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  legalRepresentative: z.looseObject({ name: z.string(), position: z.string().optional() }).optional(),
  representatives: z.array(representative).max(2).optional(),
});
export type IntakeParty = z.infer<typeof party>;

const session = z.looseObject({
  startedAt: instant,
  mode: z.enum(SESSION_MODES),
  place: z.string(),
  participants: z.array(z.string()).optional(),
  record: z.string(),
  result: z.enum(SESSION_RESULTS),
});

const agreement = z.looseObject({
  form: z.enum(AGREEMENT_FORMS),
  agreedOn: date.optional(),
  disputedMatters: z.string().optional(),
  clauses: z.array(z.string()).min(1),
  payments: z
    .array(
      z.looseObject({
        payer: z.string(),
        payee: z.string(),
        amount: money,
        dueOn: date,
        account: z.string().optional(),
      }),
    )
    .optional(),
  confirmation: z.looseObject({ wanted: z.boolean(), court: z.string().optional() }).optional(),
  signatures: z.array(z.looseObject({ by: z.string(), on: date })).optional(),
});
export type IntakeAgreement = z.infer<typeof agreement>;

const ending = z.looseObject({
  reason: z.enum(ENDING_REASONS),
  on: date,
  focus: z.string().optional(),
  steps: z.array(z.string()).optional(),
  undisputedFacts: z.array(z.string()).optional(),
});

export const intakeSchema = z.looseObject({
  format: z.literal('mediation-intake/1'),
  id: text.max(200),
  source: z.enum(SOURCES),
  courtNumber: z.string().optional(),
  receivedAt: instant,
  disputeType: z.string(),
  regime: z.enum(REGIMES),
  amount: money.optional(),
  contractNumber: z.string().optional(),
  parties: z.array(party).min(2),
  claims: z.array(text).min(1),
  facts: text,
  triage: z.looseObject({}).optional(),
  prepared: z
    .looseObject({
      mediators: z.array(z.string()).min(1).optional(),
      recorder: z.string().optional(),
      sessions: z.array(session).optional(),
      agreement: agreement.optional(),
      ending: ending.optional(),
    })
    .optional(),
});
export type Intake = z.infer<typeof intakeSchema>;
