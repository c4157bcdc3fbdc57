import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { SecretField } from '../../shared/secret-field';
import { passwordHints } from './password-hints';

/** A new password while it is typed, twice. */
interface FreshPassword {
  readonly password: string;
  readonly repeat: string;
}
export const noPassword: FreshPassword = { password: '', repeat: '' };

/** Whether both are there and alike: what is sent then is judged by the program. */
export const complete = ({ password, repeat }: FreshPassword): boolean => password !== '' && password === repeat;

interface NewPasswordProps {
  readonly label?: string;
  /** Whose password it is. */
  readonly name: string;
  readonly value: FreshPassword;
  readonly onChange: (value: FreshPassword) => void;
  readonly problems?: readonly ProblemMessage[] | undefined;
}

/** A new password twice, with its rules shown before any of them is broken. */
export function NewPassword({ label, name, value, onChange, problems }: NewPasswordProps) {
  const { t } = useSpeech();
  const { password, repeat } = value;
  const hints = passwordHints(password, repeat, name);
  // Told when as many characters were typed as the first has: not while the second is still being typed.
  const differ = repeat !== '' && repeat !== password && repeat.length >= password.length;
  const wrong = [{ code: 'passwords-differ', zh: t.access.differ, en: t.access.differ }];
  return (
    <div className="new-password">
      <div className="form-grid">
        <SecretField
          fresh
          label={label ?? t.access.newPassword}
          value={password}
          problems={problems}
          onChange={(text) => onChange({ ...value, password: text })}
        />
        <SecretField
          fresh
          label={t.access.repeat}
          value={repeat}
          problems={differ ? wrong : []}
          onChange={(text) => onChange({ ...value, repeat: text })}
        />
      </div>
      <ul className="password-rules" aria-label={t.access.rules.title}>
        {(['length', 'ownName', 'repeated', 'same'] as const).map((rule) => (
          <li key={rule} className={hints[rule] ? 'met' : ''}>
            {hints[rule] ? <CheckCircleFilled aria-hidden="true" /> : <MinusCircleOutlined aria-hidden="true" />}{' '}
            {t.access.rules[rule]}
          </li>
        ))}
      </ul>
      <p className="password-common">{t.access.rules.common}</p>
    </div>
  );
}
