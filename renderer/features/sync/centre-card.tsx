import { Button } from 'antd';
import type { SyncPageView, SyncStatusView } from '../../../electron/contract/sync';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { clockWords, syncTone, syncWords } from '../../shared/sync-words';
import { Asked } from './asked';
import { EnrolForm } from './enrol-form';
import { Stopped, stoppedBy } from './stopped';
import { useStep } from './use-step';
import type { TakeStep } from './use-sync-page';

interface CentreCardProps {
  readonly status: SyncStatusView;
  readonly centre: NonNullable<SyncPageView['centre']>;
  readonly step: TakeStep;
}

/** The centre, how the connection stands, and what a person can do about it. */
export function CentreCard({ status, centre, step }: CentreCardProps) {
  const { t } = useSpeech();
  const { busy, problems, run } = useStep();
  const stopped = stoppedBy(status, centre.state);
  const now = async () => {
    const answer = await call('sync.now', {});
    return answer.ok ? [] : answer.problems;
  };
  return (
    <section className="card" aria-label={t.sync.connection}>
      <div className="card-head">
        <h2 className={`sync-now tone-${syncTone(status)}`}>
          <i className="dot" aria-hidden="true" />
          {syncWords(status, t)}
        </h2>
        {stopped === null ? (
          <Button loading={busy} onClick={() => void run(now)}>
            {t.sync.now}
          </Button>
        ) : null}
      </div>
      <ProblemList problems={problems} />
      {stopped === null ? <StatusText status={status} /> : <Stopped why={stopped} status={status} step={step} />}
      {centre.state === 'asked' && stopped === null ? <Asked code={centre.code} /> : null}
      <dl className="facts">
        {centre.organisation === null ? null : (
          <div>
            <dt>{t.sync.organisation}</dt>
            <dd>
              {centre.organisation}
              {centre.state === 'admitted' && stopped === null ? (
                <span className="quiet"> · {t.sync.admitted}</span>
              ) : null}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.sync.address}</dt>
          <dd>{centre.url}</dd>
        </div>
      </dl>
      {centre.state === 'asked' || stopped === 'other-centre' || status.state === 'offline' ? (
        <details className="other-address">
          <summary>{t.sync.enrol.again}</summary>
          <EnrolForm key={centre.url} url={centre.url} step={step} />
        </details>
      ) : null}
    </section>
  );
}

/** What keeps the connection from being well, in the program's own words. */
function StatusText({ status }: { readonly status: SyncStatusView }) {
  const { t, say } = useSpeech();
  if (status.state === 'offline') {
    return (
      <>
        {status.words === null ? null : <p>{say(status.words)}</p>}
        {status.since === null ? null : <p className="quiet">{t.sync.status.since(clockWords(status.since))}</p>}
      </>
    );
  }
  if (status.state === 'needs-person' && status.reason !== 'waiting-for-admission') return <p>{say(status.words)}</p>;
  return null;
}
