import { fieldSchema, type FieldSpec, type PaperData } from './field-spec';
import { CLOSING_FIELDS } from './fields/closing';
import { COURSE_FIELDS } from './fields/course';
import { OPENING_FIELDS } from './fields/opening';
import { TRANSFER_FIELDS } from './fields/transfer';
import type { FormId } from './form-ids';

const FIELDS = { ...OPENING_FIELDS, ...COURSE_FIELDS, ...CLOSING_FIELDS, ...TRANSFER_FIELDS };
type WithFields = keyof typeof FIELDS;

/** What a form asks for beside what the case knows; empty for a form that asks for nothing. */
export function paperFields(form: FormId): readonly FieldSpec[] {
  return Object.hasOwn(FIELDS, form) ? FIELDS[form as WithFields] : [];
}

/** One paper's own data as folded; `fields` holds only values that fit their description. */
export interface Paper {
  readonly form: FormId;
  readonly of: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The own data of one paper, typed by its form; empty when nothing was typed yet. */
export function paperData<F extends WithFields>(
  papers: readonly Paper[],
  form: F,
  of: string,
): PaperData<(typeof FIELDS)[F]> {
  return (papers.find((paper) => paper.form === form && paper.of === of)?.fields ?? {}) as PaperData<
    (typeof FIELDS)[F]
  >;
}

/** Why a value does not fit its field, or null. An unknown field fits nothing. */
export function paperFieldFault(form: FormId, name: string, value: unknown): string | null {
  const spec = paperFields(form).find((each) => each.name === name);
  if (!spec) return `unknown field ${name}`;
  const parsed = fieldSchema(spec).safeParse(value);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'malformed');
}
