import { paperData } from '../../domain/forms/paper-fields';
import { paragraphs } from '../blocks/clauses';
import { instantText } from '../blocks/day';
import { formTitle, partHeading } from '../blocks/form-title';
import { rowsBlock } from '../blocks/party-rows';
import { questionAnswer } from '../blocks/question-answer';
import { ruledText } from '../blocks/ruled-lines';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces } from '../blocks/signers';
import { bindToText, withHeading } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { FORMS } from '../../domain/forms/form-facts';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Ruled lines on which the person questioned writes by hand that the record is read and correct. */
const STATEMENT_LINES = 2;

/** The place for the statement in the person's own hand: usual practice, its words are left to the person (domain.md F09). */
const statement = (setter: TextSetter): PdfNode => ({
  stack: [
    ...paragraphs('被调查人阅看（或者听取宣读）后亲笔写明记录是否属实：', setter),
    ...ruledText('', setter, STATEMENT_LINES),
  ].map((item) => item.node),
});

/**
 * F09 人民调解调查记录: time, place, who was there, who was questioned, questions and answers, signatures (domain.md F09). The
 * person questioned signs in the foot of every page and writes on the last that the record is correct.
 */
export function f09Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const own = paperData(request.state.papers, 'F09', request.of);
  const title = FORMS[template.id].zh;
  const participants = (own.participants ?? []).map((name) => name.trim()).filter((name) => name !== '');
  const rows = [
    [
      { label: '时间', value: own.startedAt && instantText(own.startedAt), characters: 15 },
      { label: '地点', value: own.place },
    ],
    [{ label: '参加人', value: participants.join('、') }],
    [{ label: '被调查人', value: own.questioned }],
  ];
  const record = withHeading(partHeading('记录：', setter), questionAnswer(own.record ?? '', setter));
  const places = [
    ...namedPlaces('被调查人（签名）', own.questioned === undefined ? [] : [own.questioned], 'blank'),
    ...(participants.length === 0 ? [] : namedPlaces('参加人（签名）', participants, 'blank')),
    ...namedPlaces('调查人（签名）', own.inquirer === undefined ? request.state.mediators : [own.inquirer], 'blank'),
    ...namedPlaces('记录人（签名）', [own.recorder ?? request.state.recorder ?? ''], 'blank'),
  ];
  const flow = [
    formTitle(title, setter),
    rowsBlock(rows, setter),
    ...boundPlaces(bindToText(record, statement(setter)), places, setter, title),
  ];
  return documentOf(request, template, flow, { signFoot: '被调查人（签名）' });
}
