import type { CaseState, Party } from '../../domain/case/case-state';
import { acceptedOnOf } from '../../domain/case/mediation-span';
import type { Source } from '../../domain/case/vocabulary';
import { FORMS } from '../../domain/forms/form-facts';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import type { CalendarDate } from '../../domain/time/calendar-date';
import { dayCell, dayOrBlank, places } from '../blocks/day';
import { formTitle } from '../blocks/form-title';
import { LABEL_CONTENT_WIDTH, labelTable } from '../blocks/grid-table';
import { DOCUMENT_NUMBER_LABELS, SIDE_NAMES } from '../blocks/labels';
import { maskedAccount, maskedId } from '../blocks/masked';
import { tickBoxes } from '../blocks/tick-boxes';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import { outcomeSentence } from './ending-words';
import type { FormTemplate } from './form-template';

/** The boxes of 案件来源 in their order (domain.md F26). */
const SOURCE_BOXES = ['当事人申请', '调委会主动调解', '公安机关移交', '审判机关委托', '政府部门指定'] as const;

/** The box of a source; null leaves the choice to the pen. */
const BOX_OF: Readonly<Record<Source, (typeof SOURCE_BOXES)[number] | null>> = {
  'party-application': '当事人申请',
  'bank-application': '当事人申请',
  'court-delegation': '审判机关委托',
  'court-entrustment': '审判机关委托',
  'regulator-transfer': '政府部门指定',
  'hotline-referral': '政府部门指定',
  'petition-transfer': '政府部门指定',
  screening: '调委会主动调解',
  other: null,
};

function sourceBox({ source, application }: CaseState): string | null {
  if (application === 'own-motion') return '调委会主动调解';
  return source === undefined ? null : BOX_OF[source];
}

/** Name, masked identity number, address and telephone of a party. */
function partyText(party: Party): string {
  const { document, creditCode } = party;
  const number =
    creditCode !== undefined
      ? `统一社会信用代码：${creditCode}`
      : document &&
        `${DOCUMENT_NUMBER_LABELS[document.type]}：${document.type === 'credit-code' ? document.number : maskedId(document.number)}`;
  return [
    `${SIDE_NAMES[party.side]}：${party.name}`,
    number,
    party.address && `住址：${party.address}`,
    party.phone && `电话：${party.phone}`,
  ]
    .filter((text) => text !== undefined && text !== '')
    .join('　');
}

/** Numbers of identity papers and accounts inside running text, masked: this paper leaves the room (domain.md 6.9). */
const maskedText = (text: string): string =>
  text
    .replaceAll(/(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])/gu, maskedId)
    .replaceAll(/(?<![0-9A-Za-z])[0-9]{12,19}(?![0-9A-Za-z])/gu, maskedAccount);

/** 结案时间: when all payments were made, as their receipts say, else the day of the ending. */
function closedOn({ agreement, papers, ending }: CaseState): CalendarDate | undefined {
  const paid = (agreement?.payments ?? []).map((_, at) => paperData(papers, 'F14', String(at + 1)).paidOn);
  const days = paid.filter((day) => day !== undefined);
  const performed = paid.length > 0 && days.length === paid.length ? [...days].sort().at(-1) : undefined;
  return performed ?? ending?.on;
}

/**
 * F26 人民调解结案报告表: number of the dossier, day of the report, who handled the case, days of acceptance and closing,
 * parties, source, facts, result, opinion of the chair (domain.md F26). Identity numbers are masked.
 */
export function f26Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation } = request;
  const own = paperData(state.papers, 'F26', WHOLE_CASE);
  const result = own.result?.trim() ?? '';
  const filed = own.filledOn ?? paperData(state.papers, 'F01', WHOLE_CASE).filedOn;
  const ticked = sourceBox(state);
  const boxes = tickBoxes(
    SOURCE_BOXES.map((label) => ({ label, ticked: label === ticked })),
    setter,
    { width: LABEL_CONTENT_WIDTH, perLine: 3, type: 'small' },
  );
  const table = labelTable(
    [
      { label: '卷号', text: state.number?.text ?? '' },
      { label: '填表时间', text: dayCell(filed, setter) },
      { label: '承办单位', text: organisation.name },
      { label: '承办人', text: own.handler ?? state.mediators.join('、') },
      { label: '受案时间', text: dayCell(acceptedOnOf(state), setter) },
      { label: '结案时间', text: dayCell(closedOn(state), setter) },
      { label: '当事人信息', text: state.parties.map(partyText).join('\n'), least: 20 },
      { label: '案件来源', text: [boxes] },
      { label: '纠纷简要事实', text: maskedText(state.facts), least: 40 },
      { label: '处理结果', text: result === '' ? outcomeSentence(state) : result, least: 22 },
      {
        label: '负责人意见',
        text: `${own.chairOpinion ?? ''}\n\n负责人（签名）：${places(6)}${dayOrBlank(undefined)}`,
        least: 26,
      },
    ],
    setter,
  );
  return documentOf(request, template, [formTitle(FORMS[template.id].zh, setter), table]);
}
