import { Button, Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { useAccess } from '../../shared/access-context';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { SecretField } from '../../shared/secret-field';
import { keepComposition } from '../../shared/submit-guard';
import { useStep } from '../sync/use-step';
import { complete, NewPassword, noPassword } from './new-password';
import './access.css';

/** 修改密码: the present one and a new one twice. */
export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSpeech();
  const { access, take } = useAccess();
  const words = t.access.changePassword;
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState(noPassword);
  const [done, setDone] = useState(false);
  const { busy, problems, run } = useStep();
  const ready = old !== '' && complete(fresh);
  const at = byField(problems);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!ready || busy) return;
    void run(async () => {
      const answer = await call('access.changePassword', { old, fresh: fresh.password });
      if (!answer.ok) return answer.problems;
      take(answer.value);
      setDone(true);
      return [];
    });
  };
  return (
    <Modal getContainer={layers} open title={words.title} footer={null} onCancel={onClose} destroyOnHidden>
      {done ? (
        <>
          <p role="status">{words.done}</p>
          <Button type="primary" autoFocus onClick={onClose}>
            {t.words.close}
          </Button>
        </>
      ) : (
        <form onSubmit={send} onKeyDown={keepComposition}>
          <ProblemList problems={problems.filter(({ field }) => field !== 'old' && field !== 'fresh')} />
          <div className="form-grid">
            <SecretField autoFocus label={words.old} value={old} problems={at['old']} onChange={setOld} />
          </div>
          <NewPassword name={access.who?.name ?? ''} value={fresh} problems={at['fresh']} onChange={setFresh} />
          <div className="actions">
            <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
              {words.save}
            </Button>
            <Button onClick={onClose}>{t.words.cancel}</Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
