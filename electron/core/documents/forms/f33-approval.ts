import { APPROVAL_COLUMNS, COURSE_FIELDS } from '../../domain/forms/fields/course';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes, choiceName } from '../blocks/choice-name';
import { instantText } from '../blocks/day';
import { formTitle, partHeading } from '../blocks/form-title';
import { gridTable, LABEL_CONTENT_WIDTH, labelTable } from '../blocks/grid-table';
import { notes } from '../blocks/notes';
import { tickBoxes } from '../blocks/tick-boxes';
import { headingWithRoom } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { mm } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Rows of the chain of opinions that are printed at least. */
const ROWS = 4;
/** Room that the header of the chain and its first row need under their heading. */
const CHAIN_START = 70;

const COLUMNS = [
  { title: '层级', width: mm(22), align: 'center' },
  { title: '审批人', width: mm(22), align: 'center' },
  { title: '结果', width: mm(17), align: 'center' },
  { title: '意见或理由', width: '*' },
  { title: '时间', width: mm(43), align: 'center' },
] as const;

/**
 * F33 调解审批表: the matter, who asked and when, what is asked, and the chain of opinions in their order (domain.md F33). It
 * prints what was entered as 电子审批; that is no signature (电子签名法 Art. 13), and the paper says so.
 */
export function f33Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const own = paperData(state.papers, 'F33', of);
  const chain = own.chain ?? [];
  const matters = tickBoxes(choiceBoxes(COURSE_FIELDS.F33, 'matter', own.matter), setter, {
    width: LABEL_CONTENT_WIDTH,
    perLine: 4,
  });
  const head = labelTable(
    [
      { label: '案件', text: caseLine(state) },
      { label: '事项', text: [matters] },
      { label: '申请人', text: own.applicant ?? '' },
      { label: '申请时间', text: own.askedAt === undefined ? '' : instantText(own.askedAt) },
      { label: '申请内容', text: own.content ?? '', least: 24 },
    ],
    setter,
  );
  const rows = chain.map((each) => [
    each.level ?? '',
    each.approver ?? '',
    choiceName(APPROVAL_COLUMNS, 'result', each.result),
    each.reason ?? '',
    each.at === undefined ? '' : instantText(each.at),
  ]);
  const electronic = chain.length > 0;
  const remarks = [
    '本表按系统中登记的申请和审批意见打印，标明“电子审批”。',
    '电子审批是审批记录，不是电子签名；依法须由本人签名或者加盖印章的文书，另行签名、盖章。',
  ];
  return documentOf(request, template, [
    formTitle(FORMS[template.id].zh, setter, electronic ? { under: '（电子审批）' } : {}),
    head,
    headingWithRoom(partHeading('审批意见：', setter), CHAIN_START),
    gridTable(COLUMNS, rows, setter, { leastRows: ROWS }),
    ...(electronic ? notes(remarks, setter) : []),
  ]);
}
