import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { formatChinese } from '../../domain/time/chinese-date';
import { fieldRow } from '../blocks/field-row';
import type { FormDocument } from '../layout/form-document';
import { INK, PAGE, SIZE, TEXT_HEIGHT, TEXT_WIDTH, mm } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** The thread runs 14 mm from the left edge through three holes, 80 mm apart（三孔一线）. */
const THREAD = mm(14) - PAGE.left;
const HOLES = [-80, 0, 80].map((away) => TEXT_HEIGHT / 2 + mm(away));
const HOLE = 3;
/** Width of the three rows at the foot, on the right. */
const ROWS_WIDTH = mm(72);

/** The binding mark（装订线）: a dashed line with its three holes and its name, drawn beside the text and taking no room. */
function bindingMark(setter: TextSetter): readonly PdfNode[] {
  const thread: PdfNode = {
    canvas: [
      {
        type: 'line',
        x1: 0,
        y1: 0,
        x2: 0,
        y2: TEXT_HEIGHT,
        lineWidth: 0.6,
        lineColor: INK.rule,
        dash: { length: 4, space: 3 },
      },
    ],
    relativePosition: { x: THREAD, y: 0 },
  };
  const holes = HOLES.map((y): PdfNode => ({
    canvas: [{ type: 'rect', x: 0, y: 0, w: 2 * HOLE, h: 2 * HOLE, r: HOLE, lineWidth: 0.8, lineColor: INK.rule }],
    relativePosition: { x: THREAD - HOLE, y: y - HOLE },
  }));
  const name = Array.from('装订线', (sign, at): PdfNode => ({
    stack: setter.lines(sign, { size: SIZE.note, leading: 13, width: 14, color: INK.rule }),
    relativePosition: { x: THREAD - 14, y: TEXT_HEIGHT / 2 - mm(40) + at * 26 },
  }));
  return [thread, ...holes, ...name];
}

/**
 * F18 封底: an empty page with the binding mark; at its foot the number of pages, where the dossier was counted, who bound it
 * and when (domain.md F18; the layout is our own).
 */
export function f18Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const own = paperData(request.state.papers, 'F18', WHOLE_CASE);
  const pages = request.supplement?.dossierPages;
  const rows = [
    pages === undefined ? { label: '本卷共（页）' } : { label: '本卷共', value: `${pages} 页` },
    { label: '装订人', value: own.binder },
    { label: '日　期', value: own.boundOn && formatChinese(own.boundOn) },
  ].map((field) => fieldRow([field], ROWS_WIDTH, setter));
  const height = rows.reduce((sum, row) => sum + row.lines * 20, 0);
  return documentOf(
    request,
    template,
    [
      { node: { stack: bindingMark(setter) }, textLines: 0 },
      {
        node: {
          stack: rows.map((row) => row.node),
          margin: [TEXT_WIDTH - ROWS_WIDTH, Math.max(0, TEXT_HEIGHT - height - mm(8)), 0, 0],
        },
        textLines: 0,
      },
    ],
    { foot: 'none' },
  );
}
