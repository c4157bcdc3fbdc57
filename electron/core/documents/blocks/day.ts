import { shanghaiDateOf, type CalendarDate } from '../../domain/time/calendar-date';
import { formatChinese } from '../../domain/time/chinese-date';
import type { FlowItem } from '../layout/flow';
import { LEADING, SIZE } from '../layout/page';
import type { TextNode } from '../layout/pdf-nodes';
import { LABEL_CONTENT_WIDTH } from './label-table';
import type { Setting, TextSetter } from '../layout/text-setter';

/** Empty places for the pen, each as wide as a character. */
export const places = (count: number): string => '\u3000'.repeat(count);

const BLANK = `${places(4)}年${places(2)}月${places(2)}日`;

/** A day as forms write it, or the empty places of year, month and day for the pen: never today's date of itself. */
export const dayOrBlank = (date: CalendarDate | undefined): string =>
  date === undefined ? BLANK : formatChinese(date);

/** Sets a text that may begin with an empty place: a setter drops leading blanks, so they become an indent. */
export function linesWithPlace(text: string, setting: Setting, setter: TextSetter): readonly TextNode[] {
  const indent = /^\u3000*/u.exec(text)?.[0].length ?? 0;
  return setter.lines(text, indent > 0 ? { ...setting, indent } : setting);
}

/** A day in a cell of a form's table, or its empty places. */
export function dayCell(date: CalendarDate | undefined, setter: TextSetter): readonly FlowItem[] {
  const setting = { size: SIZE.text, leading: LEADING.small + 1, width: LABEL_CONTENT_WIDTH };
  return [{ node: { stack: linesWithPlace(dayOrBlank(date), setting, setter) }, textLines: 1 }];
}

/** An instant as forms write it, in Shanghai time: `2024年4月2日10时20分`. Throws RangeError without an offset. */
export function instantText(instant: string): string {
  const day = formatChinese(shanghaiDateOf(instant));
  const clock = new Date(Date.parse(instant) + 8 * 3_600_000);
  return `${day}${clock.getUTCHours()}时${String(clock.getUTCMinutes()).padStart(2, '0')}分`;
}
