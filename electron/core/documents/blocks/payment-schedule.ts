import type { Party, Payment } from '../../domain/case/case-state';
import { capitals } from '../../domain/money/capitals';
import { formatYuan } from '../../domain/money/money';
import { formatChinese } from '../../domain/time/chinese-date';
import { SIDE_NAMES } from './labels';
import { INK, LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { PdfNode, TableCell, TableLayout } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

const GRID: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: INK.rule,
  vLineColor: INK.rule,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};
/** What GRID's padding and lines take of a table of n columns. */
const chrome = (columns: number): number => columns * 8 + (columns + 1) * 0.5;
/** From this many instalments of one payer to one payee on, two stand in a row. */
const TWO_IN_A_ROW_FROM = 8;
/** Points for a number of up to four figures, for `2024年12月31日` and for `￥99,999,999.99`, in table type. */
const [NUMBER_WIDTH, DATE_WIDTH, AMOUNT_WIDTH] = [30, 76, 82] as const;
/** Points for an account of 19 figures. */
const ACCOUNT_WIDTH = 106;
/** Room that the header rows with a long route and the first instalment need under their heading. */
export const SCHEDULE_START = 6 * LEADING.small + 3 * 5;

/** A party by its role where only one has it, as the clauses speak of it; by name otherwise. */
function roleOf(key: string, parties: readonly Party[]): string {
  const party = parties.find((each) => each.key === key);
  const alone = parties.filter((each) => each.side === party?.side).length === 1;
  return party !== undefined && alone ? SIDE_NAMES[party.side] : nameOf(key, parties);
}

const nameOf = (key: string, parties: readonly Party[]): string =>
  parties.find((party) => party.key === key)?.name ?? '';

interface Route {
  readonly payer: string;
  readonly payee: string;
  readonly account?: string | undefined;
}

/** The one payer, payee and account of all instalments, or undefined when they differ. */
function commonRoute(payments: readonly Payment[]): Route | undefined {
  const [first] = payments;
  const same = payments.every(
    (each) => each.payer === first?.payer && each.payee === first.payee && each.account === first.account,
  );
  return same ? first : undefined;
}

function routeText(route: Route, parties: readonly Party[]): string {
  const account = route.account === undefined ? '' : `\n收款账户：${route.account}`;
  return `付款人：${nameOf(route.payer, parties)} → 收款人：${nameOf(route.payee, parties)}${account}`;
}

type CellOf = (text: string, column: number, align?: 'left' | 'center' | 'right', bold?: boolean) => TableCell;

function cellMaker(widths: readonly number[], setter: TextSetter): CellOf {
  return (text, column, align = 'center', bold = false) => ({
    stack: setter.lines(text, {
      size: SIZE.small,
      leading: LEADING.small,
      width: widths[column] ?? 0,
      align,
      bold,
      tabular: !bold,
    }),
  });
}

function table(
  widths: readonly number[],
  header: readonly (readonly TableCell[])[],
  body: readonly (readonly TableCell[])[],
): PdfNode {
  return {
    table: {
      widths,
      headerRows: header.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [...header, ...body],
    },
    layout: GRID,
    margin: [0, 2, 0, 6],
  };
}

/** All instalments from one payer to one payee: the route is the first header row, said again on every page. */
function commonTable(
  payments: readonly Payment[],
  route: Route,
  parties: readonly Party[],
  setter: TextSetter,
): PdfNode {
  const across = payments.length >= TWO_IN_A_ROW_FROM ? 2 : 1;
  const columns = across * 3;
  const room = (TEXT_WIDTH - chrome(columns)) / across - NUMBER_WIDTH;
  const widths = Array.from({ length: across }, () => [NUMBER_WIDTH, room * 0.54, room * 0.46]).flat();
  const cell = cellMaker(widths, setter);
  const whole = cellMaker([TEXT_WIDTH - chrome(1)], setter);
  const caption: TableCell[] = [
    { ...whole(routeText(route, parties), 0, 'left'), colSpan: columns },
    ...Array.from({ length: columns - 1 }, (): TableCell => ({ stack: [] })),
  ];
  const names = Array.from({ length: across }, () => ['期次', '付款日期', '金额（元）']).flat();
  const header = [caption, names.map((name, column) => cell(name, column, 'center', true))];
  const body: TableCell[][] = [];
  for (let from = 0; from < payments.length; from += across) {
    const row = Array.from({ length: across }, (_, offset) => {
      const payment = payments[from + offset];
      const at = offset * 3;
      if (payment === undefined) return [cell('—', at), cell('—', at + 1), cell('—', at + 2)];
      return [
        cell(String(from + offset + 1), at),
        cell(formatChinese(payment.dueOn), at + 1),
        cell(`￥${formatYuan(payment.amountFen)}`, at + 2, 'right'),
      ];
    });
    body.push(row.flat());
  }
  return table(widths, header, body);
}

/** Instalments with different payers, payees or accounts: the route stands in every row. */
function mixedTable(payments: readonly Payment[], parties: readonly Party[], setter: TextSetter): PdfNode {
  const route = TEXT_WIDTH - chrome(5) - NUMBER_WIDTH - DATE_WIDTH - AMOUNT_WIDTH - ACCOUNT_WIDTH;
  const cell = cellMaker([NUMBER_WIDTH, DATE_WIDTH, AMOUNT_WIDTH, route, ACCOUNT_WIDTH], setter);
  const names = ['期次', '付款日期', '金额（元）', '付款人 → 收款人', '收款账户'];
  const body = payments.map((payment, index) => [
    cell(String(index + 1), 0),
    cell(formatChinese(payment.dueOn), 1),
    cell(`￥${formatYuan(payment.amountFen)}`, 2, 'right'),
    cell(`${roleOf(payment.payer, parties)} → ${roleOf(payment.payee, parties)}`, 3, 'left'),
    cell(payment.account ?? '—', 4),
  ]);
  return table(
    [NUMBER_WIDTH, DATE_WIDTH, AMOUNT_WIDTH, route, ACCOUNT_WIDTH],
    [names.map((name, column) => cell(name, column, 'center', true))],
    body,
  );
}

/**
 * The performance plan（履行计划）as a table: number, due date, amount, payer and payee. The header comes again on every
 * page and a row is never divided. Amounts in yuan from fen. `parties` gives the names behind the payments' keys.
 */
export function scheduleTable(payments: readonly Payment[], parties: readonly Party[], setter: TextSetter): PdfNode {
  const route = commonRoute(payments);
  return route === undefined ? mixedTable(payments, parties, setter) : commonTable(payments, route, parties, setter);
}

/** The sum after the table, in capitals and figures (domain.md 6.6). */
export function scheduleTotal(payments: readonly Payment[]): string {
  const total = payments.reduce((sum, payment) => sum + payment.amountFen, 0);
  if (payments.length === 1) return `以上款项计${capitals(total)}（￥${formatYuan(total)}）。`;
  return `以上共${payments.length}期，合计${capitals(total)}（￥${formatYuan(total)}）。`;
}
