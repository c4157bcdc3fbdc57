import { z } from 'zod';

/**
 * The order to wipe a workstation that was lost or stolen（远程擦除）: given to nobody but the holder of its key, in the
 * answer to its own request for admission, once an administrator revoked it so. Signed by the centre over `wipeText`.
 */
export const wipeOrder = z.object({
  /** Number of the revocation at the centre. */
  order: z.number().int().min(1),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type WipeOrder = z.infer<typeof wipeOrder>;

export const wipeText = (station: string, order: number): string => `mediation-room/wipe/1\n${station}\n${order}`;
