import { Select } from 'antd';
import type { ProblemMessage } from '../../electron/contract/method';
import { Field } from './field';

interface NamesFieldProps {
  readonly label: string;
  readonly path?: string;
  readonly names: readonly string[];
  readonly onChange: (names: string[]) => void;
  readonly hint?: string;
  readonly problems?: readonly ProblemMessage[] | undefined;
}

/** Several names: type one, then Enter, a comma or 、 for the next. */
export function NamesField({ label, path, names, onChange, hint, problems }: NamesFieldProps) {
  return (
    <Field label={label} path={path} problems={problems} hint={hint}>
      {(marks) => (
        <Select<string[]>
          {...marks}
          className="full"
          mode="tags"
          open={false}
          suffix={null}
          tokenSeparators={['、', '，', ',', '；', ';']}
          value={[...names]}
          onChange={(next) => onChange(next.map((name) => name.trim()).filter((name) => name !== ''))}
        />
      )}
    </Field>
  );
}
