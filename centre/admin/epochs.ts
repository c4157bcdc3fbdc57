import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Queries } from '../db/db';

export const epochInput = z.strictObject({ why: z.string().trim().min(1).max(500).optional() });

export const epochAnswer = z.object({ id: z.string(), since: z.string(), why: z.string() });
export type EpochAnswer = z.infer<typeof epochAnswer>;

/** The present epoch（纪元）: since when, and why it began. */
export async function presentEpoch(queries: Queries): Promise<EpochAnswer> {
  const rows = await queries.query('select id, began_at, why from epoch order by number desc limit 1');
  const { id, began_at: since, why } = rows[0] ?? {};
  return epochAnswer.parse({ id, since: new Date(since as string | number | Date).toISOString(), why });
}

/**
 * Begins a new epoch: after a restore from an older copy. Every room then offers again what it has and reads from the
 * start; nothing else changes. Runs as the administrator.
 */
export async function beginEpoch(queries: Queries, why: string): Promise<EpochAnswer> {
  await queries.query('insert into epoch (id, why) values ($1, $2)', [randomUUID(), why]);
  return presentEpoch(queries);
}
