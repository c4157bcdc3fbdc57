import type { LeaseRequest } from '../../electron/core/domain/wire/leases';
import type { NumberBlock } from '../../electron/core/domain/numbers/number-block';
import { SERIES } from '../../electron/core/domain/numbers/series';
import type { Queries, Row } from '../db/db';
import { HIGHEST, lockCounters, type Counter } from './lease-lock';

/** What became of a request for numbers. */
export type Lease =
  | { readonly outcome: 'leased'; readonly block: NumberBlock }
  /** The request was answered before, with a block of another series or year. */
  | { readonly outcome: 'other-request' }
  /** The counter is at its end. */
  | { readonly outcome: 'no-numbers' };

/**
 * Leases a block of official numbers（号段租用, domain.md 1.3）.
 *
 * Promises: two leases of a committee, series and year never overlap, nor do they overlap what a room reported or what
 * the administrator set aside; the same request of the same workstation gets the same block, however often and from
 * however many connections it comes. Runs in the caller's transaction as the service.
 * Does not promise: numbers without holes. A block that a lost workstation held stays its own.
 * Proved by test/unit/centre/leases.test.ts.
 */
export async function leaseBlock(
  queries: Queries,
  caller: { readonly station: string; readonly committee: string },
  request: LeaseRequest,
): Promise<Lease> {
  const { series, year, size } = request;
  const counter = { committee: caller.committee, series, year };
  const before = await blockOfRequest(queries, caller.station, request.request);
  if (before) return sameCounter(before, request);
  await lockCounters(queries, [counter]);
  // Asked again under the lock: the same request may have been answered while this one waited.
  const meanwhile = await blockOfRequest(queries, caller.station, request.request);
  if (meanwhile) return sameCounter(meanwhile, request);
  const first = (await lastNumber(queries, counter)) + 1;
  const last = first + size - 1;
  if (last > HIGHEST) return { outcome: 'no-numbers' };
  await queries.query(
    'insert into lease (committee, series, year, first, last, station, request) values ($1, $2, $3, $4, $5, $6, $7)',
    [caller.committee, series, year, first, last, caller.station, request.request],
  );
  return { outcome: 'leased', block: { series, year, first, last } };
}

/** The highest number of a counter that is spoken for; 0 when none is. */
export async function lastNumber(queries: Queries, { committee, series, year }: Counter): Promise<number> {
  const rows = await queries.query(
    'select coalesce(max(last), 0) as last from lease where committee = $1 and series = $2 and year = $3',
    [committee, series, year],
  );
  return Number(rows[0]?.['last'] ?? 0);
}

async function blockOfRequest(queries: Queries, station: string, request: string): Promise<NumberBlock | null> {
  const rows = await queries.query('select series, year, first, last from lease where station = $1 and request = $2', [
    station,
    request,
  ]);
  return rows[0] ? blockOf(rows[0]) : null;
}

function blockOf(row: Row): NumberBlock {
  const series = SERIES.find((known) => known === row['series']);
  if (series === undefined) throw new Error(`a lease of an unknown series: ${String(row['series'])}`);
  return { series, year: Number(row['year']), first: Number(row['first']), last: Number(row['last']) };
}

const sameCounter = (block: NumberBlock, request: LeaseRequest): Lease =>
  block.series === request.series && block.year === request.year
    ? { outcome: 'leased', block }
    : { outcome: 'other-request' };
