import { Input } from 'antd';
import type { ProblemMessage } from '../../electron/contract/method';
import { Field } from './field';

interface TextFieldProps {
  readonly label: string;
  readonly path?: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly problems?: readonly ProblemMessage[] | undefined;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Lines of a larger text; one line without it. */
  readonly lines?: number;
  readonly wide?: boolean;
}

/** A labelled line or block of text. */
export function TextField(props: TextFieldProps) {
  const { label, path, value, onChange, problems, hint, placeholder, lines, wide = lines !== undefined } = props;
  return (
    <Field label={label} path={path} problems={problems} hint={hint} wide={wide}>
      {(marks) =>
        lines === undefined ? (
          <Input
            {...marks}
            value={value ?? ''}
            placeholder={placeholder}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input.TextArea
            {...marks}
            value={value ?? ''}
            placeholder={placeholder}
            className="grows"
            rows={lines}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
