import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { shanghaiDay } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';
import { LogFilter, type LogQuestion } from './log-filter';
import { LogRows } from './log-rows';

const PAGE = 100;
const WEEK = 6 * 86_400_000;

const lastWeek = (): LogQuestion => ({
  from: shanghaiDay(new Date(Date.now() - WEEK)),
  to: shanghaiDay(new Date()),
  account: null,
  caseId: null,
});

const count = (n: number): string => n.toLocaleString('en-US');

/** 查阅记录: by days, person and case, a hundred lines at a time; the last page stays until the next one is there. */
export function LogCard() {
  const { t } = useSpeech();
  const words = t.privacy.log;
  const [question, setQuestion] = useState<LogQuestion>(lastWeek);
  const [offset, setOffset] = useState(0);
  const { from, to, account, caseId } = question;
  const wrong = from === undefined || to === undefined ? words.needDates : from > to ? words.order : null;
  const days = from === undefined || to === undefined || from > to ? null : { from, to };
  const request = days === null ? null : { ...days, account, caseId, offset, limit: PAGE };
  const page = JSON.stringify(request);
  const asked = useAnswer('log.list', request);
  const [answered, setAnswered] = useState({ value: asked.value, page });
  if (answered.value !== asked.value) setAnswered({ value: asked.value, page });
  const total = asked.value?.total ?? 0;
  const rows = asked.value?.rows ?? [];
  const last = Math.min(offset + PAGE, total);
  return (
    <section className="card log-card" aria-label={t.privacy.parts.log}>
      <p className="field-hint">{words.lead}</p>
      <LogFilter
        value={question}
        accounts={asked.value?.accounts ?? []}
        onChange={(patch) => {
          setOffset(0);
          setQuestion((before) => ({ ...before, ...patch }));
        }}
      >
        <Button onClick={asked.reload}>{words.refresh}</Button>
      </LogFilter>
      {wrong === null ? null : (
        <p className="field-problem" role="alert">
          {wrong}
        </p>
      )}
      <ProblemList problems={asked.problems} title={words.failed} />
      {asked.waiting ? <p className="quiet">{words.reading}</p> : null}
      {asked.value !== null && total === 0 ? (
        <div className="empty">
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyText}</p>
        </div>
      ) : null}
      {total === 0 ? null : <LogRows rows={rows} page={answered.page} old={answered.page !== page} />}
      <div className="log-foot">
        <span className="quiet" aria-live="polite">
          {total === 0 ? '' : words.range(offset + 1, last, count(total))}
        </span>
        <Button disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE))}>
          {words.newer}
        </Button>
        <Button disabled={last >= total} onClick={() => setOffset(offset + PAGE)}>
          {words.older}
        </Button>
        <span className="space" />
        <LogExport days={days} />
      </div>
    </section>
  );
}

/** The days on screen as a CSV file. */
function LogExport({ days }: { readonly days: { readonly from: string; readonly to: string } | null }) {
  const { t } = useSpeech();
  const words = t.privacy.log;
  const [busy, setBusy] = useState(false);
  const [told, tell] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const run = async (): Promise<void> => {
    if (days === null) return;
    setBusy(true);
    const answer = await call('log.export', days);
    setBusy(false);
    setProblems(answer.ok ? [] : answer.problems);
    tell(answer.ok ? (answer.value.file === null ? words.cancelled : words.exported(answer.value.file)) : null);
  };
  return (
    <>
      <ProblemList problems={problems} />
      <span role="status" className="quiet">
        {told}
      </span>
      <Button disabled={days === null} loading={busy} title={words.exportHint} onClick={() => void run()}>
        {words.export}
      </Button>
    </>
  );
}
