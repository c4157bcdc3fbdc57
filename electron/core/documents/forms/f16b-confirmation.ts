import type { CaseState } from '../../domain/case/case-state';
import { formatChinese } from '../../domain/time/chinese-date';
import { applicantLines } from '../blocks/applicant-lines';
import { numberedClauses, paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { scheduleTotal } from '../blocks/payment-schedule';
import { boundPlaces } from '../blocks/sign-places';
import { partyPlaces } from '../blocks/signers';
import { paragraphFlow, withHeading, type FlowItem } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { agreementTitle, courtAsked, effectSentence, enclosureLines, UNDERTAKING } from './confirmation-words';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

const TITLE = '申请书';

/** 甲与乙, 甲、乙与丙: the parties of the agreement by their sides. */
function between({ parties }: CaseState): string {
  const names = (applicants: boolean): string =>
    parties
      .filter((party) => (party.side === 'applicant') === applicants)
      .map((party) => party.name)
      .join('、');
  return `${names(true)}与${names(false)}`;
}

const agreedDay = ({ agreement }: CaseState): string =>
  agreement?.agreedOn === undefined ? '＿＿＿＿年＿＿月＿＿日' : formatChinese(agreement.agreedOn);

/** How it is performed, in text: the plan itself is in the agreement that is enclosed. */
function performance({ agreement }: CaseState): string {
  const { payments = [], performance: text = '' } = agreement ?? {};
  const plan = payments.length === 0 ? '' : `履行计划见所附调解协议书。${scheduleTotal(payments)}`;
  return `${text.trim()}\n${plan}`;
}

/** A line at the left edge, as 此致 is followed by the name of the court. */
const atEdge = (text: string, setter: TextSetter): readonly FlowItem[] =>
  paragraphFlow(setter.lines(text, { size: SIZE.text, leading: LEADING.text, width: TEXT_WIDTH }));

/**
 * F16 B 申请书 in the shape of the court: the joint applicants, persons first, then organisations; what is asked, facts and
 * grounds, undertaking, 此致, signatures, enclosures (domain.md F16; 民事诉讼法 Art. 205, 民诉法解释 Arts. 351–354).
 */
export function f16bDocument(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation } = request;
  const { agreement } = state;
  if (agreement === undefined) throw new Error('F16B was laid out before it was ready');
  const part = (heading: string, items: readonly FlowItem[]): readonly FlowItem[] =>
    withHeading(partHeading(heading, setter), items);
  const text = [
    ...part(
      '请求事项：',
      paragraphs(`确认申请人${between(state)}于${agreedDay(state)}达成的${agreementTitle(state)}有效。`, setter),
    ),
    ...part('事实和理由：', [
      ...paragraphs(state.facts, setter),
      ...paragraphs(
        `经${organisation.name}主持调解，各方于${agreedDay(state)}自愿达成调解协议，主要内容如下：`,
        setter,
      ),
      ...numberedClauses(agreement.clauses, setter),
      ...paragraphs(performance(state), setter),
      ...paragraphs(effectSentence(state), setter),
    ]),
    ...part('责任承诺：', paragraphs(UNDERTAKING, setter)),
    ...paragraphs('此致', setter),
    ...atEdge(courtAsked(state), setter),
  ];
  const enclosed = enclosureLines(request).map((line, at) => `（${at + 1}）${line}`);
  const places = partyPlaces('申请人（签名或者盖章）', state.parties, 'blank');
  return documentOf(request, template, [
    formTitle(TITLE, setter, { under: '（申请司法确认调解协议用）' }),
    ...applicantLines(state.parties).flatMap((line) => paragraphs(line, setter)),
    ...boundPlaces(text, places, setter, TITLE, `附：${enclosed.join('；')}。`),
  ]);
}
