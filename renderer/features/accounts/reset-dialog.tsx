import { Button, Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { keepComposition } from '../../shared/submit-guard';
import { complete, NewPassword, noPassword } from '../access/new-password';
import { useStep } from '../sync/use-step';
import type { AccountStep } from './use-accounts';

interface ResetDialogProps {
  readonly name: string;
  readonly step: AccountStep;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A temporary password for somebody who lost his own. */
export function ResetDialog({ name, step, onClose, onDone }: ResetDialogProps) {
  const { t } = useSpeech();
  const words = t.accounts;
  const [fresh, setFresh] = useState(noPassword);
  const { busy, problems, run } = useStep();
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!complete(fresh) || busy) return;
    if (await run(() => step('accounts.resetPassword', { name, password: fresh.password }))) onDone();
  };
  return (
    <Modal getContainer={layers} open title={words.resetOf(name)} footer={null} onCancel={onClose}>
      <form onSubmit={(event) => void send(event)} onKeyDown={keepComposition}>
        <p>{words.resetText(name)}</p>
        <ProblemList problems={problems.filter(({ field }) => field !== 'password')} />
        <NewPassword
          label={words.firstPassword}
          name={name}
          value={fresh}
          problems={byField(problems)['password']}
          onChange={setFresh}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!complete(fresh)}>
            {words.reset}
          </Button>
          <Button onClick={onClose}>{t.words.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
