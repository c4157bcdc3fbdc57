import { Button, Input } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { KeysPage } from '../../../electron/contract/access';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { call } from '../../shared/room-client';
import { keepComposition } from '../../shared/submit-guard';
import { bareKey } from '../access/recovery-key';
import { useStep } from '../sync/use-step';

interface SheetConfirmProps {
  readonly onConfirmed: (page: KeysPage) => void;
  /** The paper did not come, or cannot be read. */
  readonly onAgain: () => void;
}

/** The last four characters on the paper, typed back. */
export function SheetConfirm({ onConfirmed, onAgain }: SheetConfirmProps) {
  const { t } = useSpeech();
  const words = t.keys.sheet;
  const [tail, setTail] = useState('');
  const { busy, problems, run } = useStep();
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (tail.length !== 4 || busy) return;
    void run(async () => {
      const answer = await call('keys.confirmRecovery', { tail });
      if (!answer.ok) {
        setTail('');
        return answer.problems;
      }
      onConfirmed(answer.value);
      return [];
    });
  };
  return (
    <form onSubmit={send} onKeyDown={keepComposition}>
      <div className="sheet-tail">
        <Field label={words.tail} problems={tail === '' ? problems : []}>
          {(marks) => (
            <Input
              {...marks}
              className="sheet-key"
              autoFocus
              autoComplete="off"
              spellCheck={false}
              value={tail}
              onChange={(event) => setTail(bareKey(event.target.value).slice(0, 4))}
            />
          )}
        </Field>
      </div>
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy} disabled={tail.length !== 4}>
          {words.confirm}
        </Button>
        <Button onClick={onAgain}>{words.again}</Button>
      </div>
    </form>
  );
}
