import { dayOrBlank } from '../blocks/day';
import type { CaseState } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { formTitle } from '../blocks/form-title';
import { signPlaces } from '../blocks/sign-places';
import { bindToText, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { partyRows, type PartyExtras } from './complaint-parties';
import { elementPart, filled, yesNo, type ElementPiece, type ElementRow } from './complaint-table';
import { conflictProblems } from './conflict-problems';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

/** Own data that both complaints have, as far as the common parts use it. */
interface CommonData extends PartyExtras {
  readonly forumAgreed?: boolean | undefined;
  readonly forumClause?: string | undefined;
  readonly preserved?: boolean | undefined;
  readonly preservingCourt?: string | undefined;
  readonly preservedOn?: string | undefined;
  readonly preservationNumber?: string | undefined;
  readonly knowsMediation?: boolean | undefined;
  readonly knowsBenefits?: boolean | undefined;
  readonly considersMediation?: string | undefined;
  readonly signedOn?: string | undefined;
}

const NOTES: readonly string[] = [
  '1. 请在理解各栏含义后填写；没有的写“无”，不清楚的可以空着，由法院释明。方框按实际情况打勾。',
  '2. 本状由调解案件的登记信息生成，原告即调解申请人，被告即被申请人；空白处请手写补充，签字盖章前请逐项核对。',
  '3. 起诉应当如实陈述，提供虚假证据、虚假诉讼的，依法承担责任。',
];

/** What mediation before a trial offers, in five statements that are each ticked. */
const BENEFITS: readonly string[] = [
  '先行调解不收取费用，也不影响调解不成后继续诉讼。',
  '调解用时通常短于审判，便于及早实现权利。',
  '当事人可以自行商定金额、期限和方式，安排更灵活。',
  '调解过程不公开，有利于保护隐私和维持往来。',
  '达成的协议可以依法申请司法确认，具有强制执行力。',
];

/** Texts numbered 1. 2. …; one alone stands as it is. */
export const numbered = (texts: readonly string[]): readonly string[] => {
  const said = texts.map((text) => text.trim()).filter((text) => text !== '');
  return said.length === 1 ? said : said.map((text, at) => `${at + 1}. ${text}`);
};

/** The evidence of the plaintiffs, numbered, with where it comes from. */
export function evidenceLines(state: CaseState): readonly string[] {
  const plaintiffs = new Set(state.parties.filter((party) => party.side === 'applicant').map((party) => party.key));
  const lines = state.evidence
    .filter((item) => plaintiffs.has(item.by))
    .map(({ name, source, proves, pages }) => {
      const rest = [source && `来源：${source}`, proves && `证明：${proves}`, pages && `${pages}页`].filter(Boolean);
      return rest.length > 0 ? `${name}（${rest.join('；')}）` : name;
    });
  return lines.length > 0 ? lines.map((line, at) => `${at + 1}. ${line}`) : [''];
}

function forumRows(data: CommonData): readonly ElementRow[] {
  return [
    {
      label: '有无仲裁、法院管辖约定',
      pieces: [yesNo(data.forumAgreed, '有', '无'), filled('合同条款及内容', data.forumClause)],
    },
    {
      label: '是否已经诉前保全',
      pieces: [
        yesNo(data.preserved),
        filled('保全法院', data.preservingCourt),
        filled('保全时间', dayOrBlank(data.preservedOn)),
        filled('保全案号', data.preservationNumber),
      ],
    },
  ];
}

function wishRows(data: CommonData): readonly ElementRow[] {
  const known = (value: boolean | undefined): ElementPiece => yesNo(value, '了解', '不了解');
  const chosen = data.considersMediation;
  return [
    { label: '是否了解调解作为解决纠纷的方式', pieces: [known(data.knowsMediation)] },
    {
      label: '是否了解先行调解解决纠纷的好处',
      pieces: BENEFITS.flatMap((text, at): readonly ElementPiece[] => [
        `${at + 1}. ${text}`,
        known(data.knowsBenefits),
      ]),
    },
    {
      label: '是否考虑先行调解',
      pieces: [
        {
          boxes: [
            { label: '是', ticked: chosen === 'yes' },
            { label: '否', ticked: chosen === 'no' },
          ],
        },
        { boxes: [{ label: '暂不确定，想要了解更多内容', ticked: chosen === 'undecided' }], perLine: 1 },
      ],
    },
  ];
}

function signature(state: CaseState, data: CommonData, setter: TextSetter): FlowItem {
  const places = state.parties
    .filter((party) => party.side === 'applicant')
    .map((party) => ({
      role: '具状人（签字、盖章）',
      name: party.name,
      room: party.kind === 'person' ? ('fingerprint' as const) : ('seal' as const),
      date: data.signedOn ?? ('blank' as const),
    }));
  return signPlaces(places, setter);
}

/**
 * An element complaint（要素式民事起诉状）in the seven parts of domain.md 4.5: notes, parties, claims, agreed court and
 * preservation, facts, views on mediation, signature. Claims and facts are the rows of the kind of dispute.
 */
export function complaintDocument(
  request: RenderRequest,
  template: FormTemplate,
  setter: TextSetter,
  data: CommonData,
  rows: { readonly claims: readonly ElementRow[]; readonly facts: readonly ElementRow[] },
): FormDocument {
  const { state } = request;
  const body = [
    ...elementPart('说明', [{ label: '填写说明', pieces: NOTES }], setter),
    ...elementPart('当事人信息', partyRows(state, data), setter),
    ...elementPart('诉讼请求', [{ label: '诉讼请求', pieces: numbered(state.claims) }, ...rows.claims], setter),
    ...elementPart('约定管辖和诉前保全', forumRows(data), setter),
    ...elementPart('事实与理由', [{ label: '事实与理由', pieces: [state.facts] }, ...rows.facts], setter),
    ...elementPart('对纠纷解决方式的意愿', wishRows(data), setter),
  ];
  return documentOf(request, template, [
    formTitle('民事起诉状', setter, { under: FORMS[template.id].zh.replace('民事起诉状', '') }),
    ...bindToText(body, signature(state, data, setter).node),
  ]);
}

/** What is missing to print a complaint: both sides, claims, facts, and no field with two values (domain.md 4.5). */
export function complaintProblems({ state, form }: RenderRequest): readonly DocumentProblem[] {
  const named = (side: string): boolean =>
    state.parties.some((party) => party.side === side && party.name.trim() !== '');
  return [
    ...(named('applicant')
      ? []
      : [notReady('缺少原告（申请人），请先登记。', 'There is no plaintiff; enter one.', 'parties')]),
    ...(named('respondent')
      ? []
      : [notReady('缺少被告（被申请人），请先登记。', 'There is no defendant; enter one.', 'parties')]),
    ...(state.claims.some((claim) => claim.trim() !== '')
      ? []
      : [notReady('没有填写诉讼请求。', 'There are no claims.', 'case.claims')]),
    ...(state.facts.trim() === '' ? [notReady('没有填写事实与理由。', 'There are no facts.', 'case.facts')] : []),
    ...conflictProblems(state, new RegExp(`^((case|party|evidence)\\.|paper\\.(${form}|F19)\\.)`, 'u')),
  ];
}
