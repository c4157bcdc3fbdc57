import type { SessionMode, SessionResult } from '../../domain/case/vocabulary';
import { FORMS } from '../../domain/forms/form-facts';
import { partiesPresent, presentLines } from '../blocks/attendance';
import { paragraphs } from '../blocks/clauses';
import { instantText } from '../blocks/day';
import { formTitle, partHeading } from '../blocks/form-title';
import { rowsBlock } from '../blocks/party-rows';
import { questionAnswer } from '../blocks/question-answer';
import { ruledText } from '../blocks/ruled-lines';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces, partyPlaces } from '../blocks/signers';
import { tickBoxes } from '../blocks/tick-boxes';
import { withHeading, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Ruled lines of a record that is still to be written. */
const HAND_LINES = 12;

const MODE_NAMES: Readonly<Record<SessionMode, string>> = {
  'on-site': '现场调解',
  remote: '远程调解',
  telephone: '电话调解',
};

/** 调解结果 in the order of the form (domain.md F11). */
const RESULTS: readonly (readonly [SessionResult, string])[] = [
  ['settled', '① 调解成功'],
  ['not-settled', '② 调解不成'],
  ['to-be-continued', '③ 有待继续调解'],
];

/** The record, or ruled lines for one that is written by hand. */
const recordFlow = (record: string, setter: TextSetter): readonly FlowItem[] =>
  record.trim() === '' ? ruledText('', setter, HAND_LINES) : questionAnswer(record, setter);

/**
 * F11 人民调解记录 of one session: time, manner, place, who was present, who was invited, the fixed line, the record, its
 * result, signatures (domain.md F11; 人民调解法 Art. 27). The record flows over as many pages as it needs.
 */
export function f11Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const session = state.sessions.find((each) => each.id === of);
  if (session === undefined) throw new Error('F11 was laid out before it was ready');
  const title = FORMS[template.id].zh;
  const participants = session.participants.map((name) => name.trim()).filter((name) => name !== '');
  const rows = [
    [
      { label: '时间', value: instantText(session.startedAt), characters: 16 },
      { label: '方式', value: MODE_NAMES[session.mode] },
    ],
    [{ label: '地点', value: session.place }],
    [{ label: '当事人', value: presentLines(state, session) }],
    [{ label: '参加人', value: participants.join('、') }],
  ];
  const boxes = tickBoxes(
    RESULTS.map(([result, label]) => ({ label, ticked: session.result === result })),
    setter,
    { perLine: 3 },
  );
  const text = [
    ...paragraphs('人民调解委员会已将人民调解的相关规定告知各方当事人。', setter),
    ...withHeading(partHeading('调解记录：', setter), recordFlow(session.record, setter)),
    ...withHeading(partHeading('调解结果：', setter), [boxes]),
    ...paragraphs('以上记录经各方当事人阅看或者向其宣读，确认无误后签名。', setter),
  ];
  const places = [
    ...partyPlaces('当事人（签名盖章或按指印）', partiesPresent(state, session), 'blank'),
    ...(participants.length === 0 ? [] : namedPlaces('参加人（签名）', participants, 'blank')),
    ...namedPlaces('人民调解员（签名）', state.mediators, 'blank'),
    ...namedPlaces('记录人（签名）', [state.recorder ?? ''], 'blank'),
  ];
  return documentOf(request, template, [
    formTitle(title, setter),
    rowsBlock(rows, setter),
    ...boundPlaces(text, places, setter, title),
  ]);
}
