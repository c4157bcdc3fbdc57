import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { FORMS } from '../../domain/forms/form-facts';
import type { CalendarDate } from '../../domain/time/calendar-date';
import { formatChinese } from '../../domain/time/chinese-date';
import { paperData } from '../../domain/forms/paper-fields';
import { fieldRow } from '../blocks/field-row';
import { formTitle } from '../blocks/form-title';
import { ruledText } from '../blocks/ruled-lines';
import { bindToText } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { TEXT_WIDTH, mm } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Ruled lines of the printed form. */
const LINES = 20;

/** F17 卷宗情况说明: free text on ruled lines, who filed and who inspected the dossier, and when (domain.md F17). */
export function f17Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const own = paperData(request.state.papers, 'F17', WHOLE_CASE);
  const row = (who: string, name: string | undefined, when: string, day: CalendarDate | undefined) =>
    fieldRow(
      [
        { label: who, value: name },
        { label: when, value: day && formatChinese(day), characters: 12 },
      ],
      TEXT_WIDTH,
      setter,
    ).node;
  const rows = [
    row('立卷人', own.filer, '立卷时间', own.filedOn),
    row('检查人', own.inspector, '检查时间', own.inspectedOn),
  ];
  const text = ruledText(own.text ?? '', setter, LINES);
  return documentOf(request, template, [
    formTitle(FORMS[template.id].zh, setter),
    ...bindToText(text, { stack: rows, margin: [0, mm(8), 0, 0] }),
  ]);
}
