import { z } from 'zod';
import type { Entry } from '../../electron/core/domain/journal/entry';
import { NUMBERS_PREFIX } from '../../electron/core/domain/journal/subject-kinds';
import { numberBlock, type NumberBlock } from '../../electron/core/domain/numbers/number-block';
import type { Queries } from '../db/db';
import { HIGHEST, lockCounters } from './lease-lock';

/** The part of an entry that is looked at. */
export type ReportingEntry = Pick<Entry, 'id' | 'subject' | 'kind' | 'data'>;

const reported = z.looseObject({ block: numberBlock });

interface Report {
  readonly entry: string;
  readonly block: NumberBlock;
}

interface Recorded {
  readonly series: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly station: string | null;
}

/** The blocks that entries of a workstation's number journals report（自报号段）; what is no such entry reports none. */
function reportsOf(entries: readonly ReportingEntry[]): readonly Report[] {
  return entries.flatMap(({ id, subject, kind, data }) => {
    if (kind !== 'block-leased' || !subject.startsWith(NUMBERS_PREFIX)) return [];
    const parsed = reported.safeParse(data);
    return parsed.success ? [{ entry: id, block: parsed.data.block }] : [];
  });
}

/**
 * Records the number blocks that a room reports itself: those that it had before this centre, or was given by hand.
 *
 * Promises: a block that overlaps nothing is recorded as that workstation's lease and never leased to another; one that
 * is recorded as this workstation's already changes nothing; one that overlaps anything else, or lies above the highest
 * number, is recorded nowhere but noted as a clash for the administrator. Runs in the caller's transaction as the service
 * and holds the counters' locks until it ends; three queries however many entries.
 * Does not promise: that the numbers of a clash were not used. People settle that.
 * Proved by test/unit/centre/reported-blocks.test.ts.
 *
 * @param committee id of the committee that the workstation works under
 * @param station public key of the workstation that wrote the entries
 * @param entries entries that were taken, of any journal
 */
export async function recordReportedBlocks(
  queries: Queries,
  committee: string,
  station: string,
  entries: readonly ReportingEntry[],
): Promise<void> {
  const reports = reportsOf(entries);
  if (reports.length === 0) return;
  await lockCounters(
    queries,
    reports.map(({ block }) => ({ committee, series: block.series, year: block.year })),
  );
  const recorded = await recordedOf(queries, committee, reports);
  const leases: NumberBlock[] = [];
  const clashes: Report[] = [];
  for (const report of reports) {
    const { series, year, first, last } = report.block;
    const touched = recorded.filter(
      (r) => r.series === series && r.year === year && r.first <= last && first <= r.last,
    );
    if (touched.some((r) => r.station === station && r.first === first && r.last === last)) continue;
    if (touched.length > 0 || last > HIGHEST) {
      clashes.push(report);
    } else {
      leases.push(report.block);
      recorded.push({ series, year, first, last, station });
    }
  }
  await addLeases(queries, committee, station, leases);
  await addClashes(queries, committee, station, clashes);
}

async function recordedOf(queries: Queries, committee: string, reports: readonly Report[]): Promise<Recorded[]> {
  const rows = await queries.query(
    `select series, year, first, last, station from lease
     where committee = $1 and (series, year) in (select * from unnest($2::text[], $3::integer[]))`,
    [committee, reports.map(({ block }) => block.series), reports.map(({ block }) => block.year)],
  );
  return rows.map((row) => ({
    series: String(row['series']),
    year: Number(row['year']),
    first: Number(row['first']),
    last: Number(row['last']),
    station: typeof row['station'] === 'string' ? row['station'] : null,
  }));
}

async function addLeases(
  queries: Queries,
  committee: string,
  station: string,
  blocks: readonly NumberBlock[],
): Promise<void> {
  if (blocks.length === 0) return;
  await queries.query(
    `insert into lease (committee, series, year, first, last, station)
     select $1, series, year, first, last, $2
     from unnest($3::text[], $4::integer[], $5::integer[], $6::integer[]) as t (series, year, first, last)`,
    [
      committee,
      station,
      blocks.map((b) => b.series),
      blocks.map((b) => b.year),
      blocks.map((b) => b.first),
      blocks.map((b) => b.last),
    ],
  );
}

async function addClashes(
  queries: Queries,
  committee: string,
  station: string,
  clashes: readonly Report[],
): Promise<void> {
  if (clashes.length === 0) return;
  await queries.query(
    `insert into reported_clash (entry, committee, station, series, year, first, last)
     select entry, $1, $2, series, year, first, last
     from unnest($3::text[], $4::text[], $5::integer[], $6::bigint[], $7::bigint[])
       as t (entry, series, year, first, last)
     on conflict (entry) do nothing`,
    [
      committee,
      station,
      clashes.map((c) => c.entry),
      clashes.map((c) => c.block.series),
      clashes.map((c) => c.block.year),
      clashes.map((c) => c.block.first),
      clashes.map((c) => c.block.last),
    ],
  );
}
