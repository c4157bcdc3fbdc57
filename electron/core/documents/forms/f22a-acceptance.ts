import type { CaseState, Party } from '../../domain/case/case-state';
import { acceptedOnOf } from '../../domain/case/mediation-span';
import { FORMS } from '../../domain/forms/form-facts';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import type { Organisation } from '../../domain/organisation/organisation';
import { formatChinese } from '../../domain/time/chinese-date';
import { caseLine } from '../blocks/case-line';
import { counterfoil } from '../blocks/counterfoil';
import { LETTER_WIDTH, letter } from '../blocks/letter';
import type { FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LETTER } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { partyOf } from './common-problems';
import { documentOf, numberOf } from './document-of';
import { youOf } from './f21a-notice';
import type { FormTemplate } from './form-template';

const lineOf = (state: CaseState): string => caseLine(state) || '有关纠纷';

/** What was decided: to the one who applied, or to another party of the case. */
function decision(state: CaseState, party: Party | undefined): string {
  const accepted = acceptedOnOf(state);
  const on = accepted === undefined ? '' : `于${formatChinese(accepted)}`;
  if (party !== undefined && party.side !== 'applicant')
    return `申请人就${lineOf(state)}申请人民调解，本委员会${on}予以受理。`;
  const applied = paperData(state.papers, 'F03', WHOLE_CASE).appliedOn;
  const when = applied === undefined ? '' : `于${formatChinese(applied)}`;
  return `${youOf(party)}${when}就${lineOf(state)}提出的调解申请，经审查符合受理条件，本委员会${on}予以受理。`;
}

function bodyOf(state: CaseState, organisation: Organisation, party: Party | undefined): readonly string[] {
  const you = youOf(party);
  const mediators = state.mediators.length === 0 ? '本案' : `本案由人民调解员${state.mediators.join('、')}`;
  const contact = organisation.phone === undefined ? '' : `联系电话：${organisation.phone}。`;
  return [
    decision(state, party),
    `${mediators}调解，不收取任何费用。${you}可以另行选择人民调解员，也可以拒绝调解或者要求终止调解。`,
    `请备齐身份证明和证据材料，委托他人的提交授权委托书。时间、地点另行通知。${contact}`,
  ];
}

function stub(request: RenderRequest, title: string, setter: TextSetter): FlowItem {
  const { state, of } = request;
  const { issuedOn } = paperData(state.papers, 'F22A', of);
  const accepted = acceptedOnOf(state);
  const rows = [
    [{ label: '收件人', value: partyOf(request)?.name }],
    [{ label: '案由', value: caseLine(state) }],
    [
      { label: '受理日期', value: accepted === undefined ? undefined : formatChinese(accepted), characters: 11 },
      { label: '人民调解员', value: state.mediators.join('、') },
    ],
    [
      { label: '通知日期', value: issuedOn === undefined ? undefined : formatChinese(issuedOn), characters: 11 },
      { label: '经办人（签名）' },
    ],
    [{ label: '签收日期', characters: 11 }, { label: '签收人（签名）' }],
  ];
  return counterfoil({ title, number: numberOf(request), rows }, LETTER_WIDTH, setter);
}

/**
 * F22 受理通知书, a letter to a party with a number of its own and a counterfoil（存根）(domain.md F22; 人民调解法 Arts. 3, 4, 17,
 * 19, 23).
 */
export function f22aDocument(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const party = partyOf(request);
  const title = FORMS[template.id].zh;
  const flow = letter(
    {
      committee: organisation.name,
      number: numberOf(request),
      title,
      to: party?.name ?? '',
      body: bodyOf(state, organisation, party),
      closing: '特此通知。',
      from: organisation.name,
      on: paperData(state.papers, 'F22A', of).issuedOn,
    },
    setter,
  );
  return documentOf(request, template, [...flow, stub(request, title, setter)], { page: LETTER, foot: 'letter' });
}
