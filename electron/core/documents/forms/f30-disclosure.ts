import { OPENING_FIELDS } from '../../domain/forms/fields/opening';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes } from '../blocks/choice-name';
import { paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { rowsBlock } from '../blocks/party-rows';
import { ruledText } from '../blocks/ruled-lines';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces, partyPlaces } from '../blocks/signers';
import { tickBoxes } from '../blocks/tick-boxes';
import { withHeading } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

const DISCLOSURE_LINES = 3;

/**
 * F30 调解员披露与回避声明: the relations that must be told as boxes, what is disclosed, what the parties say to it, and the
 * signatures of mediators and parties (特邀调解规定 Art. 15; 在线调解规则 Art. 13; domain.md F30).
 */
export function f30Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const own = paperData(state.papers, 'F30', of);
  const title = FORMS[template.id].zh;
  const date = own.declaredOn ?? 'blank';
  const relations = choiceBoxes(OPENING_FIELDS.F30, 'relations', own.relations);
  const outcome = choiceBoxes(OPENING_FIELDS.F30, 'outcome', own.outcome === undefined ? [] : [own.outcome]);
  const rows = [
    [{ label: '案件', value: caseLine(state) }],
    [{ label: '人民调解员', value: state.mediators.join('、') }],
  ];
  const text = [
    ...withHeading(
      partHeading('一、调解员声明', setter),
      paragraphs('本人已经核对下列情形，有其中情形的，已经勾选并如实披露：', setter),
    ),
    tickBoxes(relations, setter),
    ...withHeading(partHeading('二、披露内容', setter), ruledText(own.disclosure ?? '', setter, DISCLOSURE_LINES)),
    ...withHeading(partHeading('三、处理结果', setter), [tickBoxes(outcome, setter)]),
    ...paragraphs(
      '有上述情形的，当事人有权要求其回避；各方知悉以后仍然同意的，可以由其继续调解。当事人签名，表示已经知悉以上内容和处理结果。',
      setter,
    ),
  ];
  const places = [
    ...partyPlaces('当事人（签名盖章或按指印）', state.parties, 'blank'),
    ...namedPlaces('人民调解员（签名）', state.mediators, date),
  ];
  return documentOf(request, template, [
    formTitle(title, setter),
    rowsBlock(rows, setter),
    ...boundPlaces(text, places, setter, title),
  ]);
}
