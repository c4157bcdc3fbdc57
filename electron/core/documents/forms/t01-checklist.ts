import type { Attachment, CaseState } from '../../domain/case/case-state';
import { courtFeeEstimate, courtFeeWords } from '../../domain/court/court-fee';
import { FORMS } from '../../domain/forms/form-facts';
import { transferRequirements, type TransferRow } from '../../domain/transfer/requirements';
import { issuesOf, transferCourt, transferTypeOf } from '../../domain/transfer/transfer-case';
import { caseLine } from '../blocks/case-line';
import { paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { gridTable } from '../blocks/grid-table';
import { headingWithRoom, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LEADING, mm } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

const TYPES = { confirmation: '司法确认', filing: '立案' } as const;

/** Pages of what a row is made of, as far as it is there: issued papers and scans. */
function pagesOf(row: TransferRow, state: CaseState): number {
  const papers = row.papers.map((paper) => issuesOf(state, paper)[0]?.pages ?? 0);
  const scans = row.attachments
    .map((key) => state.attachments.find((each) => each.key === key))
    .filter((each): each is Attachment => each !== undefined)
    .map((each) => each.pages);
  return [...papers, ...scans].reduce((sum, pages) => sum + pages, 0);
}

function stateText(row: TransferRow, state: CaseState): string {
  if (row.state === 'missing') return '缺';
  if (row.state === 'not-applicable') return '不适用';
  if (row.papers.some((paper) => issuesOf(state, paper).length === 0)) return '可出具';
  return `有，${pagesOf(row, state)}页`;
}

function requirementTable(rows: readonly TransferRow[], state: CaseState, setter: TextSetter): FlowItem {
  return gridTable(
    [
      { title: '序号', width: mm(12), align: 'center' },
      { title: '材料', width: mm(52) },
      { title: '要求', width: mm(16), align: 'center' },
      { title: '情况', width: mm(22), align: 'center' },
      { title: '说明', width: '*' },
    ],
    rows.map((row, at) => [
      String(at + 1),
      row.zh,
      row.required ? '必须' : '按需',
      stateText(row, state),
      row.reason?.zh ?? '',
    ]),
    setter,
  );
}

/** The files of the package, once it is made. */
function fileFlow({ supplement }: RenderRequest, setter: TextSetter): readonly FlowItem[] {
  const files = supplement?.enclosures ?? [];
  if (files.length === 0) return [];
  const total = files.reduce((sum, file) => sum + file.pages, 0);
  const hash = supplement?.packageSha256;
  return [
    headingWithRoom(partHeading('移送文件', setter), 4 * LEADING.small),
    gridTable(
      [
        { title: '序号', width: mm(12), align: 'center' },
        { title: '文件', width: '*' },
        { title: '页数', width: mm(18), align: 'center' },
      ],
      files.map((file, at) => [String(at + 1), file.title, file.pages > 0 ? String(file.pages) : '—']),
      setter,
    ),
    ...paragraphs(`以上共${files.length}个文件，${total}页。`, setter),
    ...(hash === undefined ? [] : paragraphs(`内容校验值（SHA-256）：${hash}`, setter)),
  ];
}

function feeFlow(state: CaseState, setter: TextSetter): readonly FlowItem[] {
  const { amountFen } = state;
  const text =
    amountFen === undefined ? '没有登记标的额，未估算案件受理费。' : courtFeeWords(courtFeeEstimate(amountFen)).zh;
  const [first, ...rest] = paragraphs(text, setter);
  return [headingWithRoom(partHeading('诉讼费用估算', setter), 3 * LEADING.text), ...(first ? [first] : []), ...rest];
}

/** T01 移送材料清单: what the court asks for and what is there, the files of the package, the court-fee estimate (domain.md 4.4, 4.5). */
export function t01Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation } = request;
  const type = transferTypeOf(state);
  const court = transferCourt(state, type, organisation.court?.name);
  const rows = transferRequirements(state, type, organisation.court?.name);
  return documentOf(request, template, [
    formTitle(FORMS[template.id].zh, setter, { under: `（${TYPES[type]}）` }),
    ...paragraphs(`案件：${caseLine(state)}`, setter),
    ...(state.courtNumber ? paragraphs(`法院案号：${state.courtNumber}`, setter) : []),
    ...paragraphs(`移送法院：${court ?? '（未确定）'}`, setter),
    requirementTable(rows, state, setter),
    ...fileFlow(request, setter),
    ...(type === 'filing' ? feeFlow(state, setter) : []),
  ]);
}

/** The list can be made of any case that has parties: it names what is missing. */
export const t01Problems = ({ state }: RenderRequest): readonly DocumentProblem[] =>
  state.parties.length > 0
    ? []
    : [
        notReady(
          '还没有登记当事人，不能列出移送材料。',
          'There are no parties yet, so nothing can be listed.',
          'parties',
        ),
      ];
