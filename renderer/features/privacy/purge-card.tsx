import { Button } from 'antd';
import { useState } from 'react';
import type { Response } from '../../../electron/contract/contract';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { useAnswer } from '../../shared/use-answer';
import { useStep } from '../sync/use-step';
import { PurgeDialog } from './purge-dialog';
import { PurgeRows } from './purge-rows';

type Kept = Response<'privacy.purge'>['kept'];

/** 清理本机副本: archived cases whose copies here may go, why others may not, and what went before. */
export function PurgeCard() {
  const { t, say } = useSpeech();
  const words = t.privacy.purge;
  const { reloadRoom } = useRoom();
  const asked = useAnswer('privacy.purgeable', {});
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [asking, ask] = useState(false);
  const [done, setDone] = useState<{ readonly purged: number; readonly kept: Kept } | null>(null);
  const { busy, problems, run } = useStep();
  const rows = asked.value?.rows ?? [];
  const titles = new Map(rows.map(({ caseId, title }) => [caseId, title]));
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());

  const purge = async () => {
    const caseIds = rows
      .filter(({ caseId, blocked }) => blocked === null && chosen.has(caseId))
      .map((one) => one.caseId);
    setNames(titles);
    const answer = await call('privacy.purge', { caseIds });
    ask(false);
    if (!answer.ok) return answer.problems;
    setDone(answer.value);
    choose(new Set());
    asked.reload();
    reloadRoom();
    return [];
  };
  return (
    <>
      <section className="card" aria-label={t.privacy.parts.purge}>
        <p>{words.lead}</p>
        <ProblemList problems={[...asked.problems, ...problems]} title={words.failed} />
        {asked.waiting ? <p className="quiet">{t.words.loading}</p> : null}
        {asked.value !== null && rows.length === 0 ? <p className="quiet">{words.none}</p> : null}
        {rows.length === 0 ? null : <PurgeRows rows={rows} chosen={chosen} onChoose={choose} />}
        {rows.length === 0 ? null : (
          <div className="actions">
            <Button danger disabled={chosen.size === 0} loading={busy} onClick={() => ask(true)}>
              {words.purge(chosen.size)}
            </Button>
          </div>
        )}
        <div role="status">
          {busy ? words.purging : done === null ? null : <p>{words.done(done.purged)}</p>}
          {busy || done === null || done.kept.length === 0 ? null : (
            <>
              <p className="wrong">{words.kept}</p>
              <ul>
                {done.kept.map(({ caseId, problem }) => (
                  <li key={caseId}>
                    {names.get(caseId) ?? t.caseTexts.untitled}：{say(problem)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </section>
      {asked.value === null ? null : <Purged purged={asked.value.purged} />}
      {asking ? (
        <PurgeDialog count={chosen.size} busy={busy} onPurge={() => void run(purge)} onClose={() => ask(false)} />
      ) : null}
    </>
  );
}

/** What was purged here. */
function Purged({ purged }: { readonly purged: Response<'privacy.purgeable'>['purged'] }) {
  const { t } = useSpeech();
  const words = t.privacy.purge;
  return (
    <section className="card" aria-label={words.purged}>
      <h2>{words.purged}</h2>
      {purged.length === 0 ? <p className="quiet">{words.purgedNone}</p> : null}
      <ul className="purged-list">
        {purged.map(({ caseId, number, on, by }) => (
          <li key={caseId}>
            <span>{number ?? words.noNumber}</span>
            <span className="quiet">{words.purgedLine(on, by)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
