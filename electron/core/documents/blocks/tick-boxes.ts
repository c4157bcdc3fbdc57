import type { FlowItem } from '../layout/flow';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import { plainLayout, type PdfNode, type TableCell, type Vector } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** One box and the words behind it. */
export interface TickBox {
  readonly label: string;
  readonly ticked: boolean;
}

export interface TickBoxOptions {
  /** Width of the whole block in points; the text width when not given. */
  readonly width?: number;
  /** Boxes beside each other, in columns of one width; one a line when not given. */
  readonly perLine?: number;
  /** Type of the labels: running text, or the smaller type of tables. */
  readonly type?: 'text' | 'small';
}

const INK_TICK = '#000000';
const GAP = 5;
/** Boxes with more lines than this may be divided by a page break, and are never taken along with signatures. */
const MOST_LINES_WHOLE = 20;
const MOST_LINES_BOUND = 8;

/** A square, with a tick of two strokes when it is ticked: the fonts have no ☑ (domain.md 6.4). */
function box(side: number, ticked: boolean): readonly Vector[] {
  const stroke = (x1: number, y1: number, x2: number, y2: number): Vector => ({
    type: 'line',
    x1: x1 * side,
    y1: y1 * side,
    x2: x2 * side,
    y2: y2 * side,
    lineWidth: 1.2,
    lineColor: INK_TICK,
  });
  return [
    { type: 'rect', x: 0, y: 0, w: side, h: side, lineWidth: 0.7, lineColor: INK_TICK },
    ...(ticked ? [stroke(0.2, 0.5, 0.42, 0.76), stroke(0.42, 0.76, 0.84, 0.2)] : []),
  ];
}

/** Boxes to tick（□）, drawn, with labels that hang beside them. Nothing is ticked that the caller did not tick. */
export function tickBoxes(
  options: readonly TickBox[],
  setter: TextSetter,
  { width = TEXT_WIDTH, perLine = 1, type = 'text' }: TickBoxOptions = {},
): FlowItem {
  const size = SIZE[type];
  const leading = LEADING[type];
  const side = size * 0.8;
  const labelWidth = width / perLine - side - GAP * (perLine > 1 ? 3 : 1);
  const widths = Array.from({ length: perLine }, () => [side + GAP, width / perLine - side - GAP]).flat();
  let lines = 0;
  const rows: TableCell[][] = [];
  for (let from = 0; from < options.length; from += perLine) {
    let high = 1;
    const row = Array.from({ length: perLine }, (_, at): readonly TableCell[] => {
      const option = options[from + at];
      if (option === undefined) return [{ stack: [] }, { stack: [] }];
      const label = setter.lines(option.label, { size, leading, width: labelWidth });
      high = Math.max(high, label.length);
      // The middle of a character lies 0.77 em under the top of its line.
      return [{ canvas: box(side, option.ticked), margin: [0, 0.77 * size - side / 2, 0, 0] }, { stack: label }];
    });
    lines += high;
    rows.push(row.flat());
  }
  if (rows.length === 0) return { node: { stack: [] }, textLines: 0 };
  const whole = lines <= MOST_LINES_WHOLE;
  const node: PdfNode = { table: { widths, body: rows, dontBreakRows: whole }, layout: plainLayout };
  return { node: { stack: [node], unbreakable: whole }, textLines: lines <= MOST_LINES_BOUND ? lines : 0 };
}
