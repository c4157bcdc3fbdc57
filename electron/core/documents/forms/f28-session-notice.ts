import type { CaseState } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { caseLine } from '../blocks/case-line';
import { paragraphs } from '../blocks/clauses';
import { formTitle } from '../blocks/form-title';
import { labelTable } from '../blocks/grid-table';
import { SIDE_NAMES } from '../blocks/labels';
import { momentInText } from '../blocks/pen-places';
import { boundPlaces } from '../blocks/sign-places';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Millimetres of a row that is written in by hand. */
const PEN = 8;

/** The parties by side and name, with their agents; numbers and addresses do not go to the other side. */
const partiesText = ({ parties }: CaseState): string =>
  parties
    .map((party) => {
      const agents = (party.representatives ?? []).map((each) => each.name).join('、');
      return `${SIDE_NAMES[party.side]}：${party.name}${agents === '' ? '' : `（委托代理人：${agents}）`}`;
    })
    .join('\n');

/**
 * F28 调解通知书: time and place are told to every party (特邀调解规定 Art. 14; domain.md F28), with mediators, what to bring,
 * a telephone number and the way of service. One text for all parties.
 */
export function f28Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const own = paperData(state.papers, 'F28', of);
  const title = FORMS[template.id].zh;
  const line = caseLine(state);
  const rows = [
    { label: '当事人', text: partiesText(state), least: 2 * PEN },
    { label: '时间', text: momentInText(own.at), least: PEN },
    { label: '地点、房间或者在线会议', text: own.place ?? '', least: 1.5 * PEN },
    { label: '人民调解员', text: state.mediators.join('、'), least: PEN },
    { label: '需带材料', text: (own.bring ?? []).map((each, at) => `${at + 1}. ${each}`).join('\n'), least: 3 * PEN },
    { label: '联系电话', text: own.contact ?? organisation.phone ?? '', least: PEN },
    { label: '送达方式', text: own.delivery ?? '', least: PEN },
  ];
  const text = [
    ...paragraphs(
      '请按时参加调解。不能按时参加、需要更改时间或者不愿意调解的，请提前告知。委托他人参加的，代理人应当提交授权委托书。',
      setter,
    ),
    ...paragraphs(
      '调解不收取任何费用（人民调解法第四条）。当事人有权接受调解、拒绝调解或者要求终止调解（第二十三条）。',
      setter,
    ),
  ];
  const seal = {
    role: '人民调解委员会印章',
    name: organisation.name,
    room: 'seal',
    date: own.issuedOn ?? 'blank',
  } as const;
  return documentOf(request, template, [
    formTitle(title, setter),
    ...paragraphs(`本委员会定于下列时间、地点就${line === '' ? '本案纠纷' : line}进行调解，特此通知：`, setter),
    labelTable(rows, setter),
    ...boundPlaces(text, [seal], setter, title),
  ]);
}
