import { config } from 'zod';

/** The page may not make code from text (content security policy), so the schemas are run without a compiler. */
config({ jitless: true });
