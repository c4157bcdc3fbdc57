import type { Choice, FieldSpec } from '../../domain/forms/field-spec';
import type { TickBox } from './tick-boxes';

function choicesOf(fields: readonly FieldSpec[], name: string): readonly Choice[] {
  const spec = fields.find((field) => field.name === name);
  return spec?.kind === 'choice' || spec?.kind === 'choices' ? spec.choices : [];
}

/** The Chinese word of a choice that was made in an own field; empty when none was made. */
export const choiceName = (fields: readonly FieldSpec[], name: string, value: string | undefined): string =>
  choicesOf(fields, name).find((choice) => choice.value === value)?.zh ?? '';

/** All choices of an own field as boxes, the chosen ones ticked. */
export const choiceBoxes = (
  fields: readonly FieldSpec[],
  name: string,
  chosen: string | readonly string[] | undefined,
): readonly TickBox[] =>
  choicesOf(fields, name).map((choice) => ({
    label: choice.zh,
    ticked: typeof chosen === 'string' ? chosen === choice.value : (chosen ?? []).includes(choice.value),
  }));
