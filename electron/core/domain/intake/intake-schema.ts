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
 * as a decimal string with two digits. Unknown keys are let through and kept. Lengths are those of a case's entries
 * (entry-kinds.ts), so that what passes here can be written.
 */
const text = z.string().min(1).max(200_000);
/** May be left empty by the sender. */
const optionalText = z.string().max(200_000);
const name = z.string().min(1).max(2_000);
const money = z.string().regex(/^(0|[1-9][0-9]{0,12})\.[0-9]{2}$/);
const date = z.string().refine(isCalendarDate, 'date');
const instant = z.iso.datetime({ offset: true });
/** Whether a value is a date-time with its offset. */
export const isInstant = (value: unknown): value is string => instant.safeParse(value).success;
const identityDocument = z.looseObject({ type: z.enum(DOCUMENT_TYPES), number: z.string().min(1).max(100) });

const representative = z.looseObject({
  name,
  kind: z.enum(REPRESENTATIVE_KINDS),
  sex: z.enum(SEXES).optional(),
  document: identityDocument.optional(),
  position: optionalText.optional(),
  phone: optionalText.optional(),
  authority: z.array(z.enum(AUTHORITIES)).optional(),
});

const party = z.looseObject({
  key: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(100),
  side: z.enum(SIDES),
  kind: z.enum(PARTY_KINDS),
  name,
  shortName: optionalText.optional(),
  sex: z.enum(SEXES).optional(),
  nation: optionalText.optional(),
  birthDate: date.optional(),
  document: identityDocument.optional(),
  creditCode: optionalText.optional(),
  occupation: optionalText.optional(),
  phone: optionalText.optional(),
  address: optionalText.optional(),
  legalRepresentative: z.looseObject({ name, position: optionalText.optional() }).optional(),
  representatives: z.array(representative).max(2).optional(),
});
export type IntakeParty = z.infer<typeof party>;

const session = z.looseObject({
  startedAt: instant,
  mode: z.enum(SESSION_MODES),
  place: optionalText,
  participants: z.array(name).optional(),
  record: optionalText,
  result: z.enum(SESSION_RESULTS),
});

const agreement = z.looseObject({
  form: z.enum(AGREEMENT_FORMS),
  agreedOn: date.optional(),
  disputedMatters: optionalText.optional(),
  clauses: z.array(optionalText).min(1),
  payments: z
    .array(
      z.looseObject({
        payer: optionalText,
        payee: optionalText,
        amount: money,
        dueOn: date,
        account: optionalText.optional(),
      }),
    )
    .max(1_200)
    .optional(),
  confirmation: z.looseObject({ wanted: z.boolean(), court: optionalText.optional() }).optional(),
  signatures: z.array(z.looseObject({ by: optionalText, on: date })).optional(),
});
export type IntakeAgreement = z.infer<typeof agreement>;

const ending = z.looseObject({
  reason: z.enum(ENDING_REASONS),
  on: date,
  focus: optionalText.optional(),
  steps: z.array(optionalText).optional(),
  undisputedFacts: z.array(optionalText).optional(),
});

/** Answers that triage needs（分流要素）, where the sender knows them. */
const answer = z.boolean().optional();
const triageAnswers = {
  moneyOnly: answer,
  factsClear: answer,
  relationClear: answer,
  disputeSmall: answer,
  reachable: answer,
  appraisalNeeded: answer,
  foreignElement: answer,
};

export const intakeSchema = z.looseObject({
  format: z.literal('mediation-intake/1'),
  id: text.max(200),
  source: z.enum(SOURCES),
  courtNumber: optionalText.optional(),
  receivedAt: instant,
  disputeType: optionalText,
  regime: z.enum(REGIMES),
  amount: money.optional(),
  contractNumber: optionalText.optional(),
  parties: z.array(party).min(2),
  claims: z.array(text).min(1),
  facts: text,
  triage: z.looseObject(triageAnswers).optional(),
  prepared: z
    .looseObject({
      mediators: z.array(name).min(1).optional(),
      recorder: name.optional(),
      sessions: z.array(session).optional(),
      agreement: agreement.optional(),
      ending: ending.optional(),
    })
    .optional(),
});
export type Intake = z.infer<typeof intakeSchema>;
