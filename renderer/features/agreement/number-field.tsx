import { Button, Input, Popover } from 'antd';
import { useId, useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { useCase } from '../case/case-context';

/** 协议编号: taken from the room's block, or given up with a reason; never typed. */
export function NumberField() {
  const { t } = useSpeech();
  const { editor, view, state } = useCase();
  const { reloadRoom } = useRoom();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const [voiding, setVoiding] = useState(false);
  const take = async (): Promise<void> => {
    setProblems(await editor.act(() => call('cases.takeNumber', { id: view.id })));
    reloadRoom();
  };
  const giveUp = async (reason: string): Promise<void> => {
    setProblems(await editor.act(() => call('cases.voidNumber', { id: view.id, reason })));
    setVoiding(false);
    reloadRoom();
  };
  return (
    <div className="field number-field" data-field="agreement.number">
      <span className="group-label">{t.agreement.number}</span>
      <div className="number-line" data-field="number">
        <output aria-label={t.agreement.number} className={state.number === undefined ? 'quiet' : 'number-text'}>
          {state.number?.text ?? t.agreement.noNumber}
        </output>
        {state.number === undefined ? (
          <Button type="primary" onClick={() => void take()}>
            {t.agreement.takeNumber}
          </Button>
        ) : (
          <Popover
            trigger="click"
            open={voiding}
            onOpenChange={setVoiding}
            content={<VoidReason onVoid={(reason) => void giveUp(reason)} />}
          >
            <Button>{t.agreement.voidNumber}</Button>
          </Popover>
        )}
      </div>
      <span className="field-hint">{t.agreement.numberHint}</span>
      <ProblemList problems={problems} />
    </div>
  );
}

function VoidReason({ onVoid }: { readonly onVoid: (reason: string) => void }) {
  const { t } = useSpeech();
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <div className="void-reason">
      <label htmlFor={id}>{t.agreement.voidReason}</label>
      <Input.TextArea id={id} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button disabled={reason.trim() === ''} onClick={() => onVoid(reason)}>
        {t.agreement.voidConfirm}
      </Button>
    </div>
  );
}
