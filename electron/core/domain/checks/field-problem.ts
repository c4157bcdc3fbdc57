import type { Problem } from './problem';

/** A problem with the place it concerns, so that a screen can jump there: a dotted path such as `parties.1.document`. */
export interface FieldProblem extends Problem {
  readonly field: string;
}

/** Puts a problem at its place. */
export const at = (field: string, problem: Problem): FieldProblem => ({ ...problem, field });
