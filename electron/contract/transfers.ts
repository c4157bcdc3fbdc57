import { z } from 'zod';
import { TRANSFER_STATUSES, TRANSFER_TYPES } from '../core/domain/case/vocabulary';
import { caseViewSchema } from './case-view';
import { caseId, date, method, problemSchema } from './method';

export const transferRowSchema = z.object({
  group: z.string(),
  zh: z.string(),
  en: z.string(),
  required: z.boolean(),
  state: z.enum(['present', 'missing', 'not-applicable']),
  reason: problemSchema.optional(),
});
export type TransferRowView = z.infer<typeof transferRowSchema>;

const one = z.object({ id: caseId, transfer: z.string().min(1).max(100) });

/** 移送: the package for the court, made and kept without a network; the court's answer is typed in. */
export const transferMethods = {
  'transfers.check': method(
    z.object({ id: caseId, type: z.enum(TRANSFER_TYPES) }),
    z.object({
      court: z.string().nullable(),
      rows: z.array(transferRowSchema),
      /** Why no package can be made now; empty when one can. */
      problems: z.array(problemSchema),
      /** Court-fee estimate in fen for a filing: the whole fee and the half of a simple procedure. */
      fee: z.object({ wholeFen: z.number().int(), halfFen: z.number().int() }).nullable(),
    }),
  ),
  /** Makes the package, or gives back the one that still stands. */
  'transfers.make': method(
    z.object({ id: caseId, type: z.enum(TRANSFER_TYPES) }),
    z.object({ view: caseViewSchema, transfer: z.string(), revision: z.number().int(), made: z.boolean() }),
  ),
  /** Asks where to save the ZIP; null when the person cancelled. */
  'transfers.save': method(one, z.object({ file: z.string().nullable() })),
  'transfers.answer': method(
    one.extend({
      status: z.enum(TRANSFER_STATUSES),
      answeredOn: date.optional(),
      answerNumber: z.string().max(200).optional(),
      answerReason: z.string().max(5_000).optional(),
      receiver: z.string().max(200).optional(),
    }),
    caseViewSchema,
  ),
} as const;
