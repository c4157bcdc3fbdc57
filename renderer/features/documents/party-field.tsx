import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { textOf, type KindProps } from './field-kind';

/** One of the parties of the case, or none; kept by its key. */
export function PartyField({ label, path, value, problems, hint, onChange }: KindProps) {
  const { t } = useSpeech();
  const { state } = useCase();
  const words = {
    '': t.documents.notFilled,
    ...Object.fromEntries(state.parties.map((one) => [one.key, one.name])),
  };
  return (
    <Field label={label} path={path} problems={problems} hint={hint}>
      {(marks) => (
        <Choice<string>
          marks={marks}
          value={textOf(value)}
          words={words}
          onChange={(key) => onChange(key || undefined)}
        />
      )}
    </Field>
  );
}
