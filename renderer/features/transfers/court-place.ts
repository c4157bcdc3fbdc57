import type { ProblemMessage } from '../../../electron/contract/method';

/** Where the court is typed when no other place names it: the letter（F27 移送函）. */
const LETTER_COURT = 'paper.F27.case.court';

/** Problems with the court lead to the letter, which is where a person can name it. */
export const placed = (problems: readonly ProblemMessage[]): readonly ProblemMessage[] =>
  problems.map((problem) => (problem.field === 'case.court' ? { ...problem, field: LETTER_COURT } : problem));
