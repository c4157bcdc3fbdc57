import type { Problem } from '../domain/checks/problem';

/** A problem that may name its place. */
export type PlacedProblem = Problem & { readonly field?: string };

/** What a use of the room gives: the value, or every reason why not. Faults of the store are thrown as StoreError. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (...problems: readonly PlacedProblem[]): { ok: false; problems: readonly PlacedProblem[] } => ({
  ok: false,
  problems,
});
