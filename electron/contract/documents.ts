import { z } from 'zod';
import { FORM_IDS } from '../core/domain/forms/form-ids';
import { caseViewSchema } from './case-view';
import { caseId, method } from './method';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const of = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(100);
/** One paper of a case: its form and what it is about. */
const paper = z.object({ id: caseId, form: z.enum(FORM_IDS), of });
const issued = z.object({ id: caseId, document: z.string().min(1).max(100) });
const copies = z.number().int().min(1).max(99);

const words = z.object({ zh: z.string(), en: z.string() });

export const printerSchema = z.object({
  name: z.string(),
  description: z.string(),
  isDefault: z.boolean(),
  state: z.enum(['ready', 'paused', 'not-accepting', 'unknown']),
  /** Why it is not ready, or what it warns of, where the system says so. */
  reason: words.optional(),
});
export type PrinterView = z.infer<typeof printerSchema>;

export const jobStateSchema = z.object({
  phase: z.enum(['waiting', 'printing', 'held-by-printer', 'done', 'cancelled', 'failed', 'unknown']),
  /** What holds it up, in plain words. */
  reason: words.optional(),
});
export type JobStateView = z.infer<typeof jobStateSchema>;

/** A job in the system's queue. */
const job = z.object({ printer: z.string().min(1).max(500), id: z.string().min(1).max(500) });

/** Documents on paper（文书）. */
export const documentMethods = {
  /** The page as it would print now, marked as a draft; nothing is kept. */
  'documents.preview': method(paper, z.object({ pdf: bytes, pages: z.number().int() })),
  /** Freezes the document: bytes, hash, form and version go into the journal. */
  'documents.issue': method(paper, caseViewSchema),
  /** Takes the official number that a paper bears: the agreement's, or its own; a paper without one stays without. */
  'documents.takeNumber': method(paper, caseViewSchema),
  'documents.voidNumber': method(paper.extend({ reason: z.string().min(1).max(500) }), caseViewSchema),
  /** The frozen bytes of an issued document. */
  'documents.read': method(issued, z.object({ pdf: bytes })),
  /** Asks where to save the issued document; null when the person cancelled. */
  'documents.save': method(issued, z.object({ file: z.string().nullable() })),
  /** Opens the issued document in the system's own viewer, to be printed there. */
  'documents.openInViewer': method(issued, z.object({ file: z.string() })),
  /** The printers of this machine. */
  'documents.printers': method(z.object({}), z.object({ printers: z.array(printerSchema) })),
  /**
   * Sends the issued document to a printer. A document that was confirmed as printed before goes out as a 副本, marked so on
   * every page. The answer names the job, which `documents.job` follows.
   */
  'documents.print': method(
    issued.extend({
      printer: z.string().min(1).max(500),
      copies,
      sides: z.enum(['one', 'two-long', 'two-short']),
      pages: z
        .array(z.object({ from: z.number().int().min(1), to: z.number().int().min(1) }))
        .max(50)
        .optional(),
    }),
    z.object({ job, duplicate: z.boolean(), view: caseViewSchema }),
  ),
  /** Where a job stands. `done` means that the printer took all of it, not that paper is there. */
  'documents.job': method(z.object({ job }), jobStateSchema),
  'documents.cancelJob': method(z.object({ job }), jobStateSchema),
  /** The person says that the paper is there: only then does it count as printed. */
  'documents.confirmPrinted': method(
    issued.extend({ copies, printer: z.string().max(500).optional() }),
    caseViewSchema,
  ),
} as const;
