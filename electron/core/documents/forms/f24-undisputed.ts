import type { CaseState } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import { partyLine } from '../blocks/attendance';
import { caseLine } from '../blocks/case-line';
import { numberedClauses, paragraphs } from '../blocks/clauses';
import { formTitle, partHeading } from '../blocks/form-title';
import { rowsBlock } from '../blocks/party-rows';
import { boundPlaces } from '../blocks/sign-places';
import { namedPlaces, partyPlaces } from '../blocks/signers';
import { withHeading } from '../layout/flow';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { courseProblems } from './course-problems';
import { documentOf } from './document-of';
import type { FormTemplate } from './form-template';
import { notReady } from './not-ready';

/** The facts that both sides agree on: from the ending, else as typed for this paper (a settled online case has no ending of that kind). */
function undisputedFacts({ ending, papers }: CaseState): readonly string[] {
  const filled = (facts: readonly string[] | undefined): readonly string[] =>
    (facts ?? []).filter((fact) => fact.trim() !== '');
  const ended = filled(ending?.undisputedFacts);
  return ended.length > 0 ? ended : filled(paperData(papers, 'F24', WHOLE_CASE).facts);
}

/** Without a fact there is nothing to confirm (人民法院在线调解规则 Art. 18). */
export const f24Problems = (request: RenderRequest): readonly DocumentProblem[] => [
  ...courseProblems(request),
  ...(undisputedFacts(request.state).length > 0
    ? []
    : [
        notReady(
          '没有填写无争议事实，请在结案信息或者本确认书里逐条填写。',
          'No undisputed facts are entered: enter them one by one, with the ending or for this paper.',
          'ending.undisputedFacts',
        ),
      ]),
];

/** What is told of the facts, in our own words (特邀调解规定 Art. 22; 在线调解规则 Arts. 18, 22; 民诉法解释 Art. 107). */
const NOTICE = [
  '当事人为达成调解协议作出妥协而认可的事实，不列入本确认书，也不得在其后的诉讼中作为对其不利的根据，但法律另有规定或者当事人均同意的除外（《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第一百零七条）。',
  '以录音录像代替调解笔录的，无争议事实仍以本确认书书面确认（《人民法院在线调解规则》第二十二条）。',
  '各方已经逐条核对，确认上列事实没有争议。',
];

/**
 * F24 无争议事实确认书: the case, the facts one by one, what is not among them, signatures of all parties and the mediators
 * (domain.md F24). It goes with the case to the court.
 */
export function f24Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, of } = request;
  const { confirmedOn } = paperData(state.papers, 'F24', of);
  const title = FORMS[template.id].zh;
  const date = confirmedOn ?? 'blank';
  const text = [
    ...withHeading(
      partHeading('经人民调解员组织核对，各方当事人对下列事实没有争议：', setter),
      numberedClauses(undisputedFacts(state), setter),
    ),
    ...withHeading(
      partHeading('说明：', setter),
      NOTICE.flatMap((line) => paragraphs(line, setter)),
    ),
  ];
  const places = [
    ...partyPlaces('当事人（签名盖章或按指印）', state.parties, date),
    ...namedPlaces('人民调解员（签名）', state.mediators, date),
  ];
  const courtNumber = state.courtNumber === undefined ? [] : [[{ label: '法院案号', value: state.courtNumber }]];
  return documentOf(request, template, [
    formTitle(title, setter),
    rowsBlock(
      [
        [{ label: '案件', value: caseLine(state) }],
        ...courtNumber,
        [{ label: '当事人', value: state.parties.map(partyLine).join('\n') }],
      ],
      setter,
    ),
    ...boundPlaces(text, places, setter, title),
  ]);
}
