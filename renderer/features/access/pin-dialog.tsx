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
import './access.css';

/** 设置数字口令: six digits for unlocking quickly; the password is asked again. */
export function PinDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSpeech();
  const { access, take } = useAccess();
  const words = t.access.setPin;
  const has = access.who?.hasPin ?? false;
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const [repeat, setRepeat] = useState('');
  const [done, setDone] = useState<string | null>(null);
  const { busy, problems, run } = useStep();
  const at = byField(problems);
  const differ = repeat.length === 6 && repeat !== pin;
  const ready = password !== '' && pin.length === 6 && pin === repeat;
  const set = (value: string | null): void =>
    void run(async () => {
      const answer = await call('access.setPin', { password, pin: value });
      if (!answer.ok) return answer.problems;
      take(answer.value);
      setDone(value === null ? words.removed : words.done);
      return [];
    });
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (ready && !busy) set(pin);
  };
  return (
    <Modal getContainer={layers} open title={words.title} footer={null} onCancel={onClose} destroyOnHidden>
      {done === null ? (
        <form onSubmit={send} onKeyDown={keepComposition}>
          <p>{words.lead}</p>
          {has ? <p>{words.has}</p> : null}
          <ProblemList problems={problems.filter(({ field }) => field !== 'password' && field !== 'pin')} />
          <div className="form-grid">
            <SecretField
              autoFocus
              label={words.password}
              value={password}
              problems={at['password']}
              onChange={setPassword}
            />
          </div>
          <div className="form-grid pin-pair">
            <SecretField fresh digits label={words.pin} value={pin} problems={at['pin']} onChange={setPin} />
            <SecretField
              fresh
              digits
              label={words.repeat}
              value={repeat}
              problems={differ ? [{ code: 'pins-differ', zh: words.differ, en: words.differ }] : []}
              onChange={setRepeat}
            />
          </div>
          <div className="actions">
            <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
              {words.save}
            </Button>
            {has ? (
              <Button disabled={password === '' || busy} onClick={() => set(null)}>
                {words.remove}
              </Button>
            ) : null}
            <Button onClick={onClose}>{t.words.cancel}</Button>
          </div>
        </form>
      ) : (
        <>
          <p role="status">{done}</p>
          <Button type="primary" autoFocus onClick={onClose}>
            {t.words.close}
          </Button>
        </>
      )}
    </Modal>
  );
}
