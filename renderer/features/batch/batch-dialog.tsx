import { Button, Modal, Progress } from 'antd';
import { useEffect, useState } from 'react';
import type { BatchProgress, Response } from '../../../electron/contract/contract';
import { FORM_IDS, FORMS, type FormId } from '../../../electron/contract/forms';
import type { ProblemMessage } from '../../../electron/contract/method';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call, onBatchProgress } from '../../shared/room-client';
import { BatchResult } from './batch-result';
import './batch.css';

type Result = NonNullable<Response<'batch.run'>>;

/** Papers that are bound or packed, not printed by the hundred. */
const NOT_ALONE = new Set<FormId>(['F01', 'F02', 'F17', 'F18', 'F27', 'T01']);

/** 批量制作: one form of every case that has it, in one PDF, with progress; it can be stopped. */
export function BatchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useSpeech();
  const [form, setForm] = useState<FormId>('F12');
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<BatchProgress | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  useEffect(() => onBatchProgress(setProgress), []);
  const words = Object.fromEntries(
    FORM_IDS.filter((id) => !NOT_ALONE.has(id)).map((id) => [id, language === 'en' ? FORMS[id].en : FORMS[id].zh]),
  ) as Record<FormId, string>;
  const choose = (next: FormId): void => {
    setForm(next);
    setResult(null);
    setProblems([]);
  };
  const run = async (): Promise<void> => {
    setRunning(true);
    setProgress(null);
    setResult(null);
    setProblems([]);
    const answer = await call('batch.run', { form });
    setRunning(false);
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) setResult(answer.value);
  };
  const stop = (): void => void call('batch.cancel', {});
  const percent = progress === null || progress.total === 0 ? 0 : Math.floor((progress.done * 100) / progress.total);
  return (
    <Modal
      getContainer={layers}
      open
      title={t.batch.title}
      closable={!running}
      keyboard={!running}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        running
          ? [
              <Button key="stop" danger onClick={stop}>
                {t.batch.stop}
              </Button>,
            ]
          : [
              <Button key="close" type={result === null ? 'default' : 'primary'} onClick={onClose}>
                {t.words.close}
              </Button>,
              <Button key="run" type={result === null ? 'primary' : 'default'} onClick={() => void run()}>
                {t.batch.run}
              </Button>,
            ]
      }
    >
      <p>{t.batch.text}</p>
      {running ? (
        <p>
          {t.batch.form}：{words[form]}
        </p>
      ) : (
        <Field label={t.batch.form}>
          {(marks) => <Choice marks={marks} value={form} words={words} onChange={choose} />}
        </Field>
      )}
      <ProblemList problems={problems} />
      {running ? (
        <div role="status">
          <Progress percent={percent} />
          {progress === null ? t.batch.waiting : t.batch.done(progress.done, progress.total)}
        </div>
      ) : null}
      {result === null ? null : <BatchResult result={result} />}
    </Modal>
  );
}
