import { endingBoxes, trackSuggestion } from '../../domain/forms/ending-report';
import { CLOSING_FIELDS } from '../../domain/forms/fields/closing';
import { FORMS } from '../../domain/forms/form-facts';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { formatChinese } from '../../domain/time/chinese-date';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes } from '../blocks/choice-name';
import { instantText } from '../blocks/day';
import { formTitle } from '../blocks/form-title';
import { LABEL_CONTENT_WIDTH, labelTable } from '../blocks/grid-table';
import { notes } from '../blocks/notes';
import { signPlaces } from '../blocks/sign-places';
import { tickBoxes } from '../blocks/tick-boxes';
import { bindToText, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LEADING, SIZE } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import { focusOf, stepsOf } from './f21b-readiness';
import type { FormTemplate } from './form-template';

const NOTES = [
  '本表由主持调解的人民调解员如实填写。“繁简分流建议”仅供人民法院参考。',
  '当事人为达成调解协议作出妥协而认可的事实，不得在诉讼中作为对其不利的证据（《特邀调解规定》第二十二条、《在线调解规则》第十八条）；各方确认的无争议事实另附确认书。',
];

/** Boxes of the reasons, with the text of 其他 behind its box. */
function reasonBoxes({ state }: RenderRequest, setter: TextSetter): FlowItem {
  const { ticked, other } = endingBoxes(state);
  const boxes = choiceBoxes(CLOSING_FIELDS.F21B, 'reasons', ticked).map((box, at, all) =>
    at === all.length - 1 && other !== '' ? { ...box, label: `${box.label}：${other}` } : box,
  );
  return tickBoxes(boxes, setter, { width: LABEL_CONTENT_WIDTH, type: 'small' });
}

/** 简案 or 繁案 with the reason under it; what nobody typed says that it is proposed. */
function suggestionCell({ state }: RenderRequest, setter: TextSetter): readonly FlowItem[] {
  const suggestion = trackSuggestion(state);
  const boxes = tickBoxes(choiceBoxes(CLOSING_FIELDS.F21B, 'suggestion', suggestion?.value), setter, {
    width: LABEL_CONTENT_WIDTH,
    perLine: 3,
    type: 'small',
  });
  if (suggestion === null || suggestion.reason === '') return [boxes];
  const lines = setter.lines(`建议理由：${suggestion.reason}`, {
    size: SIZE.small,
    leading: LEADING.small,
    width: LABEL_CONTENT_WIDTH,
  });
  return [boxes, { node: { stack: lines }, textLines: lines.length }];
}

/**
 * F21b 诉前案件终止调解情况表: course of the mediation, reasons, proposal of the track, matter in dispute, remark, days of
 * receipt and ending, then what 在线调解规则 Art. 21 asks besides (domain.md F21b).
 */
export function f21bDocument(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation } = request;
  const own = paperData(state.papers, 'F21B', WHOLE_CASE);
  const steps = stepsOf(state).map((step, at) => `${at + 1}．${step}`);
  const table = labelTable(
    [
      { label: '案件', text: caseLine(state) },
      { label: '法院及案号', text: [state.court, state.courtNumber].filter((text) => text !== undefined).join('　') },
      { label: '调解组织', text: organisation.name },
      { label: '调解过程摘要', text: steps.join('\n'), least: 30 },
      { label: '终止的原因', text: [reasonBoxes(request, setter)] },
      { label: '繁简分流建议', text: suggestionCell(request, setter) },
      { label: '争议焦点', text: focusOf(state), least: 14 },
      { label: '备注', text: own.remark ?? '', least: 10 },
      { label: '接收调解时间', text: state.receivedAt === undefined ? '' : instantText(state.receivedAt) },
      { label: '调解终止时间', text: state.ending === undefined ? '' : formatChinese(state.ending.on) },
      { label: '增加对方成本行为', text: own.costActs?.trim() ?? '' },
      { label: '提示法院的事项', text: own.hints?.trim() ?? '' },
    ],
    setter,
  );
  const mediators = state.mediators.length > 0 ? state.mediators : [undefined];
  const places = signPlaces(
    [
      ...mediators.map((name) => ({ role: '人民调解员', name, room: 'signature' }) as const),
      { role: '印章', name: organisation.name, room: 'seal', date: own.reportedOn ?? 'blank' },
    ],
    setter,
  );
  return documentOf(request, template, [
    formTitle(FORMS[template.id].zh, setter),
    table,
    ...bindToText(notes(NOTES, setter), places.node),
  ]);
}
