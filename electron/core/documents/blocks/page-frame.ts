import type { FormDocument, PageMarks } from '../layout/form-document';
import { INK, LETTER_SIZE, PAGE, SIZE, mm, textWidthOf, type PageGeometry } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

const line = (
  text: string,
  at: { readonly x: number; readonly y: number },
  style: {
    readonly size: number;
    readonly width: number;
    readonly align?: 'left' | 'center' | 'right';
    readonly color?: string;
    readonly bold?: boolean;
  },
  setter: TextSetter,
): PdfNode => {
  const free = style.width - setter.width(text, style);
  const shift = style.align === 'center' ? free / 2 : style.align === 'right' ? free : 0;
  return {
    stack: setter.lines(text, { ...style, align: 'left', leading: style.size * 1.437, width: PAGE.width }),
    relativePosition: { x: at.x + shift, y: at.y },
  };
};

/** Template mark and number in fine type, one at each end of the line at `y` (domain.md 1.1). */
function fineMarks(marks: PageMarks, paper: PageGeometry, y: number, setter: TextSetter): readonly PdfNode[] {
  const width = textWidthOf(paper);
  const at = { x: paper.left, y };
  return [
    line(marks.form, at, { size: SIZE.fine, width: width / 2, color: INK.faint }, setter),
    line(marks.number, at, { size: SIZE.fine, width, align: 'right', color: INK.faint }, setter),
  ];
}

/** A place to sign at the right end of the foot（逐页签名）, above the count of pages. */
function signingLine(label: string, paper: PageGeometry, setter: TextSetter): readonly PdfNode[] {
  const long = mm(42);
  const right = paper.left + textWidthOf(paper);
  const width = textWidthOf(paper) - long - 4;
  return [
    line(`${label}：`, { x: paper.left, y: 4 }, { size: SIZE.small, width, align: 'right' }, setter),
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: long, y2: 0, lineWidth: 0.6, lineColor: INK.rule }],
      relativePosition: { x: right - long, y: 19 },
    },
  ];
}

/** 第 x 页 共 y 页 in the middle, the form and its version left and the number right. */
function formFoot(
  page: number,
  pages: number,
  { marks, page: paper = PAGE, signFoot }: Pick<FormDocument, 'marks' | 'page' | 'signFoot'>,
  setter: TextSetter,
): PdfNode {
  // The foot's block starts where the text area ends.
  const y = paper.bottom - mm(16);
  const count = line(
    `第 ${page} 页 共 ${pages} 页`,
    { x: paper.left, y },
    { size: SIZE.note, width: textWidthOf(paper), align: 'center' },
    setter,
  );
  const signing = signFoot === undefined ? [] : signingLine(signFoot, paper, setter);
  return { stack: [count, ...fineMarks(marks, paper, y + 4, setter), ...signing] };
}

/** — 1 — in 4号, 7 mm under the text, one character from the outer edge: odd pages right, even pages left (GB/T 9704-2012). */
function letterFoot(page: number, marks: PageMarks, paper: PageGeometry, setter: TextSetter): PdfNode {
  const size = LETTER_SIZE.page;
  const number = line(
    `— ${page} —`,
    { x: paper.left + size, y: mm(7) - size * 0.5 },
    { size, width: textWidthOf(paper) - 2 * size, align: page % 2 === 1 ? 'right' : 'left' },
    setter,
  );
  return { stack: [number, ...fineMarks(marks, paper, paper.bottom - mm(12), setter)] };
}

/** Foot of a page, as the document's `foot` says; its template mark is never left out. */
export function pageFoot(
  page: number,
  pages: number,
  document: Pick<FormDocument, 'marks' | 'page' | 'foot' | 'signFoot'>,
  setter: TextSetter,
): PdfNode {
  const { marks, page: paper = PAGE, foot = 'form' } = document;
  switch (foot) {
    case 'form':
      return formFoot(page, pages, document, setter);
    case 'letter':
      return letterFoot(page, marks, paper, setter);
    case 'none':
      return { stack: fineMarks(marks, paper, paper.bottom - mm(16) + 4, setter) };
  }
}

/** 示例数据 in a frame at the head of the page: nobody may take an invented case for a real paper. */
function sampleMark(setter: TextSetter): PdfNode {
  const width = 190;
  const x = (PAGE.width - width) / 2;
  const y = mm(11);
  return {
    stack: [
      {
        canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: 20, r: 2, lineWidth: 1, lineColor: INK.sample }],
        relativePosition: { x, y },
      },
      line(
        '示例数据　不具有法律效力',
        { x, y: y + 2.5 },
        { size: SIZE.small, width, align: 'center', color: INK.sample, bold: true },
        setter,
      ),
    ],
  };
}

/** 骑缝章: where the seal crosses the edges of the fanned pages, about 45 mm at the right edge. */
function crossPageMark(setter: TextSetter): PdfNode {
  const x = PAGE.width - mm(6);
  const top = PAGE.height / 2 - mm(22.5);
  // pdfmake refuses a drawing that is higher than the head of the page: each line is one of its own.
  const edge = (y: number): PdfNode => ({
    canvas: [
      {
        type: 'line',
        x1: 0,
        y1: 0,
        x2: mm(6),
        y2: 0,
        lineWidth: 0.6,
        lineColor: INK.rule,
        dash: { length: 2, space: 2.5 },
      },
    ],
    relativePosition: { x, y },
  });
  return {
    stack: [
      edge(top),
      edge(top + mm(45)),
      ...Array.from('骑缝章', (sign, index) =>
        line(sign, { x: x + 2, y: top + mm(15) + index * 14 }, { size: SIZE.note, width: 14, color: INK.rule }, setter),
      ),
    ],
  };
}

/** Marks of the head and the sides of a page. */
export function pageHead(pages: number, marks: PageMarks, setter: TextSetter): PdfNode {
  return {
    stack: [...(marks.sample ? [sampleMark(setter)] : []), ...(pages > 1 ? [crossPageMark(setter)] : [])],
  };
}
