import type { CalendarDate } from '../../domain/time/calendar-date';
import { formatChinese } from '../../domain/time/chinese-date';
import { instantText } from './day';

/** A low line `characters` wide inside running text, to be written on by hand. */
export const penPlace = (characters: number): string => '＿'.repeat(characters);

/** A day in running text, or its places for the pen: never today's date of itself. */
export const dayInText = (date: CalendarDate | undefined): string =>
  date === undefined ? `${penPlace(4)}年${penPlace(2)}月${penPlace(2)}日` : formatChinese(date);

/** An instant in running text, in Shanghai time, or its places for the pen. */
export const momentInText = (instant: string | undefined): string =>
  instant === undefined ? `${dayInText(undefined)}${penPlace(2)}时${penPlace(2)}分` : instantText(instant);
