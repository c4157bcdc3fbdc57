import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { CaseState } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { DateField } from '../../shared/date-field';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { TextField } from '../../shared/text-field';
import { useCase } from '../case/case-context';

type Transfer = CaseState['transfers'][number];

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** One package as it was made, and what the court said to it. */
export function TransferPackage({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useSpeech();
  const { view } = useCase();
  const [saved, setSaved] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const save = async (): Promise<void> => {
    const answer = await call('transfers.save', { id: view.id, transfer: transfer.id });
    setProblems(answer.ok ? [] : answer.problems);
    setSaved(answer.ok ? answer.value.file : null);
  };
  return (
    <div className="transfer-package" role="group" aria-label={t.transfers.package(transfer.id, transfer.revision)}>
      <p>
        <strong>{t.transfers.package(transfer.id, transfer.revision)}</strong>{' '}
        <span className="quiet">
          {t.transfers.files(transfer.files.length, size(transfer.bytes))} ·{' '}
          {t.transfers.hash(transfer.sha256.slice(0, 12))} · {t.transfers.statuses[transfer.status]}
        </span>
      </p>
      <ProblemList problems={problems} />
      <div className="actions">
        <Button onClick={() => void save()}>{t.transfers.save}</Button>
      </div>
      {saved === null ? null : (
        <p className="quiet" role="status">
          {t.transfers.savedTo(saved)}
        </p>
      )}
      <AnswerForm key={`${transfer.revision} ${transfer.status}`} transfer={transfer} />
    </div>
  );
}

/** The court's answer as it came on paper or by telephone. */
function AnswerForm({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [status, setStatus] = useState(transfer.status);
  const [answeredOn, setAnsweredOn] = useState(transfer.answeredOn);
  const [answerNumber, setNumber] = useState(transfer.answerNumber ?? '');
  const [answerReason, setReason] = useState(transfer.answerReason ?? '');
  const [receiver, setReceiver] = useState(transfer.receiver ?? '');
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
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
    <details>
      <summary>{t.transfers.answer}</summary>
      <div className="form-grid">
        <Field label={t.transfers.state}>
          {(marks) => <Choice marks={marks} value={status} words={t.transfers.statuses} onChange={setStatus} />}
        </Field>
        <DateField label={t.transfers.answeredOn} value={answeredOn} onChange={setAnsweredOn} />
        <TextField label={t.transfers.answerNumber} value={answerNumber} onChange={setNumber} />
        <TextField label={t.transfers.receiver} value={receiver} onChange={setReceiver} />
        <TextField label={t.transfers.answerReason} value={answerReason} lines={2} onChange={setReason} />
      </div>
      <ProblemList problems={problems} />
      <div className="actions">
        <Button onClick={() => void record()}>{t.transfers.record}</Button>
      </div>
    </details>
  );
}
