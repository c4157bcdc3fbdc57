/**
 * The result of a check. An expected fault is a value with a closed list of kinds, worded for the person who sees it;
 * only a programming mistake throws.
 */

/** A fault in plain words. `Code` narrows to the closed list of the module that reports it. */
export interface Problem<Code extends string = string> {
  /** Stable kebab-case kind, for tests and for the screens that react to one fault in particular. */
  readonly code: Code;
  /** Plain Chinese: what is wrong and what to do. */
  readonly zh: string;
  /** The same in English. */
  readonly en: string;
  /** Values behind the sentence, e.g. the expected check digit. Shown on screen only, never logged. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** Either the checked (and normalised) value or the reason why there is none. */
export type Checked<T, Code extends string = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem<Code> };

/** Wraps a value that passed. */
export const good = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Builds a problem; `detail` is left out of the object when it is not given. */
export const problemOf = <Code extends string>(
  code: Code,
  zh: string,
  en: string,
  detail?: Readonly<Record<string, string>>,
): Problem<Code> => (detail === undefined ? { code, zh, en } : { code, zh, en, detail });

/** Wraps the reason why a value did not pass. */
export const bad = <Code extends string>(
  code: Code,
  zh: string,
  en: string,
  detail?: Readonly<Record<string, string>>,
): { readonly ok: false; readonly problem: Problem<Code> } => ({ ok: false, problem: problemOf(code, zh, en, detail) });
