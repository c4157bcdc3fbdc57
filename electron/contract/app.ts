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
  /** A fault of the page: its class and the lines of code, never its message. Kept for diagnostics. */
  'app.fault': method(z.object({ kind: z.string().max(120), frames: z.array(z.string().max(200)).max(20) }), nothing),
} as const;
