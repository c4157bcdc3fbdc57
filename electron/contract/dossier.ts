import { z } from 'zod';
import { FORM_IDS } from '../core/domain/forms/form-ids';
import { caseViewSchema } from './case-view';
import { caseId, method, problemSchema } from './method';

/** One part of the dossier, in its place of the order. */
export const dossierRowSchema = z.object({
  /** Number of the row in the order（卷内目录）, from 1. */
  place: z.number().int(),
  zh: z.string(),
  en: z.string(),
  required: z.boolean(),
  state: z.enum(['present', 'missing', 'not-needed']),
  /** What is missing or why it is not needed. */
  reason: problemSchema.optional(),
  /** Papers of the row: a scan that was signed, an issued document, or one that can be made now. */
  papers: z.array(
    z.object({
      form: z.enum(FORM_IDS).optional(),
      of: z.string(),
      zh: z.string(),
      en: z.string(),
      from: z.enum(['signed-scan', 'issued', 'to-make', 'attachment']),
      pages: z.number().int().nullable(),
    }),
  ),
});
export type DossierRowView = z.infer<typeof dossierRowSchema>;

/** One of the seven checks of archive readiness (domain.md 1.2). */
export const readinessCheckSchema = z.object({
  code: z.enum(['acceptance', 'completeness', 'forms', 'evidence', 'law', 'follow-up', 'binding']),
  zh: z.string(),
  en: z.string(),
  passed: z.boolean(),
  problems: z.array(problemSchema),
});
export type ReadinessCheckView = z.infer<typeof readinessCheckSchema>;

/** 卷宗: what it holds, whether it is ready, the bound PDF, archiving. */
export const dossierMethods = {
  'dossier.check': method(
    z.object({ id: caseId }),
    z.object({ rows: z.array(dossierRowSchema), checks: z.array(readinessCheckSchema) }),
  ),
  /** Binds the dossier: a document of form `dossier`, frozen like any other. */
  'dossier.make': method(z.object({ id: caseId }), caseViewSchema),
  /** Archives the case. Refused while a required part is missing, unless the chair's reason is given. */
  'dossier.archive': method(z.object({ id: caseId, reason: z.string().max(2_000).optional() }), caseViewSchema),
} as const;
