import { z } from 'zod';
import { STAGES } from '../core/domain/case/vocabulary';
import { caseViewSchema } from './case-view';
import { caseId, method } from './method';

/** Entries that a person writes through the screens; data is checked by the core against the schema of the kind. */
export const writableKinds = [
  'case-set',
  'party-set',
  'session-set',
  'agreement-set',
  'signature-set',
  'ending-set',
  'paper-set',
  'evidence-set',
  'attachment-set',
  'approval-set',
] as const;
export const writeSchema = z.object({ kind: z.enum(writableKinds), data: z.record(z.string(), z.unknown()) });
export type WriteMessage = z.infer<typeof writeSchema>;

export const caseRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  stage: z.enum(STAGES),
  disputeType: z.string().nullable(),
  amountFen: z.number().int().nullable(),
  number: z.string().nullable(),
  courtNumber: z.string().nullable(),
  receivedAt: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  mediators: z.array(z.string()),
  missing: z.number().int(),
  conflicts: z.number().int(),
  sample: z.boolean(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** Cases: the list, one case, and every change of it. */
export const caseMethods = {
  /** Newest receipt first. `query` looks into names, document and telephone numbers, official and contract numbers. */
  'cases.list': method(
    z.object({
      query: z.string().max(200),
      stage: z.enum(STAGES).nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ rows: z.array(caseRowSchema), total: z.number().int() }),
  ),
  /** Registers a new case with all that was typed; refused with every fault, and then nothing is kept. */
  'cases.create': method(z.object({ writes: z.array(writeSchema).min(1).max(200) }), caseViewSchema),
  'cases.open': method(z.object({ id: caseId }), caseViewSchema),
  /** Writes entries on top of `seen` (the heads of the view that was on screen). */
  'cases.write': method(
    z.object({ id: caseId, seen: z.array(z.string()).max(1000), writes: z.array(writeSchema).min(1).max(200) }),
    caseViewSchema,
  ),
  /**
   * Shows one party's identity number, telephones and accounts whole, and the accounts in the payments to it; recorded. They
   * stay so for this person until the screen is locked.
   */
  'cases.unmask': method(z.object({ id: caseId, party: z.string().min(1).max(100) }), caseViewSchema),
  /** Takes the next official number for the case's agreement; the same case always gets the same one. */
  'cases.takeNumber': method(z.object({ id: caseId }), caseViewSchema),
  /** Gives a number up with a reason; it stays in the register for ever and the next one may be taken. */
  'cases.voidNumber': method(z.object({ id: caseId, reason: z.string().trim().min(1).max(500) }), caseViewSchema),
} as const;
