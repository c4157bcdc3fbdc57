import { Button } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { AccessState } from '../../../electron/contract/access';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { SecretField } from '../../shared/secret-field';
import { keepComposition } from '../../shared/submit-guard';
import { DoorPage } from './door-page';
import { complete, NewPassword, noPassword } from './new-password';

interface OwnPasswordPageProps {
  readonly name: string;
  readonly onDone: (state: AccessState) => void;
  readonly onSignOut: () => void;
}

/** The password was set by an administrator: the person chooses an own one before anything else. */
export function OwnPasswordPage({ name, onDone, onSignOut }: OwnPasswordPageProps) {
  const { t } = useSpeech();
  const words = t.access.mustChange;
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState(noPassword);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const ready = old !== '' && complete(fresh);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    const answer = await call('access.changePassword', { old, fresh: fresh.password });
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblems(answer.problems);
  };
  const at = byField(problems);
  return (
    <DoorPage>
      <form className="card door-card" onSubmit={(event) => void send(event)} onKeyDown={keepComposition}>
        <h1>{words.title}</h1>
        <p className="quiet">{words.lead(name)}</p>
        <ProblemList problems={problems.filter(({ field }) => field !== 'old' && field !== 'fresh')} />
        <div className="form-grid">
          <SecretField autoFocus label={words.old} value={old} problems={at['old']} onChange={setOld} />
        </div>
        <NewPassword name={name} value={fresh} problems={at['fresh']} onChange={setFresh} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
            {words.save}
          </Button>
          <Button type="link" onClick={onSignOut}>
            {t.access.menu.signOut}
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}
