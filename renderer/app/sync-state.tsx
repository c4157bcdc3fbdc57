import { Link } from 'react-router';
import { useSpeech } from '../shared/language';
import { syncAnnouncement, syncTone, syncWords } from '../shared/sync-words';
import { useSyncStatus } from '../shared/use-sync';

/** The connection with the centre at the foot of the window, in words and a quiet colour; leads to 同步. */
export function SyncState() {
  const { t } = useSpeech();
  const status = useSyncStatus();
  const words = status === null ? t.sync.status.unknown : syncWords(status, t);
  const tone = status === null ? 'quiet' : syncTone(status);
  return (
    <>
      <Link
        to="/sync"
        className={`sync-state tone-${tone}`}
        aria-live="off"
        aria-label={t.sync.status.goTo(words)}
        title={words}
      >
        <i className="dot" aria-hidden="true" />
        <span>{words}</span>
      </Link>
      <span className="only-heard" aria-live="polite">
        {status === null ? '' : syncAnnouncement(status, t)}
      </span>
    </>
  );
}
