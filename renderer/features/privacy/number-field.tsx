import { Input } from 'antd';
import { createContext, useContext } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { NO_MASKS } from './masks';

/** The masks in force where these fields stand; none outside of a kept case. */
export const Masks = createContext<ReadonlySet<string>>(NO_MASKS);

/** Whether this value is a mask that the program gave. */
export const useLocked = (value: string | undefined): boolean => useContext(Masks).has(value ?? '');

interface NumberFieldProps {
  readonly label: string;
  readonly path?: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly problems?: readonly ProblemMessage[] | undefined;
  readonly hint?: string | null | undefined;
}

/**
 * An identity number, a telephone or the like: read-only while it is masked（脱敏）. The control stays the same one, so the
 * cursor and its place on screen stay, too.
 */
export function NumberField({ label, path, value, onChange, problems, hint }: NumberFieldProps) {
  const { t } = useSpeech();
  const locked = useLocked(value);
  return (
    <Field label={label} path={path} problems={problems} hint={hint}>
      {(marks) => (
        <Input
          {...marks}
          autoComplete="off"
          {...(locked ? { readOnly: true, className: 'masked', title: t.privacy.masks.field } : {})}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
