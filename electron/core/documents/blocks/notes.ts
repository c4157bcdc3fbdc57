import { paragraphFlow, type FlowItem } from '../layout/flow';
import { SIZE, TEXT_WIDTH } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';

/** Notes under a form（说明） in small type, numbered where there are several. */
export function notes(texts: readonly string[], setter: TextSetter, width = TEXT_WIDTH): readonly FlowItem[] {
  const setting = { size: SIZE.note, leading: 15, width, justify: true } as const;
  const [only] = texts;
  const lines =
    texts.length === 1
      ? [`说明：${only ?? ''}`]
      : texts.map((text, at) => `${at === 0 ? '说明：' : ''}${at + 1}．${text}`);
  return lines.flatMap((text) => paragraphFlow(setter.lines(text, setting)));
}
