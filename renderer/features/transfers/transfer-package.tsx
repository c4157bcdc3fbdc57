import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { CaseState } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import { AnswerForm } from './answer-form';

type Transfer = CaseState['transfers'][number];

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** One package as it was made, and what the court said to it. */
export function TransferPackage({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useSpeech();
  const { view } = useCase();
  const [saved, setSaved] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const name = t.transfers.package(transfer.revision);
  const save = async (): Promise<void> => {
    const answer = await call('transfers.save', { id: view.id, transfer: transfer.id });
    setProblems(answer.ok ? [] : answer.problems);
    setSaved(answer.ok ? answer.value.file : null);
  };
  return (
    <div className="transfer-package" role="group" aria-label={name}>
      <div className="card-head">
        <h2>
          {name} <span className="transfer-status">{t.transfers.statuses[transfer.status]}</span>
        </h2>
        <Button onClick={() => void save()}>{t.transfers.save}</Button>
      </div>
      <p className="quiet">
        {[
          t.transfers.files(transfer.files.length, size(transfer.bytes)),
          t.transfers.id(transfer.id),
          t.transfers.hash(transfer.sha256.slice(0, 12)),
        ].join(' · ')}
      </p>
      <ProblemList problems={problems} />
      {saved === null ? null : (
        <p className="quiet saved-to" role="status">
          {t.transfers.savedTo(saved)}
        </p>
      )}
      <Answer transfer={transfer} />
      <AnswerForm key={`${transfer.revision} ${transfer.status}`} transfer={transfer} />
    </div>
  );
}

/** What was written down of the court's answer; nothing before there is one. */
function Answer({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useSpeech();
  const { answeredOn, answerNumber, answerReason, receiver } = transfer;
  const facts = [
    [t.transfers.answeredOn, answeredOn],
    [t.transfers.answerNumber, answerNumber],
    [t.transfers.receiver, receiver],
    [t.transfers.answerReason, answerReason],
  ].filter(([, fact]) => fact !== undefined && fact !== '');
  if (facts.length === 0) return null;
  return (
    <p className="transfer-answer">
      {t.transfers.statuses[transfer.status]}：{facts.map(([name = '', fact = '']) => `${name} ${fact}`).join('；')}
    </p>
  );
}
