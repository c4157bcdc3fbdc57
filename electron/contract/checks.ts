import { z } from 'zod';
import { agreementSchema, partySchema } from './case-view';
import { date, method, problemSchema } from './method';

const rowSchema = z.object({
  index: z.number().int(),
  dueOn: z.string(),
  paymentFen: z.number().int(),
  principalFen: z.number().int(),
  interestFen: z.number().int(),
  balanceFen: z.number().int(),
});

/** Checks and calculations while a person types; nothing is kept. */
export const checkMethods = {
  /** Faults of what is typed of a party, and what its identity number says. */
  'checks.party': method(
    /** `of`: the party as it is kept, whose masked values stand for its own. */
    z.object({
      party: partySchema.omit({ key: true }).partial(),
      of: z.object({ caseId: z.string().max(120), party: z.string().max(100) }).optional(),
    }),
    z.object({
      problems: z.array(problemSchema.extend({ field: z.string() })),
      warnings: z.array(problemSchema),
      derived: z
        .object({ number: z.string(), sex: z.enum(['male', 'female']), birthDate: z.string(), age: z.number().int() })
        .nullable(),
    }),
  ),
  'checks.agreement': method(
    z.object({ agreement: agreementSchema, partyKeys: z.array(z.string()) }),
    z.object({ findings: z.array(problemSchema.extend({ field: z.string(), level: z.enum(['error', 'warning']) })) }),
  ),
  /** An amount as typed, in fen, with separators and in capitals（大写）. */
  'checks.amount': method(
    z.object({ text: z.string().max(40) }),
    z.object({ fen: z.number().int(), formatted: z.string(), plain: z.string(), capitals: z.string() }),
  ),
  /** The sentence of a ready clause（常用条款）, to be put into the agreement. */
  'checks.clause': method(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('confirm-debt'),
        asOf: date.optional(),
        debtFen: z.number().int().min(0).optional(),
        detail: z.string().max(2_000),
      }),
      z.object({
        kind: z.literal('reduction'),
        waivedFen: z.number().int().min(0).optional(),
        what: z.string().max(2_000),
        remainingFen: z.number().int().min(0).optional(),
      }),
      z.object({ kind: z.literal('acceleration'), days: z.string().max(100) }),
      z.object({ kind: z.literal('joint-confirmation'), court: z.string().max(500) }),
    ]),
    z.object({ clause: z.string() }),
  ),
  /** 等额本息, 等额本金, 免息等额 (domain.md 6.8), with the sentence for the clause whose figures come from it. */
  'checks.schedule': method(
    z.object({
      kind: z.enum(['equal-instalment', 'equal-principal', 'interest-free']),
      totalFen: z.number().int().min(1),
      /** Per cent a year as typed, e.g. `6` or `3.45`; ignored when interest-free. */
      annualRate: z.string().max(20),
      count: z.number().int().min(1).max(600),
      firstDue: date,
      /** 1 to 31; 31 is the last day of each month. */
      anchorDay: z.number().int().min(1).max(31),
      payerLabel: z.string(),
      payeeLabel: z.string(),
    }),
    z.object({
      rows: z.array(rowSchema),
      totalFen: z.number().int(),
      interestFen: z.number().int(),
      totalCapitals: z.string(),
      /** A clause that states the plan in figures and capitals, to be put into the agreement. */
      clause: z.string(),
    }),
  ),
} as const;

export type ReadyClause = z.input<(typeof checkMethods)['checks.clause']['request']>;
