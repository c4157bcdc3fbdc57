import { z } from 'zod';
import { caseViewSchema } from './case-view';
import { caseId, method } from './method';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const form = z.enum(['F12']);
const issued = z.object({ id: caseId, document: z.string().min(1).max(100) });

/** Documents on paper（文书）. */
export const documentMethods = {
  /** The page as it would print now, marked as a draft; nothing is kept. */
  'documents.preview': method(z.object({ id: caseId, form }), z.object({ pdf: bytes, pages: z.number().int() })),
  /** Freezes the document: bytes, hash, form and version go into the journal. */
  'documents.issue': method(z.object({ id: caseId, form }), caseViewSchema),
  /** The frozen bytes of an issued document. */
  'documents.read': method(issued, z.object({ pdf: bytes })),
  /** Asks where to save the issued document; null when the person cancelled. */
  'documents.save': method(issued, z.object({ file: z.string().nullable() })),
  /** Opens the issued document in the system's own viewer, to be printed there. */
  'documents.openInViewer': method(issued, z.object({ file: z.string() })),
  /** The person says that the paper is there: only then does it count as printed. */
  'documents.confirmPrinted': method(issued.extend({ copies: z.number().int().min(1).max(99) }), caseViewSchema),
} as const;
