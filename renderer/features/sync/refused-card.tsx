import { Button } from 'antd';
import { Link } from 'react-router';
import type { SyncPageView } from '../../../electron/contract/sync';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useFocusAfter } from './use-focus-after';
import { useStep } from './use-step';
import type { TakeStep } from './use-sync-page';

interface RefusedCardProps {
  readonly refused: SyncPageView['refused'];
  readonly step: TakeStep;
}

/** 中心拒收: each with why and what to do, until a person has seen it. */
export function RefusedCard({ refused, step }: RefusedCardProps) {
  const { t, say } = useSpeech();
  const words = t.sync.refused;
  const { busy, problems, run } = useStep();
  const { box, leaving } = useFocusAfter<HTMLElement>(refused.map(({ entry }) => entry).join('\n'));
  const dismiss = async (entry: string, index: number): Promise<void> => {
    leaving(index);
    if (!(await run(() => step('sync.dismissRefused', { entry })))) leaving(null);
  };
  return (
    <section ref={box} className="card" aria-label={words.title}>
      <h2 tabIndex={-1}>
        <span className="wrong">{words.title}</span> <span className="quiet">{refused.length}</span>
      </h2>
      <p>{words.lead}</p>
      <ProblemList problems={problems} />
      <ul className="refused-rows">
        {refused.map((row, index) => {
          const title = row.caseId === null ? words.own : row.title === '' ? t.caseTexts.untitled : row.title;
          return (
            <li key={row.entry} data-row tabIndex={-1}>
              <div className="refused-text">
                <p>
                  {row.caseId === null ? (
                    <strong>{title}</strong>
                  ) : (
                    <Link to={`/cases/${encodeURIComponent(row.caseId)}`}>{title}</Link>
                  )}{' '}
                  <time className="quiet">{shanghaiMinute(new Date(row.at))}</time>
                </p>
                <p>{say(row.problem)}</p>
              </div>
              <Button
                disabled={busy}
                aria-label={`${words.dismiss}：${title}`}
                onClick={() => void dismiss(row.entry, index)}
              >
                {words.dismiss}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
