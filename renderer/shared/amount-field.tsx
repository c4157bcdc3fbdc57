import { Input } from 'antd';
import type { ProblemMessage } from '../../electron/contract/method';
import { Field } from './field';
import { useSpeech } from './language';
import { useAmount } from './use-amount';

interface AmountFieldProps {
  readonly label: string;
  readonly path?: string;
  readonly fen: number | undefined;
  readonly onFen: (fen: number | undefined) => void;
  readonly problems?: readonly ProblemMessage[] | undefined;
}

/** An amount in yuan with its capitals（大写） underneath while it is typed. */
export function AmountField({ label, path, fen, onFen, problems = [] }: AmountFieldProps) {
  const { t } = useSpeech();
  const typed = useAmount(fen, onFen);
  return (
    <Field
      label={label}
      path={path}
      problems={[...typed.problems, ...problems]}
      hint={typed.amount === null ? null : `${t.words.capitals} ${typed.amount.capitals}`}
    >
      {(marks) => (
        <Input
          {...marks}
          className="amount"
          inputMode="decimal"
          prefix="￥"
          value={typed.text}
          onChange={(event) => typed.setText(event.target.value)}
        />
      )}
    </Field>
  );
}
