import { LINE_END } from '../fonts/glyph-check';
import { paragraphFlow, type FlowItem } from '../layout/flow';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import { paragraphs } from './clauses';

/** A line that begins with 问： or 答：, with the half-width colon that hands often type too. */
const SPOKEN = /^([问答])[：:]\s*/u;
/** The mark hangs two characters to the left of what was said. */
const HANG = 2 * SIZE.text;

/** One question or answer: its mark, and what was said hanging beside it. */
function spoken(mark: string, said: string, setter: TextSetter): readonly FlowItem[] {
  const line = { size: SIZE.text, leading: LEADING.text } as const;
  const items = paragraphFlow(setter.lines(said, { ...line, width: TEXT_WIDTH - HANG, justify: true }));
  return items.map(({ node, textLines }, index) => {
    const name = setter.lines(`${mark}：`, { ...line, width: HANG + 4 });
    const marked = index === 0 ? [{ stack: name, relativePosition: { x: -HANG, y: 0 } }, node] : [node];
    return { node: { stack: marked, unbreakable: true, margin: [HANG, 0, 0, 0] }, textLines };
  });
}

/**
 * The text of a record（笔录）: questions and answers（问：、答：）with a hanging indent, everything else as paragraphs. Flows over
 * any number of pages; empty lines are dropped.
 */
export function questionAnswer(record: string, setter: TextSetter): readonly FlowItem[] {
  return record
    .split(LINE_END)
    .map((part) => part.trim())
    .flatMap((part) => {
      const mark = SPOKEN.exec(part);
      return mark === null ? paragraphs(part, setter) : spoken(mark[1] ?? '', part.slice(mark[0].length), setter);
    });
}
