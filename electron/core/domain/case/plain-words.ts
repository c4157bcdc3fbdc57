import { formatYuan, isFen } from '../money/money';
import { shanghaiDateOf } from '../time/calendar-date';
import type { WordList, Words } from './vocabulary-words';

/** Text that is the same in both languages. */
export const same = (text: string): Words => [text, text];

/** Any JSON as one line. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plain).join('；');
  if (typeof value === 'object') return Object.values(value).map(plain).join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A text inside a record; undefined when it is missing or empty. */
export function textIn(value: unknown, name: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** 是 or 否. */
export const yesNo = (value: unknown): Words => (value === true ? ['是', 'yes'] : ['否', 'no']);
/** Yuan with two decimals, from fen. */
export const moneyWords = (value: unknown): Words =>
  typeof value === 'number' && isFen(value)
    ? [`${formatYuan(value)}元`, `${formatYuan(value)} yuan`]
    : same(plain(value));

/** Wall clock of Shanghai to the minute, `2024-04-02 10:20`. */
export function instantWords(value: unknown): Words {
  const millis = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(millis) || typeof value !== 'string') return same(plain(value));
  return same(`${dayOf(value)} ${new Date(millis + 8 * 3_600_000).toISOString().slice(-13, -8)}`);
}

/** Beyond the calendar's ends there is no day; the text is shown as it is. */
function dayOf(instant: string): string {
  try {
    return shanghaiDateOf(instant);
  } catch (fault) {
    if (fault instanceof RangeError) return instant;
    throw fault;
  }
}

/** A list in one text, each item in words; （无） for an empty one. */
export const lists = (value: unknown, each: (item: unknown) => Words, between: Words): Words => {
  const items = Array.isArray(value) ? value.map(each) : [each(value)];
  if (items.length === 0) return ['（无）', '(none)'];
  return [items.map(([zh]) => zh).join(between[0]), items.map(([, en]) => en).join(between[1])];
};

/** The term of a closed list; what is not in it is shown as it is. */
export function wordIn(list: WordList<string>, value: unknown): Words {
  const code = plain(value);
  return (Object.hasOwn(list, code) ? list[code] : undefined) ?? same(code);
}
