import { z } from 'zod';
import { numberBlock } from '../numbers/number-block';
import { SERIES } from '../numbers/series';
import { LIMITS } from './limits';

/** POST /v1/leases: a block of official numbers for this room（号段租用, domain.md 1.3）. */
export const leaseRequest = z.object({
  series: z.enum(SERIES),
  year: z.number().int().min(1949).max(9999),
  size: z.number().int().min(1).max(LIMITS.blockSize),
  /** The same request gets the same block, however often it is sent. */
  request: z.string().regex(/^[a-z0-9-]{1,100}$/),
});
export type LeaseRequest = z.infer<typeof leaseRequest>;
export const leaseAnswer = z.object({ block: numberBlock });
