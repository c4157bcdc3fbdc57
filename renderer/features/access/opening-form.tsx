import type { InputRef } from 'antd';
import { useState, type Ref } from 'react';
import { useSpeech } from '../../shared/language';
import type { ProblemMessage } from '../../../electron/contract/method';
import { SecretField } from '../../shared/secret-field';
import { TextField } from '../../shared/text-field';
import { NameField } from './name-field';
import { bareKey } from './recovery-key';
import { RecoveryKeyField } from './recovery-key-field';

/** What opens a store or a backup: somebody's password, or the recovery sheet. */
type Opening =
  | { readonly way: 'password'; readonly name: string; readonly password: string }
  | { readonly way: 'recovery'; readonly key: string };

/** What was typed, ready to be sent; null while something is missing. */
export function useOpening(people: readonly string[], bySheet: boolean) {
  const [name, setName] = useState(people[0] ?? '');
  const [password, setPassword] = useState('');
  const [key, setKey] = useState('');
  const opening: Opening | null = bySheet
    ? bareKey(key) === ''
      ? null
      : { way: 'recovery', key: bareKey(key) }
    : name.trim() === '' || password === ''
      ? null
      : { way: 'password', name: name.trim(), password };
  return { name, setName, password, setPassword, key, setKey, opening };
}

interface OpeningFieldsProps {
  readonly typed: ReturnType<typeof useOpening>;
  /** Names to choose from; typed where none are known. */
  readonly people: readonly string[];
  readonly bySheet: boolean;
  readonly problems: readonly ProblemMessage[];
  /** Where the cursor goes back after a refusal. */
  readonly field?: Ref<InputRef>;
}

/** Name and password, or the characters of the sheet. */
export function OpeningFields({ typed, people, bySheet, problems, field = null }: OpeningFieldsProps) {
  const { t } = useSpeech();
  const words = t.access.keyLost;
  if (bySheet) {
    return <RecoveryKeyField autoFocus ref={field} value={typed.key} problems={problems} onChange={typed.setKey} />;
  }
  return (
    <div className="form-grid">
      {people.length === 0 ? (
        <TextField label={words.name} value={typed.name} onChange={typed.setName} />
      ) : (
        <NameField label={words.name} people={people} value={typed.name} onChange={typed.setName} />
      )}
      <SecretField
        ref={field}
        autoFocus={people.length > 0}
        label={t.access.password}
        value={typed.password}
        problems={problems}
        onChange={typed.setPassword}
      />
    </div>
  );
}
