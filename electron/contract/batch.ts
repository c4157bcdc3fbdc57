import { z } from 'zod';
import { FORM_IDS } from '../core/domain/forms/form-ids';
import { method, nothing, problemSchema } from './method';

/** One PDF run over many cases（批量制作）. Progress comes as the event `batch-progress`. */
export const batchMethods = {
  /**
   * Asks where to save, then issues the form of every case that has it, all in one PDF with a bookmark a case. Null when
   * the person cancelled the question. Stopped (`batch.cancel`), no file is left; `file` is null then, too.
   */
  'batch.run': method(
    z.object({ form: z.enum(FORM_IDS) }),
    z
      .object({
        file: z.string().nullable(),
        cancelled: z.boolean(),
        made: z.number().int(),
        pages: z.number().int(),
        skipped: z.array(z.object({ id: z.string(), title: z.string(), problems: z.array(problemSchema) })),
      })
      .nullable(),
  ),
  'batch.cancel': method(nothing, nothing),
} as const;
