import { Button } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { AccessState } from '../../../electron/contract/access';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { keepComposition } from '../../shared/submit-guard';
import { NameField } from './name-field';
import { complete, NewPassword, noPassword } from './new-password';
import { bareKey } from './recovery-key';
import { RecoveryKeyField } from './recovery-key-field';

interface ResetBySheetProps {
  readonly people: readonly string[];
  readonly chosen: string | null;
  readonly onDone: (state: AccessState) => void;
  readonly onBack: () => void;
}

/** A lost password: the printed sheet and a new password for one account. */
export function ResetBySheet({ people, chosen, onDone, onBack }: ResetBySheetProps) {
  const { t } = useSpeech();
  const words = t.access.reset;
  const [key, setKey] = useState('');
  const [name, setName] = useState(chosen ?? '');
  const [fresh, setFresh] = useState(noPassword);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const ready = bareKey(key) !== '' && name !== '' && complete(fresh);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    const answer = await call('keys.resetPassword', { key: bareKey(key), name, password: fresh.password });
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblems(answer.problems);
  };
  const at = byField(problems);
  return (
    <form className="card door-card" onSubmit={(event) => void send(event)} onKeyDown={keepComposition}>
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      <ProblemList problems={problems.filter(({ field }) => field !== 'key' && field !== 'password')} />
      <div className="form-grid">
        <RecoveryKeyField autoFocus value={key} problems={at['key'] ?? []} onChange={setKey} />
        <NameField label={words.name} people={people} value={name} onChange={setName} />
      </div>
      <NewPassword name={name} value={fresh} problems={at['password']} onChange={setFresh} />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
          {words.save}
        </Button>
        <Button type="link" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}
