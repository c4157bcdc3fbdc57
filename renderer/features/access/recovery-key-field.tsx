import { Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { bareKey, groupedKey, KEY_CHARACTERS } from './recovery-key';

interface RecoveryKeyFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problems?: readonly ProblemMessage[];
  readonly autoFocus?: boolean;
  readonly ref?: Ref<InputRef>;
}

/** The key of the recovery sheet（恢复单）: put into groups of four as it is typed or pasted. */
export function RecoveryKeyField({
  value,
  onChange,
  problems = [],
  autoFocus = false,
  ref = null,
}: RecoveryKeyFieldProps) {
  const { t } = useSpeech();
  const typed = bareKey(value).length;
  return (
    <Field
      wide
      label={t.access.sheetKey}
      problems={problems}
      hint={typed === 0 ? t.access.sheetKeyHint : t.access.sheetKeyCount(typed, KEY_CHARACTERS)}
    >
      {(marks) => (
        <Input
          {...marks}
          ref={ref}
          className="sheet-key"
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus}
          maxLength={200}
          value={value}
          onChange={(event) => {
            const { value: text, selectionEnd } = event.target;
            // Grouped at once while typing goes on at the end; a correction in the middle keeps its place.
            onChange(selectionEnd === text.length && text.length > value.length ? groupedKey(text) : text);
          }}
          onBlur={() => onChange(groupedKey(value))}
        />
      )}
    </Field>
  );
}
