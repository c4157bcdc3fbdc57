import { problemOf, type Problem } from './problem';

/** What the linter of agreement clauses（协议条款） can report. */
export type ClauseProblem =
  | 'capitals-invalid'
  | 'capitals-differ'
  | 'figures-invalid'
  | 'amount-without-capitals'
  | 'amount-without-figures'
  | 'list-sum'
  | 'instalment-count'
  | 'instalment-sum'
  | 'schedule-sum'
  | 'schedule-differs'
  | 'due-date-differs'
  | 'total-above-dispute'
  | 'money-without-due-date'
  | 'money-without-payee'
  | 'act-without-deadline'
  | 'vague-word'
  | 'before-unclear'
  | 'date-missing'
  | 'ownership-confirmed'
  | 'rate-above-cap'
  | 'card-number-wrong';

/** A remark on one clause; `clause` counts from 0, −1 speaks of the whole agreement. */
export interface ClauseFinding {
  readonly clause: number;
  /** An error makes the content unclear or unlawful to confirm; a warning is for a person to judge. */
  readonly level: 'error' | 'warning';
  readonly problem: Problem<ClauseProblem>;
}

/** Builds an error; wording as in `problemOf`. */
export const clauseError = (clause: number, ...words: Parameters<typeof problemOf<ClauseProblem>>): ClauseFinding => ({
  clause,
  level: 'error',
  problem: problemOf(...words),
});

/** Builds a warning; wording as in `problemOf`. */
export const clauseWarning = (
  clause: number,
  ...words: Parameters<typeof problemOf<ClauseProblem>>
): ClauseFinding => ({
  clause,
  level: 'warning',
  problem: problemOf(...words),
});
