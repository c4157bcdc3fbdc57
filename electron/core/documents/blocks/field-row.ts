import { INK, LEADING, SIZE } from '../layout/page';
import { plainLayout, type PdfNode, type TableCell, type TextNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** A label and the value on a rule. A missing value leaves the rule empty, to be filled by hand. */
export interface Field {
  readonly label: string;
  readonly value?: string | undefined;
  /** Characters that the value needs; the one field of a row without it takes what is left. */
  readonly characters?: number;
}

/** A row and its height in lines. */
export interface FieldRow {
  readonly node: PdfNode;
  readonly lines: number;
}

/** What is kept on one page: more lines than this flow over pages rather than being cut at the foot. */
export const MOST_LINES_WHOLE = 24;

const GAP = 5;
/** Brings the baseline of the smaller label to that of the value. */
const LABEL_DROP = 1.151 * (SIZE.text - SIZE.small);
/** Air above each row, in points. */
const ROW_GAP = 2;

/** Lines, each on a rule of its own. */
const onRules = (lines: readonly TextNode[], width: number): PdfNode => ({
  stack: lines.flatMap((line): PdfNode[] => [
    line,
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: INK.rule }] },
  ]),
});

/** One row of a form: labels in small type, values in text size on a rule; a long value runs over several lines. */
export function fieldRow(fields: readonly Field[], width: number, setter: TextSetter): FieldRow {
  const labels = fields.map((field) => setter.width(field.label, { size: SIZE.small }) + GAP + 1);
  const fixed = fields.map((field) =>
    field.characters === undefined ? undefined : (field.characters + 0.5) * SIZE.text,
  );
  const spaces = (fields.length - 1) * GAP;
  const used = [...labels, ...fixed.map((value) => value ?? 0)].reduce((sum, value) => sum + value, spaces);
  const rest = (width - used) / fixed.filter((value) => value === undefined).length;
  const widths: number[] = [];
  const cells: TableCell[] = [];
  let lines = 1;
  fields.forEach((field, index) => {
    const labelWidth = labels[index] ?? 0;
    const valueWidth = fixed[index] ?? rest;
    if (index > 0) {
      widths.push(GAP);
      cells.push({ stack: [] });
    }
    widths.push(labelWidth, valueWidth);
    const value = setter.lines(field.value ?? '', { size: SIZE.text, leading: LEADING.small, width: valueWidth });
    lines = Math.max(lines, value.length);
    const label = { size: SIZE.small, leading: LEADING.small, width: labelWidth, color: INK.faint };
    cells.push({ stack: setter.lines(field.label, label), margin: [0, LABEL_DROP, 0, 0] }, onRules(value, valueWidth));
  });
  return {
    node: {
      table: { widths, body: [cells], dontBreakRows: lines <= MOST_LINES_WHOLE },
      layout: plainLayout,
      margin: [0, ROW_GAP, 0, 0],
    },
    lines,
  };
}
