import { scrypt } from 'node:crypto';
import { z } from 'zod';

/** What one try of a secret costs（scrypt 参数, RFC 7914）: `log2N` 17, r 8, p 1 take 128 MB and about a third of a second. */
export const stretchCost = z.object({
  log2N: z.number().int().min(1).max(20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
});
export type StretchCost = z.infer<typeof stretchCost>;

/** For all but tests. */
export const FULL_COST: StretchCost = { log2N: 17, r: 8, p: 1 };

/** 32 bytes from a secret that a person typed; off the thread. Unicode is normalised (NFC), so that input methods agree. */
export function stretch(secret: string, salt: Uint8Array, { log2N, r, p }: StretchCost): Promise<Buffer> {
  const N = 2 ** log2N;
  const maxmem = 128 * N * r + 128 * r * p + 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(Buffer.from(secret.normalize('NFC'), 'utf8'), salt, 32, { N, r, p, maxmem }, (fault, key) => {
      if (fault) reject(fault);
      else resolve(key);
    });
  });
}
