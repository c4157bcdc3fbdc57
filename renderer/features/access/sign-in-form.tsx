import { Button } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { AccessState } from '../../../electron/contract/access';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { call } from '../../shared/room-client';
import { SecretField } from '../../shared/secret-field';
import { keepComposition } from '../../shared/submit-guard';
import type { PersonAtDoor } from './people-list';
import { useSecondsLeft } from './use-seconds-left';
import { waitWords } from './wait-words';

interface SignInFormProps {
  readonly person: PersonAtDoor;
  /** The screen of this very person is locked. */
  readonly locked: boolean;
  readonly onDone: (state: AccessState) => void;
  /** After a refusal: the wait, the PIN or the account may have changed. */
  readonly onRefused: () => void;
}

/** Password or PIN of one person. A wrong one empties the field and leaves the cursor in it. */
export function SignInForm({ person, locked, onDone, onRefused }: SignInFormProps) {
  const { t, say } = useSpeech();
  const [byPassword, setByPassword] = useState(false);
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const field = useRef<InputRef>(null);
  const pin = person.pin && !byPassword;
  const left = useSecondsLeft(person.waitUntil);
  const waiting = left > 0;

  useEffect(() => {
    if (!waiting && !busy) field.current?.focus();
  }, [waiting, busy, pin]);

  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (secret === '' || busy || waiting) return;
    setBusy(true);
    const { name } = person;
    const answer = pin
      ? await call('access.signInByPin', { name, pin: secret })
      : await call('access.signIn', { name, password: secret });
    setBusy(false);
    setSecret('');
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) onDone(answer.value);
    else onRefused();
  };
  if (person.barred !== null) {
    return (
      <p className="barred" role="alert">
        {say(person.barred)}
      </p>
    );
  }
  return (
    <form className="sign-in" onSubmit={(event) => void send(event)} onKeyDown={keepComposition}>
      <SecretField
        key={pin ? 'pin' : 'password'}
        large
        autoFocus
        ref={field}
        digits={pin}
        label={pin ? t.access.pin : t.access.password}
        hint={pin ? t.access.pinHint : undefined}
        value={secret}
        disabled={busy || waiting}
        problems={waiting ? [] : problems}
        onChange={(text) => {
          setSecret(text);
          setProblems([]);
        }}
      />
      {waiting ? (
        <p className="wait" role="timer">
          {t.access.wait(waitWords(left, t))}
        </p>
      ) : null}
      <div className="actions">
        <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={secret === '' || waiting}>
          {locked ? t.access.unlock : t.access.signIn}
        </Button>
        {person.pin ? (
          <Button
            type="link"
            onClick={() => {
              setByPassword(pin);
              setSecret('');
              setProblems([]);
            }}
          >
            {pin ? t.access.usePassword : t.access.usePin}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
