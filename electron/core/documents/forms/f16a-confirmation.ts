import { shanghaiDateOf } from '../../domain/time/calendar-date';
import { copiesOf } from '../../domain/case/copies';
import { clausesPart, factsPart, performancePart } from '../blocks/agreement-parts';
import { paragraphs } from '../blocks/clauses';
import { copiesSentence } from '../blocks/copies';
import { formTitle, partHeading } from '../blocks/form-title';
import { SIDE_NAMES } from '../blocks/labels';
import { partyBlock } from '../blocks/party-block';
import { boundPlaces } from '../blocks/sign-places';
import { partyPlaces } from '../blocks/signers';
import { withHeading } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { agreementTitle, courtAsked, effectSentence, enclosureLines, UNDERTAKING } from './confirmation-words';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

const TITLE = '司法确认申请书';

/**
 * F16 A 司法确认申请书 in the shape of the committee: the joint applicants, facts, what was agreed, performance, copies, the
 * request to the court, undertaking, enclosures, signatures (domain.md F16; 人民调解法 Art. 33, 民事诉讼法 Art. 205).
 */
export function f16aDocument(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state } = request;
  const { agreement } = state;
  if (agreement === undefined) throw new Error('F16A was laid out before it was ready');
  const on = agreement.agreedOn ?? shanghaiDateOf(request.printedAt);
  const text = [
    ...factsPart(state, agreement, setter),
    ...clausesPart('经调解，各方当事人自愿达成以下协议：', agreement, setter),
    ...performancePart(state.parties, agreement, setter),
    ...paragraphs(`以上为${agreementTitle(state)}的内容。${copiesSentence(copiesOf(state), true)}`, setter),
    ...paragraphs(effectSentence(state), setter),
    ...paragraphs(`现请求${courtAsked(state)}对上述协议予以确认。`, setter),
    ...paragraphs(UNDERTAKING, setter),
    ...withHeading(
      partHeading('附：', setter),
      enclosureLines(request).flatMap((line, at) => paragraphs(`${at + 1}、${line}`, setter)),
    ),
  ];
  const places = partyPlaces('申请人（签名、盖章或按指印）', state.parties, 'blank');
  return documentOf(request, template, [
    formTitle(TITLE, setter),
    ...state.parties.map((party) => partyBlock(party, on, setter, `申请人（调解时为${SIDE_NAMES[party.side]}）`)),
    ...boundPlaces(text, places, setter, TITLE),
  ]);
}
