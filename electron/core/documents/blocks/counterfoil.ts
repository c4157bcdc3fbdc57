import type { FlowItem } from '../layout/flow';
import { INK, LEADING, SIZE, mm } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import { fieldRow, type Field } from './field-row';

/**
 * A part that is cut off（存根、回执）: a dashed line, its title, then its rows. Stands under the letter where there is room,
 * else on the next page; only one with unusually much text is ever divided.
 */
export function cutOffPart(
  part: { readonly title: string; readonly under?: string | undefined; readonly content: readonly PdfNode[] },
  width: number,
  setter: TextSetter,
  whole = true,
): FlowItem {
  const dashed: PdfNode = {
    canvas: [
      {
        type: 'line',
        x1: 0,
        y1: 0,
        x2: width,
        y2: 0,
        lineWidth: 0.8,
        lineColor: INK.rule,
        dash: { length: 4, space: 3 },
      },
    ],
  };
  const small = { size: SIZE.note, leading: 14, width, align: 'center', color: INK.faint } as const;
  const title = { size: 15, leading: 26, width, align: 'center', bold: true } as const;
  const under = { size: SIZE.small, leading: LEADING.small, width, align: 'center' } as const;
  return {
    node: {
      stack: [
        { stack: setter.lines('（沿虚线裁开）', small), margin: [0, 0, 0, 3] },
        dashed,
        { stack: setter.lines(part.title, title), margin: [0, 8, 0, 0] },
        ...(part.under === undefined ? [] : setter.lines(part.under, under)),
        ...part.content,
      ],
      unbreakable: whole,
      margin: [0, mm(5), 0, 0],
    },
    textLines: 0,
  };
}

/** Above this many lines of fields a counterfoil flows over pages rather than losing any. */
const MOST_LINES = 30;

/** The counterfoil of a notice（存根）, which the committee keeps: title, number, and rows of fields. */
export function counterfoil(
  content: { readonly title: string; readonly number: string; readonly rows: readonly (readonly Field[])[] },
  width: number,
  setter: TextSetter,
): FlowItem {
  const rows = content.rows.map((fields) => fieldRow(fields, width, setter));
  const lines = rows.reduce((sum, row) => sum + row.lines, 0);
  const part = {
    title: `${content.title}（存根）`,
    under: content.number,
    content: rows.map((row) => row.node),
  };
  return cutOffPart(part, width, setter, lines <= MOST_LINES);
}
