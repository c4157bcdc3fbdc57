import { z } from 'zod';
import { isCalendarDate } from '../time/calendar-date';

/**
 * What a form asks for that the case does not say yet: one description from which the check of what is typed, the screen
 * that asks for it and the type that a template reads are made. Nothing that the case already knows is asked again.
 */
interface Named {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Without it the form is printed with an empty place; with it, not at all. */
  readonly required?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** One line, running text, a list of lines; a day or an instant; yes or no; one or several of a list; fen; a count. */
export type FieldSpec = Named &
  (
    | { readonly kind: 'line' | 'text' | 'lines' | 'date' | 'instant' | 'yes-no' | 'money' | 'count' }
    | { readonly kind: 'choice' | 'choices'; readonly choices: readonly Choice[] }
    | { readonly kind: 'rows'; readonly columns: readonly FieldSpec[] }
  );

interface ValueOfKind {
  readonly line: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly date: string;
  readonly instant: string;
  readonly 'yes-no': boolean;
  readonly money: number;
  readonly count: number;
  readonly choices: readonly string[];
}

type ValueOf<S> = S extends { readonly kind: 'rows'; readonly columns: infer C extends readonly FieldSpec[] }
  ? readonly PaperData<C>[]
  : S extends { readonly kind: 'choice'; readonly choices: readonly (infer C)[] }
    ? C extends { readonly value: infer V }
      ? V
      : never
    : S extends { readonly kind: infer K extends keyof ValueOfKind }
      ? ValueOfKind[K]
      : never;

/** The values that a list of descriptions allows; each may be missing. */
export type PaperData<S extends readonly FieldSpec[]> = {
  readonly [F in S[number] as F['name']]?: ValueOf<F> | undefined;
};

const SHORT = 2_000;
const LONG = 200_000;

/** The check of one value. Money is fen, a day a calendar date in Asia/Shanghai, an instant carries its offset. */
export function fieldSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case 'line':
      return z.string().max(SHORT);
    case 'text':
      return z.string().max(LONG);
    case 'lines':
      return z.array(z.string().max(SHORT * 10)).max(500);
    case 'date':
      return z.string().refine(isCalendarDate, 'not a calendar date YYYY-MM-DD');
    case 'instant':
      return z.iso.datetime({ offset: true, local: false });
    case 'yes-no':
      return z.boolean();
    case 'money':
      return z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
    case 'count':
      return z.number().int().min(0).max(99_999);
    case 'choice':
      return z.enum(spec.choices.map((choice) => choice.value) as [string, ...string[]]);
    case 'choices':
      return z.array(z.enum(spec.choices.map((choice) => choice.value) as [string, ...string[]])).max(100);
    case 'rows':
      return z.array(
        z.looseObject(Object.fromEntries(spec.columns.map((each) => [each.name, fieldSchema(each).optional()]))),
      );
  }
}
