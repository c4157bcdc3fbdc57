import type { CaseState, Party } from '../../domain/case/case-state';
import { COURSE_FIELDS } from '../../domain/forms/fields/course';
import { FORMS } from '../../domain/forms/form-facts';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { shanghaiDateOf } from '../../domain/time/calendar-date';
import { formatChinese } from '../../domain/time/chinese-date';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes } from '../blocks/choice-name';
import { counterfoil } from '../blocks/counterfoil';
import { LETTER_WIDTH, headed, letterHead, letterParagraphs, letterSignature } from '../blocks/letter';
import { tickBoxes, type TickBox } from '../blocks/tick-boxes';
import { bindToText, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LETTER } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { commonProblems, partyOf } from './common-problems';
import { documentOf, numberOf } from './document-of';
import { remedies, youOf } from './f21a-notice';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

/** A notice of non-acceptance gives its reason, and the words of 其他 where that is ticked (domain.md F22). */
export function f22bProblems(request: RenderRequest): readonly DocumentProblem[] {
  const { reasons = [], otherReason = '' } = paperData(request.state.papers, 'F22B', request.of);
  const at = `paper.F22B.${request.of}`;
  return [
    ...commonProblems(request),
    ...(reasons.length > 0
      ? []
      : [notReady('请勾选不予受理的理由。', 'Tick why the application is not accepted.', `${at}.reasons`)]),
    ...(reasons.includes('other') && otherReason.trim() === ''
      ? [
          notReady(
            '勾选了“其他”，请写明不予受理的理由。',
            '"Other" is ticked: say what the reason is.',
            `${at}.otherReason`,
          ),
        ]
      : []),
  ];
}

function boxesOf(state: CaseState, of: string): readonly TickBox[] {
  const own = paperData(state.papers, 'F22B', of);
  const other = own.otherReason?.trim() ?? '';
  return choiceBoxes(COURSE_FIELDS.F22B, 'reasons', own.reasons).map((box, at, all) =>
    at === all.length - 1 && other !== '' ? { ...box, label: `${box.label}：${other}` } : box,
  );
}

function opening(state: CaseState, party: Party | undefined): string {
  const applied = paperData(state.papers, 'F03', WHOLE_CASE).appliedOn;
  const on = applied ?? (state.receivedAt === undefined ? undefined : shanghaiDateOf(state.receivedAt));
  const when = on === undefined ? '' : `于${formatChinese(on)}`;
  const line = caseLine(state);
  return `${youOf(party)}${when}就${line === '' ? '有关纠纷' : line}提出的调解申请，本委员会已经审查。因有下列勾选的情形，决定不予受理：`;
}

function stub(request: RenderRequest, title: string, setter: TextSetter): FlowItem {
  const { state, of } = request;
  const own = paperData(state.papers, 'F22B', of);
  const ticked = boxesOf(state, of).filter((box) => box.ticked);
  const issued = own.issuedOn === undefined ? undefined : formatChinese(own.issuedOn);
  return counterfoil(
    {
      title,
      number: numberOf(request),
      rows: [
        [{ label: '收件人', value: partyOf(request)?.name }],
        [{ label: '案由', value: caseLine(state) }],
        [{ label: '不予受理的理由', value: ticked.map((box) => box.label).join('；') }],
        [{ label: '通知日期', value: issued, characters: 11 }, { label: '经办人（签名）' }],
        [{ label: '签收日期', value: undefined, characters: 11 }, { label: '签收人（签名）' }],
      ],
    },
    LETTER_WIDTH,
    setter,
  );
}

/** F22 不予受理通知书 with reasons to tick, other remedies, seal, day, and the counterfoil（存根）(domain.md F22). */
export function f22bDocument(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const party = partyOf(request);
  const { zh: title } = FORMS[template.id];
  const head = letterHead(
    { committee: organisation.name, number: numberOf(request), title, to: party?.name ?? '' },
    setter,
  );
  const reasons = tickBoxes(boxesOf(state, of), setter, { width: LETTER_WIDTH });
  const after = letterParagraphs([remedies(youOf(party)), '特此通知。'], setter);
  const signature = letterSignature(organisation.name, paperData(state.papers, 'F22B', of).issuedOn, setter);
  const flow = [
    ...headed(head, letterParagraphs([opening(state, party)], setter)),
    reasons,
    ...bindToText(after, signature),
    stub(request, title, setter),
  ];
  return documentOf(request, template, flow, { page: LETTER, foot: 'letter' });
}
