import { Button, Input, Popover } from 'antd';
import { useId, useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { useCase } from '../case/case-context';
import type { ListedPaper } from './case-papers';
import { keyOf } from './paper-address';
import { ProblemLinks } from './problem-links';

/** 文号 of a paper that has one of its own: taken from the room's block, or given up with a reason; never typed. */
export function NumberCard({ paper: { form, of } }: { readonly paper: ListedPaper }) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const { reloadRoom } = useRoom();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const [voiding, setVoiding] = useState(false);
  const paper = { id: view.id, form, of };
  const number = view.state.numbers[keyOf({ form, of })];
  const take = async (): Promise<void> => {
    setProblems(await editor.act(() => call('documents.takeNumber', paper)));
    reloadRoom();
  };
  const giveUp = async (reason: string): Promise<void> => {
    setProblems(await editor.act(() => call('documents.voidNumber', { ...paper, reason })));
    setVoiding(false);
    reloadRoom();
  };
  return (
    <section className="card" aria-label={t.documents.number} data-field={`numbers.${keyOf({ form, of })}`}>
      <h2>{t.documents.number}</h2>
      {/* Its own field is this card: a link to itself would lead nowhere. */}
      <ProblemLinks problems={problems.map(({ code, zh, en }) => ({ code, zh, en }))} />
      <div className="paper-number">
        <output aria-label={t.documents.number} className={number === undefined ? 'quiet' : 'paper-number-text'}>
          {number?.text ?? t.documents.noNumber}
        </output>
        {number === undefined ? (
          <Button onClick={() => void take()}>{t.documents.takeNumber}</Button>
        ) : (
          <Popover
            trigger="click"
            open={voiding}
            onOpenChange={setVoiding}
            content={<VoidReason onVoid={(reason) => void giveUp(reason)} />}
          >
            <Button>{t.documents.voidNumber}</Button>
          </Popover>
        )}
      </div>
      <p className="field-hint">{t.documents.numberHint}</p>
    </section>
  );
}

function VoidReason({ onVoid }: { readonly onVoid: (reason: string) => void }) {
  const { t } = useSpeech();
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <div className="paper-void">
      <label htmlFor={id}>{t.documents.voidReason}</label>
      <Input.TextArea id={id} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button disabled={reason.trim() === ''} onClick={() => onVoid(reason.trim())}>
        {t.documents.voidConfirm}
      </Button>
    </div>
  );
}
