import { FORMS, printedPaths } from '../../domain/forms/form-facts';
import { shanghaiDateOf } from '../../domain/time/calendar-date';
import { formatChinese } from '../../domain/time/chinese-date';
import { clausesPart, factsPart, performancePart } from '../blocks/agreement-parts';
import { paragraphs } from '../blocks/clauses';
import { formTitle } from '../blocks/form-title';
import { partyBlock } from '../blocks/party-block';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces } from '../blocks/signers';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { agreementNumberProblems, agreementProblems, bothSidesProblems, factsProblems } from './agreement-problems';
import { conflictProblems } from './conflict-problems';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

const WRITTEN = notReady(
  '达成的是书面协议，应使用人民调解协议书（F12）；只登记口头协议的，请先把协议改为口头协议。',
  'The agreement is a written one: use F12, or change it to an oral one.',
  'agreement.form',
);

/** 民诉法解释 Art. 354: an application for confirmation comes with the agreement, so there must be one on paper. */
function confirmationProblems({ state }: RenderRequest): readonly DocumentProblem[] {
  if (state.agreement?.confirmation?.wanted !== true) return [];
  return [
    notReady(
      '当事人要申请司法确认。向法院申请时须提交调解协议，口头协议登记表不能代替，请改为书面协议（F12）。',
      'The parties want judicial confirmation: the court asks for a written agreement, so change it to a written one (F12).',
      'agreement.confirmation',
    ),
  ];
}

/** What is missing to print F13 (人民调解法 Art. 28; domain.md F13, 2.3). */
export const f13Problems = (request: RenderRequest): readonly DocumentProblem[] => [
  ...bothSidesProblems(request),
  ...factsProblems(request),
  ...agreementProblems(request, 'oral', WRITTEN),
  ...confirmationProblems(request),
  ...conflictProblems(request.state, printedPaths(request.form, request.of)),
  ...agreementNumberProblems(request),
];

/** An oral agreement takes effect on the day agreed (人民调解法 Art. 30); delegated and online ones only when signed. */
function effect({ state }: RenderRequest): string {
  const { agreement, regime } = state;
  const day = agreement?.agreedOn === undefined ? '＿＿＿＿年＿＿月＿＿日' : formatChinese(agreement.agreedOn);
  const agreed = `上列口头协议由各方当事人于${day}达成`;
  return regime === undefined || regime === 'people'
    ? `${agreed}，依照《中华人民共和国人民调解法》第三十条，自达成之日起生效。`
    : `${agreed}。`;
}

/**
 * F13 人民调解口头协议登记表: number, parties, facts, what was agreed, performance, mediator, seal, date (domain.md F13; laid out
 * after F12). The mediator records it (人民调解法 Art. 28); no party signs.
 */
export function f13Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, draft } = request;
  const { agreement } = state;
  if (agreement === undefined) throw new Error('F13 was laid out before it was ready');
  const on = agreement.agreedOn ?? shanghaiDateOf(request.printedAt);
  const title = FORMS[template.id].zh;
  const number = state.number === undefined ? '（未编号，草稿）' : `${state.number.text}${draft ? '（草稿）' : ''}`;
  const text = [
    ...factsPart(state, agreement, setter),
    ...clausesPart('经调解，自愿达成如下协议：', agreement, setter),
    ...performancePart(state.parties, agreement, setter),
    ...paragraphs(effect(request), setter),
  ];
  const places = [
    ...namedPlaces('人民调解员（签名）', state.mediators, 'blank'),
    { role: '人民调解委员会印章', name: organisation.name, room: 'seal', date: 'blank' } as const,
  ];
  return documentOf(request, template, [
    formTitle(title, setter, { number }),
    ...state.parties.map((party) => partyBlock(party, on, setter)),
    ...boundPlaces(text, places, setter, `${number}${title}`, '备注：此表由人民调解委员会填写。'),
  ]);
}
