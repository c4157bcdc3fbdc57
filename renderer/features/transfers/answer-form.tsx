import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { CaseState } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { TextField } from '../../shared/text-field';
import { useCase } from '../case/case-context';

type Transfer = CaseState['transfers'][number];

const FIELDS: readonly string[] = ['status', 'answeredOn', 'answerReason'];

/** The court's answer as it came on paper or by telephone. */
export function AnswerForm({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [status, setStatus] = useState(transfer.status === 'to-send' ? 'sent' : transfer.status);
  const [answeredOn, setAnsweredOn] = useState(transfer.answeredOn);
  const [answerNumber, setNumber] = useState(transfer.answerNumber ?? '');
  const [answerReason, setReason] = useState(transfer.answerReason ?? '');
  const [receiver, setReceiver] = useState(transfer.receiver ?? '');
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const at = byField(problems);
  const { 'to-send': _unsent, ...words } = t.transfers.statuses;
  const record = async (): Promise<void> => {
    const answer = {
      id: view.id,
      transfer: transfer.id,
      status,
      ...(answeredOn === undefined ? {} : { answeredOn }),
      ...(answerNumber === '' ? {} : { answerNumber }),
      ...(answerReason === '' ? {} : { answerReason }),
      ...(receiver === '' ? {} : { receiver }),
    };
    setProblems(await editor.act(() => call('transfers.answer', answer)));
  };
  return (
    <details className="transfer-form">
      <summary>{t.transfers.answer}</summary>
      <div className="form-grid">
        <Field label={t.transfers.result} problems={at['status']}>
          {(marks) => (
            <Choice
              marks={marks}
              value={status}
              words={words}
              onChange={(next) => {
                setStatus(next);
                setProblems([]);
              }}
            />
          )}
        </Field>
        <DateField
          label={t.transfers.answeredOn}
          value={answeredOn}
          problems={at['answeredOn']}
          onChange={setAnsweredOn}
        />
        <TextField label={t.transfers.answerNumber} value={answerNumber} onChange={setNumber} />
        <TextField label={t.transfers.receiver} value={receiver} onChange={setReceiver} />
        <TextField
          label={t.transfers.answerReason}
          value={answerReason}
          problems={at['answerReason']}
          lines={2}
          onChange={setReason}
        />
      </div>
      <ProblemList problems={problems.filter(({ field = '' }) => !FIELDS.includes(field))} />
      <div className="actions">
        <Button onClick={() => void record()}>{t.transfers.record}</Button>
      </div>
    </details>
  );
}
