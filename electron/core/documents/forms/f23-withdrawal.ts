import type { CaseState } from '../../domain/case/case-state';
import { acceptedOnOf } from '../../domain/case/mediation-span';
import { COURSE_FIELDS } from '../../domain/forms/fields/course';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { formatChinese } from '../../domain/time/chinese-date';
import { caseLine } from '../blocks/case-line';
import { choiceBoxes } from '../blocks/choice-name';
import { paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { rowsBlock } from '../blocks/party-rows';
import { ruledText } from '../blocks/ruled-lines';
import { boundPlaces } from '../blocks/sign-places';
import { partyPlaces } from '../blocks/signers';
import { tickBoxes } from '../blocks/tick-boxes';
import { paragraphFlow, withHeading } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';

/** Ruled lines for 其他理由. */
const REASON_LINES = 3;

const names = ({ parties }: CaseState, applicants: boolean): string =>
  parties
    .filter((party) => (party.side === 'applicant') === applicants)
    .map((party) => party.name)
    .join('、');

/**
 * F23 撤回调解申请书: who withdraws which application, the reasons as boxes, signatures of the applicants (domain.md F23).
 * A party may end mediation at any time (人民调解法 Art. 23).
 */
export function f23Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const own = paperData(state.papers, 'F23', of);
  const accepted = acceptedOnOf(state);
  const title = FORMS[template.id].zh;
  const line = { size: SIZE.text, leading: LEADING.text, width: TEXT_WIDTH } as const;
  const when = accepted === undefined ? '' : `，贵会于${formatChinese(accepted)}受理`;
  const text = [
    ...paragraphFlow(setter.lines(`${organisation.name}：`, line)),
    ...paragraphs(
      `我（单位）向贵会申请调解上列纠纷${when}。现因下列原因，依照《中华人民共和国人民调解法》第二十三条，自愿撤回调解申请。`,
      setter,
    ),
    ...withHeading(partHeading('撤回理由：', setter), [
      tickBoxes(choiceBoxes(COURSE_FIELDS.F23, 'reasons', own.reasons), setter),
    ]),
    ...withHeading(
      partHeading('其他理由（选“其他”的填写）：', setter),
      ruledText(own.otherReason ?? '', setter, REASON_LINES),
    ),
  ];
  const applicants = state.parties.filter((party) => party.side === 'applicant');
  const places = partyPlaces('申请人（签名盖章或按指印）', applicants, own.withdrawnOn ?? 'blank');
  return documentOf(request, template, [
    formTitle(title, setter),
    rowsBlock(
      [
        [{ label: '申请人', value: names(state, true) }],
        [{ label: '被申请人', value: names(state, false) }],
        [{ label: '纠纷', value: caseLine(state) }],
      ],
      setter,
    ),
    ...boundPlaces(text, places, setter, title),
  ]);
}
