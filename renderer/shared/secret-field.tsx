import { EyeOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState, type KeyboardEvent, type Ref } from 'react';
import type { InputRef } from 'antd';
import type { ProblemMessage } from '../../electron/contract/method';
import { Field } from './field';
import { useSpeech } from './language';

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problems?: readonly ProblemMessage[] | undefined;
  readonly hint?: string | undefined;
  /** A PIN is typed with digits. */
  readonly digits?: boolean;
  readonly fresh?: boolean;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly large?: boolean;
  readonly ref?: Ref<InputRef>;
}

/** A password or PIN: hidden, shown while its eye is held, with a word when Caps Lock is on. */
export function SecretField(props: SecretFieldProps) {
  const { label, value, onChange, problems, hint, digits = false, fresh = false, large = false, ref = null } = props;
  const { t } = useSpeech();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  const hide = (): void => setShown(false);
  return (
    <Field label={label} problems={problems} hint={caps ? t.access.capsLock : hint}>
      {(marks) => (
        <Input
          {...marks}
          ref={ref}
          className={caps ? 'secret caps-on' : 'secret'}
          size={large ? 'large' : 'middle'}
          type={shown ? 'text' : 'password'}
          autoComplete={fresh ? 'new-password' : 'off'}
          inputMode={digits ? 'numeric' : 'text'}
          maxLength={digits ? 6 : 200}
          autoFocus={props.autoFocus ?? false}
          disabled={props.disabled ?? false}
          value={value}
          onChange={(event) => onChange(digits ? digitsOf(event.target.value) : event.target.value)}
          onKeyDown={look}
          onKeyUp={look}
          onBlur={() => setCaps(false)}
          suffix={
            <button
              type="button"
              className="secret-eye"
              tabIndex={-1}
              aria-label={t.access.show}
              title={t.access.show}
              onPointerDown={(event) => {
                // The cursor stays in the field.
                event.preventDefault();
                setShown(true);
              }}
              onPointerUp={hide}
              onPointerLeave={hide}
              onPointerCancel={hide}
            >
              <EyeOutlined />
            </button>
          }
        />
      )}
    </Field>
  );
}

/** Digits as typed, also the wide ones of an input method. */
const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
