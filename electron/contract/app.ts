import { z } from 'zod';
import { method, nothing } from './method';

/** The program itself. */
export const appMethods = {
  'app.info': method(
    nothing,
    z.object({
      version: z.string(),
      platform: z.string(),
    }),
  ),
  /** The window's zoom, 0.5 to 3. */
  'app.zoom': method(z.object({ factor: z.number().min(0.5).max(3) }), nothing),
} as const;
