import type { CaseState } from '../../domain/case/case-state';
import { endingBoxes, trackSuggestion } from '../../domain/forms/ending-report';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { commonProblems } from './common-problems';
import { endingProblems } from './f21a-notice';
import { notReady } from './not-ready';

/** 争议焦点: as typed for the report, else with the ending. */
export const focusOf = (state: CaseState): string =>
  paperData(state.papers, 'F21B', WHOLE_CASE).focus?.trim() || (state.ending?.focus?.trim() ?? '');

/** 调解过程摘要: dated steps, without empty lines. */
export const stepsOf = (state: CaseState): readonly string[] =>
  (state.ending?.steps ?? []).map((step) => step.trim()).filter((step) => step !== '');

function missing(state: CaseState): readonly (DocumentProblem | false)[] {
  const { ticked, other } = endingBoxes(state);
  return [
    stepsOf(state).length === 0 &&
      notReady(
        '终止调解情况表至少要有一条调解过程（日期和做了什么），请在“结案”里填写。',
        'The report needs at least one dated step of the mediation: enter it under Ending.',
        'ending.steps',
      ),
    ticked.length === 0 &&
      notReady('请勾选终止的原因。', 'Tick why the mediation ended.', `paper.F21B.${WHOLE_CASE}.reasons`),
    ticked.includes('other') &&
      other === '' &&
      notReady(
        '勾选了“其他”，请写明终止的原因。',
        '"Other" is ticked: say what the reason is.',
        `paper.F21B.${WHOLE_CASE}.otherReason`,
      ),
    trackSuggestion(state) === null &&
      notReady(
        '请选择繁简分流建议（简案或者繁案），或者先填写分流要素。',
        'Choose the proposed track (simple or complex), or answer the questions of triage first.',
        `paper.F21B.${WHOLE_CASE}.suggestion`,
      ),
    focusOf(state) === '' && notReady('请填写争议焦点。', 'Enter the matter in dispute.', 'ending.focus'),
    state.receivedAt === undefined &&
      notReady(
        '没有接收调解的时间，请填写材料签收时间。',
        'The time of receipt is missing: enter when the material was signed for.',
        'case.receivedAt',
      ),
  ];
}

/** What the court's form does not do without: all of it but the remark (domain.md F21b). */
export function f21bProblems(request: RenderRequest): readonly DocumentProblem[] {
  const ended = endingProblems(request);
  const rest = ended.length > 0 ? [] : missing(request.state).filter((problem) => problem !== false);
  return [...commonProblems(request), ...ended, ...rest];
}
