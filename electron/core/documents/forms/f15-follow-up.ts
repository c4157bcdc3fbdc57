import { COURSE_FIELDS } from '../../domain/forms/fields/course';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes } from '../blocks/choice-name';
import { instantText } from '../blocks/day';
import { formTitle, partHeading } from '../blocks/form-title';
import { LABEL_CONTENT_WIDTH, labelTable } from '../blocks/grid-table';
import { ruledText } from '../blocks/ruled-lines';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces } from '../blocks/signers';
import { tickBoxes } from '../blocks/tick-boxes';
import { yesNoBoxes } from '../blocks/yes-no';
import { withHeading } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Ruled lines of the printed form for what was found. */
const SITUATION_LINES = 9;

/**
 * F15 人民调解回访记录: who was visited, number of the agreement, what about, time, kind, what was found, whether all is performed
 * and if not why, the visitor's signature (domain.md F15; 人民调解法 Art. 31).
 */
export function f15Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const own = paperData(state.papers, 'F15', of);
  const title = FORMS[template.id].zh;
  const kinds = tickBoxes(choiceBoxes(COURSE_FIELDS.F15, 'mode', own.mode), setter, {
    width: LABEL_CONTENT_WIDTH,
    perLine: 3,
  });
  const narrow = { width: LABEL_CONTENT_WIDTH / 2 };
  const head = labelTable(
    [
      { label: '当事人', text: own.visited ?? '' },
      { label: '调解协议编号', text: state.number?.text ?? '' },
      { label: '回访事由', text: caseLine(state) },
      { label: '回访时间', text: own.visitedAt === undefined ? '' : instantText(own.visitedAt) },
      { label: '回访类型', text: [kinds] },
      { label: '是否履行完毕', text: [yesNoBoxes(own.performed, setter, narrow)] },
      {
        label: '未履行完毕的，是否因非金融机构原因',
        text: [yesNoBoxes(own.performed === true ? undefined : own.notByInstitution, setter, narrow)],
      },
    ],
    setter,
  );
  const situation = withHeading(
    partHeading('回访情况：', setter),
    ruledText(own.situation ?? '', setter, SITUATION_LINES),
  );
  const places = namedPlaces('回访人（签名）', own.visitor === undefined ? [] : [own.visitor], 'blank');
  return documentOf(request, template, [
    formTitle(title, setter),
    head,
    ...boundPlaces(situation, places, setter, title),
  ]);
}
