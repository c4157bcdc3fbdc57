import { Button, type InputRef } from 'antd';
import { useRef, useState, type SubmitEvent } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { call } from '../../shared/room-client';
import { keepComposition } from '../../shared/submit-guard';
import { DoorPage } from './door-page';
import { OpeningFields, useOpening } from './opening-form';
import { WayChoice } from './way-choice';

interface KeyLostPageProps {
  readonly problem: ProblemMessage;
  readonly people: readonly string[];
  /** A recovery sheet is in force. */
  readonly recovery: boolean;
  readonly onOpened: () => void;
}

/** A new computer or another system account: says what happened, and opens with a password or the recovery sheet. */
export function KeyLostPage({ problem, people, recovery, onOpened }: KeyLostPageProps) {
  const { t, say } = useSpeech();
  const words = t.access.keyLost;
  const [bySheet, setBySheet] = useState(recovery && people.length === 0);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const typed = useOpening(people, bySheet);
  const field = useRef<InputRef>(null);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (typed.opening === null || busy) return;
    setBusy(true);
    const answer = await call('keys.open', typed.opening);
    setBusy(false);
    typed.setPassword('');
    if (answer.ok) onOpened();
    else {
      setProblems(answer.problems);
      field.current?.focus();
    }
  };
  return (
    <DoorPage>
      <form className="card door-card" onSubmit={(event) => void send(event)} onKeyDown={keepComposition}>
        <h1>{words.title}</h1>
        <p>{words.what}</p>
        <p>{words.todo}</p>
        {recovery ? (
          <WayChoice
            bySheet={bySheet}
            onChange={(next) => {
              setBySheet(next);
              setProblems([]);
            }}
          />
        ) : (
          <p className="quiet">{words.noSheet}</p>
        )}
        <OpeningFields
          key={String(bySheet)}
          typed={typed}
          people={people}
          bySheet={bySheet}
          field={field}
          problems={typed.password === '' || bySheet ? problems : []}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy} disabled={typed.opening === null}>
            {words.open}
          </Button>
        </div>
        <details className="forgot">
          <summary>{words.neitherAsk}</summary>
          <p>{words.neither}</p>
          <p className="quiet">{say(problem)}</p>
        </details>
      </form>
    </DoorPage>
  );
}
