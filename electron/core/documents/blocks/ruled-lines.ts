import { LINE_END } from '../fonts/glyph-check';
import type { FlowItem } from '../layout/flow';
import { INK, LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { TextNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** Air above a line, so that a pen has 9 mm from rule to rule. */
const AIR = 4;

const onRule = (line: TextNode): FlowItem => ({
  node: {
    stack: [
      line,
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.5, lineColor: INK.rule }] },
    ],
    unbreakable: true,
    margin: [0, AIR, 0, 0],
  },
  textLines: 1,
});

/** Text on ruled lines, each paragraph indented; at least `leastLines` of them, the empty ones for the pen. Flows over pages. */
export function ruledText(text: string, setter: TextSetter, leastLines: number): readonly FlowItem[] {
  const setting = { size: SIZE.text, leading: LEADING.text, width: TEXT_WIDTH };
  const lines = text
    .split(LINE_END)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => setter.lines(part, { ...setting, indent: 2, justify: true }));
  const empty = Array.from({ length: Math.max(0, leastLines - lines.length) }, () => setter.lines('', setting)).flat();
  return [...lines, ...empty].map(onRule);
}
