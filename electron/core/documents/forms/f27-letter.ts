import { FORMS } from '../../domain/forms/form-facts';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { cutOffPart } from '../blocks/counterfoil';
import { fieldRow } from '../blocks/field-row';
import { gridTable } from '../blocks/grid-table';
import { LETTER_WIDTH, headed, letterHead, letterParagraphs, letterSignature } from '../blocks/letter';
import { tickBoxes } from '../blocks/tick-boxes';
import { bindToText, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LETTER, SIZE, mm } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf, numberOf } from './document-of';
import { caseSentence, contactOf, courseSentence, courtOf, resultSentence } from './f27-text';
import type { FormTemplate } from './form-template';

/** 附件清单 with page counts; a draft that is made without the package points to the list. */
function enclosures(request: RenderRequest, setter: TextSetter): readonly FlowItem[] {
  const files = request.supplement?.enclosures ?? [];
  if (files.length === 0) return letterParagraphs(['附件：见清单'], setter);
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const table = gridTable(
    [
      { title: '序号', width: mm(14), align: 'center' },
      { title: '附件名称', width: '*' },
      { title: '页数', width: mm(20), align: 'center' },
    ],
    files.map((file, index) => [String(index + 1), file.title, String(file.pages)]),
    setter,
    { width: LETTER_WIDTH },
  );
  return [...letterParagraphs([`附件：共${files.length}件${pages}页，清单如下。`], setter), table];
}

/** The hash of the package in small type: what it is for, and nothing that it cannot show. */
function hashLines(request: RenderRequest, setter: TextSetter): readonly FlowItem[] {
  const hash = request.supplement?.packageSha256;
  if (hash === undefined) return [];
  const words = `随函电子材料包的 SHA-256 校验值：${hash}。贵院可以据此核对收到的材料包与移送时是否一致。`;
  const lines = setter.lines(words, { size: SIZE.note, leading: 15, width: LETTER_WIDTH });
  return [{ node: { stack: lines, margin: [0, 4, 0, 4] }, textLines: lines.length }];
}

/** 回执: who received the material and when, and the court's answer, to be sent back. */
function receipt(request: RenderRequest, setter: TextSetter): FlowItem {
  const { state } = request;
  const row = (fields: Parameters<typeof fieldRow>[0]) => fieldRow(fields, LETTER_WIDTH, setter).node;
  const boxes = tickBoxes(
    ['接收', '退回补正', '不予受理'].map((label) => ({ label, ticked: false })),
    setter,
    { width: mm(110), perLine: 3, type: 'small' },
  );
  return cutOffPart(
    {
      title: '回　执',
      under: `（请填写后退回${request.organisation.name}）`,
      content: [
        row([{ label: '来函文号', value: numberOf(request) }]),
        row([{ label: '案件名称', value: caseLine(state) }]),
        {
          stack: [...setter.lines('接收意见：', { size: SIZE.small, leading: 17, width: mm(24) })],
          margin: [0, 8, 0, -17],
        },
        { stack: [boxes.node], margin: [mm(24), 0, 0, 4] },
        row([{ label: '理由', value: '\n' }]),
        row([{ label: '法院接收人（签名）', value: undefined, characters: 9 }, { label: '接收日期' }]),
      ],
    },
    LETTER_WIDTH,
    setter,
  );
}

/**
 * F27 移送函 to the court: number, court, case, course, result, enclosures with their pages, contact, seal, day, and the
 * receipt to cut off (domain.md F27; the layout is our own in the manner of GB/T 9704-2012).
 */
export function f27Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation } = request;
  const head = letterHead(
    {
      committee: organisation.name,
      number: numberOf(request),
      title: FORMS[template.id].zh,
      to: courtOf(state, organisation),
    },
    setter,
  );
  const body = letterParagraphs([caseSentence(state), courseSentence(state), resultSentence(state)], setter);
  const contact = contactOf(state, organisation);
  const end = [
    ...hashLines(request, setter),
    ...letterParagraphs([contact === '' ? '' : `联系人：${contact}`, '专此函达。'], setter),
  ];
  const on = paperData(state.papers, 'F27', WHOLE_CASE).issuedOn;
  const flow = [
    ...headed(head, body),
    ...enclosures(request, setter),
    ...bindToText(end, letterSignature(organisation.name, on, setter)),
    receipt(request, setter),
  ];
  return documentOf(request, template, flow, { page: LETTER, foot: 'letter' });
}
