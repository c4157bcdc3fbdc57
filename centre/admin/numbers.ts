import { z } from 'zod';
import { SERIES } from '../../electron/core/domain/numbers/series';
import type { Queries } from '../db/db';
import { lastNumber } from '../leases/lease';
import { HIGHEST, lockCounters } from '../leases/lease-lock';
import { needOrganisation, organisationId } from './organisations';
import { AdminRefused } from './refused';

export const startInput = z.strictObject({
  committee: organisationId,
  series: z.enum(SERIES),
  year: z.number().int().min(1949).max(9999),
  /** The first number that may be leased. */
  first: z.number().int().min(1).max(HIGHEST),
});

/**
 * Sets where a counter of official numbers begins（起始号）: numbers below were used before this centre and are never
 * leased. Refused when a number from `first` on is spoken for already. Runs as the administrator.
 */
export async function startNumbers(
  queries: Queries,
  { committee, series, year, first }: z.infer<typeof startInput>,
): Promise<{ readonly committee: string; readonly series: string; readonly year: number; readonly next: number }> {
  if ((await needOrganisation(queries, committee)).kind !== 'committee') {
    throw new AdminRefused('no-such-committee', `“${committee}”不是调委会`, `"${committee}" is no committee`);
  }
  await lockCounters(queries, [{ committee, series, year }]);
  const last = await lastNumber(queries, { committee, series, year });
  if (last >= first) {
    throw new AdminRefused(
      'numbers-used',
      `${last} 号及以前的号码已被占用，起始号须大于 ${last}`,
      `Numbers up to ${last} are spoken for: begin above ${last}`,
    );
  }
  if (first > last + 1) {
    await queries.query('insert into lease (committee, series, year, first, last) values ($1, $2, $3, $4, $5)', [
      committee,
      series,
      year,
      last + 1,
      first - 1,
    ]);
  }
  return { committee, series, year, next: first };
}
