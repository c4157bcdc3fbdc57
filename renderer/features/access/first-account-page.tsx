import { Button } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { AccessState } from '../../../electron/contract/access';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { keepComposition } from '../../shared/submit-guard';
import { TextField } from '../../shared/text-field';
import { DoorPage } from './door-page';
import { complete, NewPassword, noPassword } from './new-password';

/** A store without accounts: made before there were any, or the first start was cut off. */
export function FirstAccountPage({ onDone }: { readonly onDone: (state: AccessState) => void }) {
  const { t } = useSpeech();
  const { room } = useRoom();
  const words = t.access.firstAccount;
  const [name, setName] = useState(room.operator);
  const [fresh, setFresh] = useState(noPassword);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const ready = name.trim() !== '' && complete(fresh);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    const answer = await call('access.firstAccount', { name: name.trim(), password: fresh.password });
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblems(answer.problems);
  };
  const at = byField(problems);
  return (
    <DoorPage>
      <form className="card door-card" onSubmit={(event) => void send(event)} onKeyDown={keepComposition}>
        <h1>{words.title}</h1>
        <p className="quiet">{words.lead}</p>
        <ProblemList problems={problems.filter(({ field }) => field !== 'name' && field !== 'password')} />
        <div className="form-grid">
          <TextField label={words.name} value={name} problems={at['name']} onChange={setName} />
        </div>
        <NewPassword name={name} value={fresh} problems={at['password']} onChange={setFresh} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
            {words.create}
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}
