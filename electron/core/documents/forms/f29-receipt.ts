import { disputeType, disputeTypeName } from '../../domain/checks/dispute-type';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { formTitle, partHeading } from '../blocks/form-title';
import { gridTable, LABEL_CONTENT_WIDTH, labelTable } from '../blocks/grid-table';
import { SIDE_NAMES } from '../blocks/labels';
import { dayInText, momentInText } from '../blocks/pen-places';
import { notes } from '../blocks/notes';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces } from '../blocks/signers';
import { yesNoBoxes } from '../blocks/yes-no';
import { withHeading } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import { periodEnd } from './f29-period';
import type { FormTemplate } from './form-template';

/** Millimetres of a row that is written in by hand. */
const PEN = 8;
const LEAST_MATERIALS = 4;

/** 案由 as the court names it where only one fits, else the type of the dispute. */
function causeOf(code: string | undefined): string {
  if (code === undefined) return '';
  const causes = disputeType(code)?.cause ?? [];
  return causes.length === 1 ? (causes[0] ?? '') : disputeTypeName(code);
}

const NOTES = [
  '调解期限自特邀调解组织或者特邀调解员签字接收法院移交材料之日起计算（特邀调解规定第二十七条）；在线调解的，自在人民法院调解平台确认接受之日起计算（在线调解规则第二十四条）。',
  '在线委派、委托的，应当在三个工作日内确认是否接受；不接受的，应当写明理由（在线调解规则第十二条）。',
];

/**
 * F29 委派（委托）调解材料接收确认: court, number, parties, cause, materials, who received them and when, the computed end of the
 * period, and whether the case is taken (特邀调解规定 Art. 27; 在线调解规则 Arts. 12, 24; domain.md F29).
 */
export function f29Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const own = paperData(state.papers, 'F29', of);
  const title = FORMS[template.id].zh;
  const parties = state.parties.map((party) => `${SIDE_NAMES[party.side]}：${party.name}`).join('\n');
  const head = [
    { label: '法院', text: state.court ?? '', least: PEN },
    { label: '案号', text: state.courtNumber ?? '', least: PEN },
    { label: '当事人', text: parties, least: 1.5 * PEN },
    { label: '案由', text: causeOf(state.disputeType), least: PEN },
  ];
  const answer = [
    { label: '接收时间', text: momentInText(state.receivedAt), least: PEN },
    { label: '期限届满日', text: periodEnd(state), least: PEN },
    {
      label: '是否接受',
      text: [yesNoBoxes(own.accepted, setter, { width: LABEL_CONTENT_WIDTH }, ['接受', '不接受'])],
    },
    { label: '不接受的理由', text: own.refusalReason ?? '', least: PEN },
    { label: '答复日期', text: dayInText(own.acceptedOn), least: PEN },
  ];
  const materials = (own.materials ?? []).map((each, index) => [String(index + 1), each]);
  const columns = [
    { title: '序号', width: 40, align: 'center' },
    { title: '材料名称和份数', width: '*' },
  ] as const;
  const places = namedPlaces('接收人（签名）', own.receiver === undefined ? [] : [own.receiver], undefined);
  return documentOf(request, template, [
    formTitle(title, setter),
    labelTable(head, setter),
    ...withHeading(partHeading('收到材料：', setter), []),
    gridTable(columns, materials, setter, { leastRows: LEAST_MATERIALS }),
    labelTable(answer, setter),
    ...boundPlaces(notes(NOTES, setter), places, setter, title),
  ]);
}
