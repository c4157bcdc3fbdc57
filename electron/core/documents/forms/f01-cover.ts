import { mediationSpan } from '../../domain/case/mediation-span';
import { CLOSING_FIELDS } from '../../domain/forms/fields/closing';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { choiceName } from '../blocks/choice-name';
import { dayOrBlank, linesWithPlace, places } from '../blocks/day';
import type { FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { INK, TEXT_WIDTH, mm } from '../layout/page';
import { plainLayout, type PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Type of the cover: 四号 rows under a head in 一号. */
const ROW = { size: 14, leading: 26 } as const;
const HEAD = { size: 26, leading: 44, width: TEXT_WIDTH, bold: true, align: 'center' } as const;
const LABEL_WIDTH = 6.4 * ROW.size;
const VALUE_WIDTH = TEXT_WIDTH - LABEL_WIDTH - mm(4);
/** Above this many lines a row flows over pages rather than being cut. */
const MOST_LINES_WHOLE = 18;

const onRule = (line: PdfNode): readonly PdfNode[] => [
  line,
  { canvas: [{ type: 'line', x1: 0, y1: 0, x2: VALUE_WIDTH, y2: 0, lineWidth: 0.6, lineColor: INK.rule }] },
];

/** A row of the cover: its label, and its value on rules; an empty value leaves a rule for the pen. */
function row(label: string, value: string, setter: TextSetter): FlowItem {
  const lines = linesWithPlace(value, { ...ROW, width: VALUE_WIDTH }, setter);
  const whole = lines.length <= MOST_LINES_WHOLE;
  return {
    node: {
      table: {
        widths: [LABEL_WIDTH, VALUE_WIDTH],
        dontBreakRows: whole,
        body: [
          [
            { stack: setter.lines(label, { ...ROW, width: LABEL_WIDTH, bold: true }) },
            { stack: lines.flatMap(onRule) },
          ],
        ],
      },
      layout: plainLayout,
      margin: [mm(2), 0, mm(2), 12],
    },
    textLines: 0,
  };
}

/**
 * F01 卷宗封面: committee and 调解卷宗 in the middle, then name and number of the volume, mediators, days of the mediation,
 * who filed it and when, retention, remark (domain.md F01). The number of the dossier is the agreement's (domain.md 1.3).
 */
export function f01Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation } = request;
  const own = paperData(state.papers, 'F01', WHOLE_CASE);
  const { from, to } = mediationSpan(state);
  const head: FlowItem = {
    node: {
      stack: [
        ...setter.lines(organisation.name, { ...HEAD, size: 22, leading: 38 }),
        { stack: setter.lines('调解卷宗', HEAD), margin: [0, mm(6), 0, 0] },
      ],
      margin: [0, mm(22), 0, mm(22)],
    },
    textLines: 0,
  };
  const number = state.number?.text ?? `（${places(4)}）${organisation.numberAbbreviation}人调字第${places(5)}号`;
  const rows: readonly (readonly [label: string, value: string])[] = [
    ['卷　　名', caseLine(state)],
    ['卷　　号', number],
    ['人民调解员', state.mediators.join('、')],
    ['调解日期', `${dayOrBlank(from)} 至 ${dayOrBlank(to)}`],
    ['立 卷 人', own.filer ?? ''],
    ['立卷日期', dayOrBlank(own.filedOn)],
    ['保管期限', choiceName(CLOSING_FIELDS.F01, 'retention', own.retention)],
    ['备　　注', own.remark ?? ''],
  ];
  const flow = [head, ...rows.map(([label, value]) => row(label, value, setter))];
  return documentOf(request, template, flow, { foot: 'none' });
}
