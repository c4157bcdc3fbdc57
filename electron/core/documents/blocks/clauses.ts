import { LINE_END } from '../fonts/glyph-check';
import { paragraphFlow, type FlowItem } from '../layout/flow';
import { LEADING, TEXT_WIDTH } from '../layout/page';
import { bodySetting, type TextSetter } from '../layout/text-setter';

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** `一`, `十二`, `二十`, `一百零三`: the number of a clause, 1 to 999. Throws RangeError outside. */
export function clauseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) throw new RangeError('clauses are numbered 1 to 999');
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const head = hundreds > 0 ? `${DIGITS[hundreds] ?? ''}百${tens === 0 && ones > 0 ? '零' : ''}` : '';
  const ten = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : (DIGITS[tens] ?? '')}十` : '';
  return head + ten + (ones > 0 ? (DIGITS[ones] ?? '') : '');
}

/** Paragraphs of running text, each with its first line indented by two characters; empty lines are dropped. */
export function paragraphs(text: string, setter: TextSetter): readonly FlowItem[] {
  return text
    .split(LINE_END)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => paragraphFlow(setter.lines(part, bodySetting(TEXT_WIDTH, LEADING.text))));
}

/** Clauses numbered 一、二、三、…, each from a new line (domain.md F12). */
export function numberedClauses(clauses: readonly string[], setter: TextSetter): readonly FlowItem[] {
  return clauses.flatMap((clause, index) => paragraphs(`${clauseNumber(index + 1)}、${clause.trim()}`, setter));
}
