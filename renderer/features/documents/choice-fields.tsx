import { Checkbox, Radio } from 'antd';
import type { FieldSpec } from '../../../electron/contract/forms';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextList } from '../../shared/text-list';
import { textOf, type KindProps } from './field-kind';

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Yes, no, or not filled in: the paper then prints an empty box. */
export function YesNoField({ label, path, value, problems, hint, onChange }: KindProps) {
  const { t } = useSpeech();
  return (
    <Field label={label} path={path} problems={problems} hint={hint}>
      {(marks) => (
        <Radio.Group
          id={marks.id}
          aria-label={label}
          value={typeof value === 'boolean' ? value : null}
          options={[
            { value: true, label: t.documents.yes },
            { value: false, label: t.documents.no },
            { value: null, label: t.documents.notFilled },
          ]}
          onChange={(event) => onChange((event.target.value as boolean | null) ?? undefined)}
        />
      )}
    </Field>
  );
}

/** One of the form's own words, or none. */
export function OneOfField({ spec, label, path, value, problems, hint, onChange }: KindProps<Listed>) {
  const { t, say } = useSpeech();
  const words = {
    '': t.documents.notFilled,
    ...Object.fromEntries(spec.choices.map((one) => [one.value, say(one)])),
  };
  return (
    <Field label={label} path={path} problems={problems} hint={hint}>
      {(marks) => (
        <Choice<string>
          marks={marks}
          value={textOf(value)}
          words={words}
          onChange={(one) => onChange(one || undefined)}
        />
      )}
    </Field>
  );
}

/** Boxes of the form, any number of them ticked. */
export function BoxesField({ spec, label, path, value, problems, hint, onChange }: KindProps<Listed>) {
  const { say } = useSpeech();
  return (
    <div role="group" aria-label={label}>
      <Field label={label} path={path} problems={problems} hint={hint} wide>
        {(marks) => (
          <Checkbox.Group<string>
            {...(marks['aria-describedby'] === undefined ? {} : { 'aria-describedby': marks['aria-describedby'] })}
            className="paper-boxes"
            value={textsOf(value)}
            options={spec.choices.map((one) => ({ value: one.value, label: say(one) }))}
            onChange={(ticked) => onChange(ticked.length === 0 ? undefined : ticked)}
          />
        )}
      </Field>
    </div>
  );
}

/** Texts one under the other. */
export function LinesField({ label, path, value, problems, hint, onChange }: KindProps) {
  const { t } = useSpeech();
  return (
    <div role="group" aria-label={label}>
      <Field label={label} problems={problems} hint={hint} wide>
        {() => (
          <TextList
            path={path}
            itemName={(n) => t.documents.row(label, n)}
            addName={t.documents.addRow(label)}
            items={textsOf(value)}
            onChange={(items) => onChange(items.length === 0 ? undefined : items)}
          />
        )}
      </Field>
    </div>
  );
}

type Listed = Extract<FieldSpec, { readonly kind: 'choice' | 'choices' }>;
