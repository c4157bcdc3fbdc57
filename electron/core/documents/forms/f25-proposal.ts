import type { CaseState, Party } from '../../domain/case/case-state';
import { COURSE_FIELDS } from '../../domain/forms/fields/course';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { capitals } from '../../domain/money/capitals';
import { formatYuan } from '../../domain/money/money';
import { formatChinese } from '../../domain/time/chinese-date';
import { partyLine } from '../blocks/attendance';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes } from '../blocks/choice-name';
import { paragraphs } from '../blocks/clauses';
import { cutOffPart } from '../blocks/counterfoil';
import { formTitle, partHeading } from '../blocks/form-title';
import { rowsBlock } from '../blocks/party-rows';
import { ruledText } from '../blocks/ruled-lines';
import { boundPlaces, signPlaces } from '../blocks/sign-places';
import { namedPlaces, partyPlaces } from '../blocks/signers';
import { tickBoxes } from '../blocks/tick-boxes';
import { withHeading, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { TEXT_WIDTH } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Ruled lines for the reason of a refusal; a longer reason flows over pages. */
const REASON_LINES = 2;
const MOST_REASON_LINES = 12;

/** The consumer（消费者）: the party of that key, or as typed; where nothing is typed, the only person among the parties. */
function consumerOf({ parties }: CaseState, typed: string | undefined): Party | string {
  const persons = parties.filter((party) => party.kind === 'person');
  const known = parties.find((party) => party.key === typed) ?? (persons.length === 1 ? persons[0] : undefined);
  return typed === undefined || parties.some((party) => party.key === typed) ? (known ?? '') : typed;
}

/** When the proposal binds: both sides when the consumer accepts, else nobody (domain.md 2.4, small-amount fast track). */
function condition(name: string): string {
  const who = name === '' ? '消费者一方当事人' : `消费者一方当事人（${name}）`;
  return `本意见书在${who}书面表示接受时对各方当事人产生约束力，各方应当接受并按照本意见书履行；该当事人不接受的，本意见书对任何一方都没有约束力，当事人仍可以依法通过仲裁、行政、司法等途径维护自己的权利。`;
}

/** 回执: boxes, the reason of a refusal, and the consumer's signature. */
function answerPart(state: CaseState, of: string, consumer: Party | string, setter: TextSetter): readonly FlowItem[] {
  const own = paperData(state.papers, 'F25', of);
  const boxes = tickBoxes(choiceBoxes(COURSE_FIELDS.F25, 'answer', own.answer), setter, { perLine: 2 });
  const reason = ruledText(own.answerReason ?? '', setter, REASON_LINES);
  const date = own.answeredOn ?? 'blank';
  const role = '消费者一方当事人（签名、按指印）';
  const places =
    typeof consumer === 'string'
      ? [{ role, name: consumer, room: 'fingerprint', date } as const]
      : partyPlaces(role, [consumer], date);
  const content = [
    ...paragraphs(`我对调解意见书（${caseLine(state)}）的答复：`, setter).map((item) => item.node),
    boxes.node,
    ...partHeading('不接受的理由：', setter),
    ...reason.map((item) => item.node),
    signPlaces(places, setter).node,
  ];
  return [cutOffPart({ title: '回　执', content }, TEXT_WIDTH, setter, reason.length <= MOST_REASON_LINES)];
}

/**
 * F25 调解意见书: the case, the amount, facts, the mediator's opinion and its grounds, when it binds, days to object where they
 * are typed, service, the mediators' signatures, and the answer to be returned (domain.md F25).
 */
export function f25Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const own = paperData(state.papers, 'F25', of);
  const consumer = consumerOf(state, own.consumer);
  const title = FORMS[template.id].zh;
  const amount =
    state.amountFen === undefined ? undefined : `${capitals(state.amountFen)}（￥${formatYuan(state.amountFen)}）`;
  const part = (heading: string, content: string): readonly FlowItem[] =>
    content.trim() === '' ? [] : withHeading(partHeading(heading, setter), paragraphs(content, setter));
  const text = [
    ...part('纠纷事实：', state.facts),
    ...part('调解意见：', own.opinion ?? ''),
    ...part('依据：', own.basis ?? ''),
    ...part('生效条件：', condition(typeof consumer === 'string' ? consumer : consumer.name)),
    ...part(
      '异议期限：',
      own.objectionDays === undefined
        ? ''
        : `对本意见书有异议的，请在送达之日起${own.objectionDays}日内用回执或者其他书面形式提出。`,
    ),
    ...part('送达日期：', own.servedOn === undefined ? '＿＿＿＿年＿＿月＿＿日' : formatChinese(own.servedOn)),
  ];
  return documentOf(request, template, [
    formTitle(title, setter),
    rowsBlock(
      [
        [{ label: '案件', value: caseLine(state) }],
        [{ label: '当事人', value: state.parties.map(partyLine).join('\n') }],
        [{ label: '争议金额', value: amount }],
      ],
      setter,
    ),
    ...boundPlaces(text, namedPlaces('人民调解员（签名）', state.mediators, 'blank'), setter, title),
    ...answerPart(state, of, consumer, setter),
  ]);
}
