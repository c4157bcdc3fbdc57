import type { CaseState } from '../../domain/case/case-state';
import { acceptedOnOf } from '../../domain/case/mediation-span';
import type { Source } from '../../domain/case/vocabulary';
import { disputeTypeName } from '../../domain/checks/dispute-type';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { dayInText, penPlace } from '../blocks/pen-places';
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

const DISPUTE_LINES = 6;
const NO_NAME = penPlace(8);

/** Boxes of 案件来源 in their order, and the sources that tick each (domain.md F04). */
const SOURCE_BOXES: readonly (readonly [label: string, sources: readonly Source[]])[] = [
  ['① 当事人申请', ['party-application', 'bank-application']],
  ['② 人民调解委员会主动调解', ['screening']],
  ['③ 人民法院委派、委托', ['court-delegation', 'court-entrustment']],
  ['④ 其他单位移送', ['regulator-transfer', 'hotline-referral', 'petition-transfer']],
];

/** What the case came from; a case on the committee's own motion is that, whatever pointed to it. */
const sourceOf = ({ application, source }: CaseState): Source | undefined =>
  application === 'own-motion' ? 'screening' : source;

/** 依当事人申请 or 人民调解委员会主动调解; both, to be struck out by hand, while it is not known. */
function occasion({ application }: CaseState): string {
  if (application === undefined) return '人民调解委员会依当事人申请（人民调解委员会主动调解）';
  return application === 'own-motion' ? '人民调解委员会主动调解' : '人民调解委员会依当事人申请';
}

function names(state: CaseState): string {
  const of = (side: string): string =>
    state.parties
      .filter((party) => party.side === side && party.name !== '')
      .map((party) => party.name)
      .join('、') || NO_NAME;
  return `${of('applicant')}、${of('respondent')}`;
}

/**
 * F04 人民调解受理登记表: when, on whose motion and between whom, type, source, the dispute, signatures and the seal
 * (domain.md F04). Used in place of F03 for an oral application or the committee's own motion (人民调解法 Art. 17).
 */
export function f04Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const data = paperData(state.papers, 'F04', of);
  const acceptedOn = acceptedOnOf(state);
  const from = sourceOf(state);
  const type = state.disputeType === undefined ? undefined : disputeTypeName(state.disputeType);
  const boxes = SOURCE_BOXES.map(([label, sources]) => ({
    label,
    ticked: from !== undefined && sources.includes(from),
  }));
  const title = FORMS[template.id].zh;
  const date = acceptedOn ?? 'blank';
  const places = [
    ...partyPlaces('当事人（签名）', state.parties, 'blank'),
    ...namedPlaces('登记人（签名）', data.registrar === undefined ? [] : [data.registrar], 'blank'),
    { role: '印章', name: organisation.name, room: 'seal', date } as const,
  ];
  const facts = state.facts.trim() === '' ? ruledText('', setter, DISPUTE_LINES) : paragraphs(state.facts, setter);
  const remark = data.remark?.trim() ?? '';
  const text = [
    ...withHeading(partHeading('纠纷简要情况：', setter), facts),
    ...(remark === '' ? [] : paragraphs(`备注：${remark}`, setter)),
  ];
  return documentOf(request, template, [
    formTitle(title, setter),
    ...paragraphs(
      `${dayInText(acceptedOn)}，${occasion(state)}，经当事人同意，调解${names(state)}之间的纠纷。`,
      setter,
    ),
    rowsBlock([[{ label: '纠纷类型', value: type }]], setter),
    ...withHeading(partHeading('案件来源：', setter), [tickBoxes(boxes, setter, { perLine: 2 })]),
    ...boundPlaces(text, places, setter, title, '备注：此表由人民调解委员会填写。'),
  ]);
}
