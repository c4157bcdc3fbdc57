import { z } from 'zod';
import { ATTACHMENT_ROLES } from '../core/domain/case/vocabulary';
import { caseViewSchema } from './case-view';
import { caseId, method, problemSchema } from './method';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Scans and pictures of a case（附件）. To take one back, the screen writes `attachment-set` with `removed`. */
export const attachmentMethods = {
  /**
   * Asks for files (PDF, JPEG, PNG) and takes them in; null when the person cancelled. Each file comes in whole or is
   * refused with its reason. For a signed scan `of` is the entry of the issued document, and a number of pages that
   * differs from it is told as a warning.
   */
  'attachments.add': method(
    z.object({ id: caseId, role: z.enum(ATTACHMENT_ROLES), of: z.string().min(1).max(200) }),
    z
      .object({
        view: caseViewSchema,
        added: z.array(z.string()),
        refused: z.array(z.object({ file: z.string(), problem: problemSchema })),
        warnings: z.array(problemSchema),
      })
      .nullable(),
  ),
  'attachments.read': method(
    z.object({ id: caseId, attachment: z.string().min(1).max(100) }),
    z.object({ bytes, type: z.enum(['application/pdf', 'image/jpeg', 'image/png']), name: z.string() }),
  ),
} as const;
