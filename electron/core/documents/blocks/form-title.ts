import type { FlowItem } from '../layout/flow';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** What may stand with the title of a form. */
export interface TitleOptions {
  /** Printed right under the title as `编号：…`. */
  readonly number?: string;
  /** A line in the middle under the title, e.g. what the paper is about. */
  readonly under?: string;
}

/** The title of a form in the middle, 小二 bold, with its number where it has one (domain.md 1.5). */
export function formTitle(title: string, setter: TextSetter, { number, under }: TitleOptions = {}): FlowItem {
  const line = { leading: LEADING.text, width: TEXT_WIDTH, size: SIZE.small } as const;
  return {
    node: {
      stack: [
        ...setter.lines(title, { ...line, size: SIZE.title, leading: 34, bold: true, align: 'center' }),
        ...(under === undefined ? [] : setter.lines(under, { ...line, align: 'center' })),
        ...(number === undefined ? [] : setter.lines(`编号：${number}`, { ...line, align: 'right' })),
      ],
      margin: [0, 0, 0, 4],
    },
    textLines: 0,
  };
}

/** The bold heading of a part of a form; goes with `withHeading` so that it never stands last on a page. */
export const partHeading = (text: string, setter: TextSetter): readonly PdfNode[] => [
  {
    stack: setter.lines(text, { size: SIZE.text, leading: LEADING.text, width: TEXT_WIDTH, bold: true }),
    margin: [0, 5, 0, 2],
  },
];
