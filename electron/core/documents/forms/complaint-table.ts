import { formatYuan, type Fen } from '../../domain/money/money';
import { tickBoxes, type TickBox } from '../blocks/tick-boxes';
import { headingWithRoom, withHeading, type FlowItem } from '../layout/flow';
import { INK, LEADING, SIZE, TEXT_WIDTH, mm } from '../layout/page';
import { plainLayout, type PdfNode, type TableLayout } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** What stands in the right column of an element: a paragraph, or boxes to tick. */
export type ElementPiece = string | { readonly boxes: readonly TickBox[]; readonly perLine?: number };

/** One row of an element complaint: what is asked, and the answer. */
export interface ElementRow {
  readonly label: string;
  readonly pieces: readonly ElementPiece[];
}

/** Label column and text column of 10.5 pt (domain.md 4.5), as near to 45 and 120 mm as the page of the forms allows. */
const LABEL = mm(42);
const PADDING = 4;
const LINE = 0.5;
const CONTENT = TEXT_WIDTH - LABEL - 4 * PADDING - 3 * LINE;
/** Rows with more lines than this flow over pages; shorter ones stay whole. */
const MOST_LINES_WHOLE = 20;
/** Rows with more lines are not taken along with the signatures. */
const MOST_LINES_BOUND = 6;

const GRID: TableLayout = {
  ...plainLayout,
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  hLineColor: INK.rule,
  vLineColor: INK.rule,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

const small = (width: number) => ({ size: SIZE.small, leading: LEADING.small, width });

/** Each row is a table of its own, its upper line over the lower one of the row before. */
const oneRow = (widths: readonly number[], cells: readonly PdfNode[], whole: boolean): PdfNode => ({
  table: { widths, dontBreakRows: whole, body: [cells] },
  layout: GRID,
  margin: [0, -LINE, 0, 0],
});

/** A row as a piece of the flow, and whether it stays on one page. */
function elementRow({ label, pieces }: ElementRow, setter: TextSetter): FlowItem & { readonly whole: boolean } {
  let lines = 0;
  const content = pieces.map((piece): PdfNode => {
    if (typeof piece === 'string') {
      const set = setter.lines(piece, small(CONTENT));
      lines += set.length;
      return { stack: set };
    }
    lines += Math.ceil(piece.boxes.length / (piece.perLine ?? 2));
    return tickBoxes(piece.boxes, setter, { width: CONTENT, perLine: piece.perLine ?? 2, type: 'small' }).node;
  });
  const head = setter.lines(label, small(LABEL));
  const height = Math.max(lines, head.length);
  const whole = height <= MOST_LINES_WHOLE;
  const node = oneRow([LABEL, CONTENT], [{ stack: head }, { stack: content }], whole);
  return { node: { stack: [node], unbreakable: whole }, textLines: height <= MOST_LINES_BOUND ? height : 0, whole };
}

/** The heading of a part across both columns, kept with its first row, or with the first lines of one that is too long. */
export function elementPart(title: string, rows: readonly ElementRow[], setter: TextSetter): readonly FlowItem[] {
  const width = TEXT_WIDTH - 2 * PADDING - 2 * LINE;
  const heading = oneRow(
    [width],
    [{ stack: setter.lines(title, { ...small(width), bold: true, align: 'center' }) }],
    true,
  );
  const [first, ...others] = rows.map((row) => elementRow(row, setter));
  if (first === undefined || first.whole) return [...withHeading([heading], first ? [first] : []), ...others];
  return [headingWithRoom([heading], 4 * LEADING.small), first, ...others];
}

/** `本金：38,900.00元`; without a value the place stays empty for the pen. */
export const filled = (label: string, value: string | undefined): string => `${label}：${value ?? ''}`;

/** An amount in yuan, or its empty place. */
export const yuanText = (fen: Fen | undefined): string =>
  fen === undefined ? '　　　　　　元' : `${formatYuan(fen)}元`;

/** Yes and no; neither is ticked while it is not known. */
export const yesNo = (value: boolean | undefined, yes = '是', no = '否'): ElementPiece => ({
  boxes: [
    { label: yes, ticked: value === true },
    { label: no, ticked: value === false },
  ],
});
