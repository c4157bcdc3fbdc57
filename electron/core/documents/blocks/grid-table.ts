import type { FlowItem } from '../layout/flow';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { TableCell } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import { MOST_LINES_WHOLE } from './field-row';
import { CELL_PADDING, RULE, ruledLayout } from './grid-layout';

export { LABEL_CONTENT_WIDTH, labelTable, type LabelRow } from './label-table';

/** A column: its heading, its whole width in points or `*` for a share of what is left, and how its cells are set. */
interface GridColumn {
  readonly title: string;
  readonly width: number | '*';
  readonly align?: 'left' | 'center' | 'right';
}

/** What may be said beside columns and rows. */
interface GridOptions {
  /** Rows at least: what is missing is left empty for the pen. */
  readonly leastRows?: number;
  /** Width of the whole table in points; the text width when not given. */
  readonly width?: number;
}

/** Air that makes an empty row 8 mm high, enough for the pen. */
const AIR = 3;

/** What is left of each column for its text; the columns and their rules fill `width`. */
function textWidths(columns: readonly GridColumn[], width: number): readonly number[] {
  const chrome = 2 * CELL_PADDING + RULE;
  const fixed = columns.reduce((sum, each) => sum + (each.width === '*' ? 0 : each.width), 0);
  const open = columns.filter((each) => each.width === '*').length;
  const share = open === 0 ? 0 : (width - RULE - fixed) / open;
  return columns.map((each) => (each.width === '*' ? share : each.width) - chrome);
}

/**
 * A ruled table. Its header comes again on every page, cells wrap, and nothing is cut: rows stay whole unless one of them
 * is too long for that, then they flow over pages.
 */
export function gridTable(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
  setter: TextSetter,
  { leastRows = 0, width = TEXT_WIDTH }: GridOptions = {},
): FlowItem {
  const widths = textWidths(columns, width);
  let most = 1;
  const cell = (text: string, at: number, bold: boolean): TableCell => {
    const align = bold ? 'center' : (columns[at]?.align ?? 'left');
    const setting = { size: SIZE.small, leading: LEADING.small, width: widths[at] ?? 0, align, bold };
    const lines = setter.lines(text, setting);
    most = Math.max(most, lines.length);
    return { stack: lines };
  };
  const empty = Array.from({ length: Math.max(0, leastRows - rows.length) }, (): readonly string[] => []);
  const header = columns.map(({ title }, at) => cell(title, at, true));
  const body = [...rows, ...empty].map((row) => columns.map((_, at) => cell(row[at] ?? '', at, false)));
  return {
    node: {
      table: {
        widths,
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: most <= MOST_LINES_WHOLE,
        body: [header, ...body],
      },
      layout: ruledLayout(AIR),
      margin: [0, 4, 0, 6],
    },
    textLines: 0,
  };
}
