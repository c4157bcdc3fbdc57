import { Button } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';
import { useStep } from '../sync/use-step';

/** 诊断: the whole text is read first, then just that text is saved. */
export function DiagnosticsCard() {
  const { t } = useSpeech();
  const words = t.safety.diagnostics;
  const look = useAnswer('diagnostics.look', {});
  const { busy, problems, run } = useStep();
  const [told, tell] = useState<string | null>(null);
  const save = async () => {
    tell(null);
    const answer = await call('diagnostics.save', {});
    if (!answer.ok) return answer.problems;
    tell(answer.value.file === null ? words.cancelled : words.saved(answer.value.file));
    return [];
  };
  return (
    <section className="card diagnostics" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
        <Button onClick={look.reload}>{words.reload}</Button>
        <Button type="primary" disabled={look.value === null} loading={busy} onClick={() => void run(save)}>
          {words.save}
        </Button>
      </div>
      <p>{words.lead}</p>
      <ProblemList problems={[...look.problems, ...problems]} title={words.failed} />
      <p role="status" className="safety-told">
        {told}
      </p>
      {look.waiting ? <p className="quiet">{t.words.loading}</p> : null}
      {look.value === null ? null : (
        <pre tabIndex={0} aria-label={words.text} className="diagnostics-text">
          {look.value.text}
        </pre>
      )}
    </section>
  );
}
