import { z } from 'zod';
import { APPROVAL_MATTERS } from '../core/domain/case/vocabulary';

/** What two rooms did to one case beside each other, as the folded case carries it. Mirrors core/domain/case/clash.ts. */
const side = { entry: z.string(), account: z.string(), station: z.string(), at: z.string() };

/** Several values of one field. */
export const conflictSchema = z.object({
  path: z.string(),
  values: z.array(z.object({ value: z.unknown(), ...side })),
});

/** A case closed in one room and changed in another; a party that was entered twice. */
export const caseClashSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('closed-and-changed'),
    closing: z.enum(['ending', 'archive']),
    sides: z.array(z.object({ ...side, did: z.enum(['ending', 'archive', 'session', 'agreement', 'party']) })),
  }),
  z.object({
    kind: z.literal('same-party'),
    keys: z.tuple([z.string(), z.string()]),
    sides: z.array(z.object({ ...side, key: z.string() })),
  }),
]);

/** 审批: `valid` false once what was approved was changed after, or beside, it. */
export const approvalSchema = z.object({
  matter: z.enum(APPROVAL_MATTERS),
  by: z.string(),
  on: z.string(),
  at: z.string(),
  account: z.string(),
  valid: z.boolean(),
});
