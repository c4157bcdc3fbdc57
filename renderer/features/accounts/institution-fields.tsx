import { AutoComplete } from 'antd';
import type { ProblemMessage } from '../../../electron/contract/method';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { TextField } from '../../shared/text-field';
import { useAnswer } from '../../shared/use-answer';

interface Typed {
  readonly name: string;
  readonly creditCode: string;
}

interface InstitutionFieldsProps {
  readonly value: Typed;
  readonly problems: readonly ProblemMessage[];
  readonly codeProblems: readonly ProblemMessage[];
  readonly onChange: (value: Typed) => void;
}

/** The institution of a part-time mediator: from the directory, or typed. */
export function InstitutionFields({ value, problems, codeProblems, onChange }: InstitutionFieldsProps) {
  const { t } = useSpeech();
  const known = useAnswer('room.institutions', {}).value ?? [];
  return (
    <div className="form-grid form-block">
      <Field wide label={t.accounts.institution} hint={t.accounts.institutionHint} problems={problems}>
        {(marks) => (
          <AutoComplete
            {...marks}
            className="full"
            value={value.name}
            options={known.map(({ name }) => ({ value: name }))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
            onChange={(name: string) => onChange({ ...value, name })}
            onSelect={(name: string) =>
              onChange({ name, creditCode: known.find((one) => one.name === name)?.creditCode ?? value.creditCode })
            }
          />
        )}
      </Field>
      <TextField
        label={t.accounts.creditCode}
        value={value.creditCode}
        problems={codeProblems}
        onChange={(creditCode) => onChange({ ...value, creditCode })}
      />
    </div>
  );
}
