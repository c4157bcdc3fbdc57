import { z } from 'zod';

/**
 * Files in pieces of 1 MB（分块）. Only files that an entry in a case one may write to speaks of are taken, and only who may
 * read such a case gets them.
 *
 * - GET  /v1/files/:sha256            what the centre has of it: `fileAnswer`
 * - PUT  /v1/files/:sha256/:index     one piece, application/octet-stream, header `x-piece-sha256` (hex); 204.
 *                                     With the last missing piece the whole is checked: 409 `file-hash` drops all pieces.
 * - GET  /v1/files/:sha256/:index     one piece, application/octet-stream; 404 `not-found` before the file is whole
 */
export const fileAnswer = z.object({
  bytes: z.number().int().min(1),
  pieces: z.number().int().min(1),
  /** Indexes that are not there yet, from 0; empty when the file is whole. */
  missing: z.array(z.number().int().min(0)),
  whole: z.boolean(),
});
export type FileAnswer = z.infer<typeof fileAnswer>;
