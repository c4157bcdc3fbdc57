import { z } from 'zod';
import type { Entry } from '../domain/journal/entry';
import { ancestryOf, orderJournal } from '../domain/journal/graph';
import { foldRegisters } from '../domain/journal/registers';
import { ROOM_PREFIX } from '../domain/journal/subject-kinds';
import { organisationSchema } from '../domain/organisation/organisation';

/** Settings of the workstation（本室设置）, kept as a journal of their own, so that each change has its author. */
const profileSchema = z.object({
  /** 调解室三 */
  room: z.string().min(1),
  /** Who works here now（当前操作人）. */
  operator: z.string().min(1),
  organisation: organisationSchema,
  /** Order inside the dossier（卷内目录）; the wider one of 13 rows when nobody chose. */
  dossierOrder: z.enum(['thirteen', 'nine']).optional(),
});
export type RoomProfile = z.infer<typeof profileSchema>;

export { ROOM_PREFIX };

/** The kind of entry that writes settings: `{ set: Partial<RoomProfile> }`. */
export const ROOM_SET = 'room-set';

/** Folds the settings journal; null when it does not hold a whole profile. */
export function foldProfile(entries: readonly Entry[]): RoomProfile | null {
  const { ordered } = orderJournal(entries);
  const registers = foldRegisters(
    ordered,
    ({ kind, data }) => (kind === ROOM_SET ? Object.entries((data['set'] ?? {}) as Record<string, unknown>) : []),
    ancestryOf(ordered),
  );
  const values = Object.fromEntries([...registers].map(([path, standing]) => [path, standing[0]?.value]));
  const parsed = profileSchema.safeParse(values);
  return parsed.success ? parsed.data : null;
}
