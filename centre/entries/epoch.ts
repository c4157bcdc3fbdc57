import { z } from 'zod';
import type { Queries } from '../db/db';

/** The present epoch of the centre（纪元）: the newest row. */
export async function epochOf({ query }: Queries): Promise<string> {
  return z.string().parse((await query('select id from epoch order by number desc limit 1'))[0]?.['id']);
}
