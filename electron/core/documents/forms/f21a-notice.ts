import type { CaseState, Party } from '../../domain/case/case-state';
import { acceptedOnOf } from '../../domain/case/mediation-span';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { formatChinese } from '../../domain/time/chinese-date';
import { caseLine } from '../blocks/case-line';
import { letter } from '../blocks/letter';
import type { FormDocument } from '../layout/form-document';
import { LETTER } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { commonProblems, partyOf } from './common-problems';
import { documentOf, numberOf } from './document-of';
import { endingWords } from './ending-words';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

/** How a letter speaks to a party. */
export const youOf = (party: Party | undefined): string => (party?.kind === 'organisation' ? '你单位' : '你');

/** The ways that remain（人民调解法 Art. 26）, in our own words. */
export const remedies = (you: string): string =>
  `${you}可以依法通过仲裁、行政、司法等途径维护自己的权利：有仲裁协议的，可以申请仲裁；属于金融管理部门等行政机关职责范围的，可以向其投诉或者申请处理；也可以向有管辖权的人民法院起诉。请注意诉讼时效等期限。`;

/** A notice of ending needs an ending without agreement (人民调解法 Art. 26; domain.md F21a). */
export function endingProblems({ state }: RenderRequest): readonly DocumentProblem[] {
  if (state.ending !== undefined && state.ending.reason !== 'settled') return [];
  return [
    notReady(
      state.ending === undefined
        ? '调解还没有终止。请先在“结案”里填写终止原因和日期。'
        : '本案以达成协议结案，不需要终止调解的文书。',
      state.ending === undefined
        ? 'The mediation has not ended: enter the reason and day under Ending.'
        : 'The case was settled: it needs no paper about an ending.',
      'ending.reason',
    ),
  ];
}

export const f21aProblems = (request: RenderRequest): readonly DocumentProblem[] => [
  ...commonProblems(request),
  ...endingProblems(request),
];

function courseOf(state: CaseState): string {
  const accepted = acceptedOnOf(state);
  const number = state.courtNumber === undefined ? '' : `（法院案号：${state.courtNumber}）`;
  const from = accepted === undefined ? '由' : `于${formatChinese(accepted)}由`;
  const mediators = state.mediators.length === 0 ? '' : `，人民调解员为${state.mediators.join('、')}`;
  const line = caseLine(state);
  return `${line === '' ? '有关纠纷' : line}一案${number}，${from}本委员会受理${mediators}。`;
}

/** What a delegating court still does (特邀调解规定 Art. 21), empty for other cases. */
function courtSentence({ source, court }: CaseState): string {
  const name = court ?? '人民法院';
  if (source === 'court-delegation') return `本案由${name}委派调解，有关材料将依规定移送该院。`;
  return source === 'court-entrustment' ? `本案由${name}委托调解，有关材料将退回该院，由其继续审理。` : '';
}

/** F21a 终止调解通知书, one to each party: case, result, remedies, seal and day (人民调解法 Art. 26; domain.md F21a). */
export function f21aDocument(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const { ending } = state;
  if (ending === undefined) throw new Error('F21A was laid out before it was ready');
  const party = partyOf(request);
  const own = paperData(state.papers, 'F21A', of);
  const typed = own.result?.trim() ?? '';
  const told = typed === '' ? `${endingWords(ending.reason)}，调解不成` : typed;
  const how = told.endsWith('。') ? told : `${told}。`;
  const flow = letter(
    {
      committee: organisation.name,
      number: numberOf(request),
      title: FORMS[template.id].zh,
      to: party?.name ?? '',
      body: [
        courseOf(state),
        `${how}依照《中华人民共和国人民调解法》第二十六条的规定，本委员会于${formatChinese(ending.on)}终止本案调解。`,
        courtSentence(state),
        remedies(youOf(party)),
      ],
      closing: '特此通知。',
      from: organisation.name,
      on: own.issuedOn,
    },
    setter,
  );
  return documentOf(request, template, flow, { page: LETTER, foot: 'letter' });
}
