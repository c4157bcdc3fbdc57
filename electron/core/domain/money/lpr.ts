import type { CalendarDate } from '../time/calendar-date';
import type { RateMicro } from './rate';

/** Loan prime rate（贷款市场报价利率, LPR） of one tenor: from a day on, per year. */
export interface LprRow {
  readonly from: CalendarDate;
  readonly rateMicro: RateMicro;
}

/** Change points in date order per tenor, the benchmark rate before the first, and the last day the table speaks for. */
export interface LprTable {
  readonly oneYear: readonly LprRow[];
  readonly fiveYear: readonly LprRow[];
  readonly benchmarkMicro: { readonly oneYear: RateMicro; readonly fiveYear: RateMicro };
  readonly checkedUpTo: CalendarDate;
}

/** Tenor（期限品种）: one year, or five years and more. */
export type LprTenor = '1y' | '5y';

/** A quoted rate, the day it began (null = benchmark rate before 2019-08-20) and whether the date lies past the table. */
export interface LprQuote {
  readonly rateMicro: RateMicro;
  readonly from: CalendarDate | null;
  readonly pastTable: boolean;
}

const rows = (...list: readonly (readonly [CalendarDate, RateMicro])[]): readonly LprRow[] =>
  list.map(([from, rateMicro]) => ({ from, rateMicro }));

/** Change points to 2026-08-20 (domain.md 6.8; rows after 2025-05 from one stored table only). Replaced by data packages. */
export const LPR_TABLE: LprTable = {
  oneYear: rows(
    ['2019-08-20', 42_500],
    ['2019-09-20', 42_000],
    ['2019-11-20', 41_500],
    ['2020-02-20', 40_500],
    ['2020-04-20', 38_500],
    ['2021-12-20', 38_000],
    ['2022-01-20', 37_000],
    ['2022-08-22', 36_500],
    ['2023-06-20', 35_500],
    ['2023-08-21', 34_500],
    ['2024-07-22', 33_500],
    ['2024-10-21', 31_000],
    ['2025-05-20', 30_000],
  ),
  fiveYear: rows(
    ['2019-08-20', 48_500],
    ['2019-11-20', 48_000],
    ['2020-02-20', 47_500],
    ['2020-04-20', 46_500],
    ['2022-01-20', 46_000],
    ['2022-05-20', 44_500],
    ['2022-08-22', 43_000],
    ['2023-06-20', 42_000],
    ['2024-02-20', 39_500],
    ['2024-07-22', 38_500],
    ['2024-10-21', 36_000],
    ['2025-05-20', 35_000],
  ),
  benchmarkMicro: { oneYear: 43_500, fiveYear: 49_000 },
  checkedUpTo: '2026-08-20',
};

/** The change points of a tenor in date order. */
export const lprRows = (tenor: LprTenor, table: LprTable = LPR_TABLE): readonly LprRow[] =>
  tenor === '1y' ? table.oneYear : table.fiveYear;

/** The rate in force on a day; before the first row the benchmark rate 4.35 % / 4.90 %. */
export function lprOn(date: CalendarDate, tenor: LprTenor, table: LprTable = LPR_TABLE): LprQuote {
  const pastTable = date > table.checkedUpTo;
  const row = lprRows(tenor, table).findLast((candidate) => candidate.from <= date);
  if (row !== undefined) return { rateMicro: row.rateMicro, from: row.from, pastTable };
  const { oneYear, fiveYear } = table.benchmarkMicro;
  return { rateMicro: tenor === '1y' ? oneYear : fiveYear, from: null, pastTable };
}
