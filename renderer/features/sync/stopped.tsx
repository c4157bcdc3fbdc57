import type { SyncPageView, SyncStatusView } from '../../../electron/contract/sync';
import { useSpeech } from '../../shared/language';
import { NewIdentity } from './new-identity';
import type { TakeStep } from './use-sync-page';

export type StoppedBy = 'revoked' | 'forked' | 'other-centre';

/** What has stopped the exchange for good until a person acts; null while it goes on. */
export function stoppedBy(
  status: SyncStatusView,
  state: NonNullable<SyncPageView['centre']>['state'],
): StoppedBy | null {
  if (status.state === 'needs-person') {
    const { reason } = status;
    if (reason === 'revoked' || reason === 'forked' || reason === 'other-centre') return reason;
  }
  return state === 'revoked' || state === 'forked' ? state : null;
}

interface StoppedProps {
  readonly why: StoppedBy;
  readonly status: SyncStatusView;
  readonly step: TakeStep;
}

/** What happened, that nothing here is lost, what to do, and the button for it. */
export function Stopped({ why, status, step }: StoppedProps) {
  const { t, say } = useSpeech();
  return (
    <div className="stopped">
      <h3>{t.sync.stopped.titles[why]}</h3>
      {status.state === 'needs-person' ? <p>{say(status.words)}</p> : null}
      <p>{t.sync.stopped.safe}</p>
      <NewIdentity step={step} />
    </div>
  );
}
