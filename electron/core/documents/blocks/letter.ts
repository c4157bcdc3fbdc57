import type { CalendarDate } from '../../domain/time/calendar-date';
import { LINE_END } from '../fonts/glyph-check';
import { bindToText, paragraphFlow, withHeading, type FlowItem } from '../layout/flow';
import { INK, LETTER, LETTER_LEADING, LETTER_SIZE, SIZE, mm, textWidthOf } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import { dayOrBlank } from './day';

/** A letter or notice of the committee（函、通知书）. `on` undefined leaves the day to the pen. */
export interface Letter {
  /** The committee, at the head and, where `from` is another, not at the foot. */
  readonly committee: string;
  /** 发文字号 as printed. */
  readonly number: string;
  readonly title: string;
  /** 主送, without its colon. */
  readonly to: string;
  /** Paragraphs. */
  readonly body: readonly string[];
  /** The last line before the signature, e.g. 特此函告。 */
  readonly closing?: string | undefined;
  readonly from: string;
  readonly on: CalendarDate | undefined;
}

/** Width of the text of a letter, in points. */
export const LETTER_WIDTH = textWidthOf(LETTER);
const BODY = { size: LETTER_SIZE.text, leading: LETTER_LEADING, width: LETTER_WIDTH } as const;
const MARK_LEADING = 17;
/** A round seal of 42 mm stands over name and day, 20 mm high: with its mark, this much air keeps the seal off the text. */
const SEAL_ROOM = mm(12) - MARK_LEADING;
const TITLE_AIR = 10;
const UNDER_SEAL = mm(3);

const rule = (y: number, lineWidth: number): PdfNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: LETTER_WIDTH, y2: 0, lineWidth, lineColor: '#000000' }],
  margin: [0, y, 0, 0],
});

/** Sets a title in lines of about one length, so that no single character stands on the last one. */
function balancedTitle(text: string, size: number, leading: number, setter: TextSetter): readonly PdfNode[] {
  const set = (width: number) => setter.lines(text, { size, leading, width, bold: true, align: 'center' });
  const whole = set(LETTER_WIDTH);
  let narrower = whole;
  for (let width = LETTER_WIDTH - size; width > size * 8; width -= size) {
    const tried = set(width);
    if (tried.length > whole.length) break;
    narrower = tried;
  }
  return narrower;
}

/** Name of the sender over a double rule, its number, the title and the addressee, in black (domain.md 6.5). */
export function letterHead(
  letter: Pick<Letter, 'committee' | 'number' | 'title' | 'to'>,
  setter: TextSetter,
): readonly PdfNode[] {
  return [
    ...balancedTitle(letter.committee, SIZE.title, 30, setter),
    rule(4, 1.6),
    rule(1.6, 0.5),
    ...setter.lines(letter.number, { ...BODY, align: 'right' }),
    {
      stack: balancedTitle(letter.title, LETTER_SIZE.title, 34, setter),
      margin: [0, TITLE_AIR, 0, TITLE_AIR],
    },
    ...setter.lines(`${letter.to}：`, BODY),
  ];
}

/** Paragraphs in 3号, the first line indented by two characters; line breaks make paragraphs, empty ones are dropped. */
export function letterParagraphs(body: readonly string[], setter: TextSetter): readonly FlowItem[] {
  return body
    .flatMap((text) => text.split(LINE_END))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .flatMap((text) => paragraphFlow(setter.lines(text, { ...BODY, indent: 2, justify: true })));
}

/** Above this many lines of a head, as with a very long addressee, it flows over pages rather than being cut. */
const MOST_HEAD_LINES = 14;

/** The head with the first lines of the body on one page. */
export const headed = (head: readonly PdfNode[], body: readonly FlowItem[]): readonly FlowItem[] =>
  head.length > MOST_HEAD_LINES ? [{ node: { stack: head }, textLines: 0 }, ...body] : withHeading(head, body);

/**
 * Sender, place of the seal and day, centred on the day, which stands four characters from the right edge where a long name
 * lets it (GB/T 9704-2012; domain.md 6.5).
 */
export function letterSignature(from: string, on: CalendarDate | undefined, setter: TextSetter): PdfNode {
  const day = dayOrBlank(on);
  const [fromWidth, dayWidth] = [setter.width(from, BODY), setter.width(day, BODY)];
  const edge = Math.max(0, 4 * LETTER_SIZE.text - Math.max(0, (fromWidth - dayWidth) / 2));
  // One point of air, so that a text measured to fit its line does.
  const width = Math.min(Math.max(fromWidth, dayWidth) + 1, LETTER_WIDTH - edge);
  const centred = { ...BODY, width, align: 'center' } as const;
  const mark = { ...centred, size: SIZE.small, leading: MARK_LEADING, color: INK.faint };
  // Leading blanks are dropped by the setter: an empty day is centred by its indent.
  const places = 4 + Math.max(0, width - dayWidth) / 2 / BODY.size;
  return {
    stack: [
      ...setter.lines('（印章）', mark),
      ...setter.lines(from, centred),
      ...setter.lines(day, on === undefined ? { ...centred, align: 'left', indent: places } : centred),
    ],
    margin: [Math.max(0, LETTER_WIDTH - edge - width), SEAL_ROOM, edge, UNDER_SEAL],
  };
}

/** A whole letter in the manner of GB/T 9704: head, addressee, paragraphs, closing line, and the signature bound to the text. */
export function letter(content: Letter, setter: TextSetter): readonly FlowItem[] {
  const closing = content.closing === undefined ? [] : [content.closing];
  const body = letterParagraphs([...content.body, ...closing], setter);
  return bindToText(headed(letterHead(content, setter), body), letterSignature(content.from, content.on, setter));
}
