import { INK, PAGE, SIZE, mm } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** What stands in the margins of every page. */
export interface PageMarks {
  /** Form id, title and version（文书模板标识）. */
  readonly form: string;
  readonly number: string;
  readonly sample: boolean;
}

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

/** Foot of a page: 第 x 页 共 y 页 in the middle, the form and its version left and the number right in fine type. */
export function pageFoot(page: number, pages: number, marks: PageMarks, setter: TextSetter): PdfNode {
  // The foot's block starts where the text area ends.
  const y = PAGE.bottom - mm(16);
  const width = PAGE.width - PAGE.left - PAGE.right;
  return {
    stack: [
      line(`第 ${page} 页 共 ${pages} 页`, { x: PAGE.left, y }, { size: SIZE.note, width, align: 'center' }, setter),
      line(marks.form, { x: PAGE.left, y: y + 4 }, { size: SIZE.fine, width: width / 2, color: INK.faint }, setter),
      line(
        marks.number,
        { x: PAGE.left, y: y + 4 },
        { size: SIZE.fine, width, align: 'right', color: INK.faint },
        setter,
      ),
    ],
  };
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
