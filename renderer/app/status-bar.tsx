import { CheckCircleFilled, ExclamationCircleFilled, HomeOutlined, LoadingOutlined } from '@ant-design/icons';
import { shanghaiTime } from '../shared/format';
import { useSpeech } from '../shared/language';
import { useRoom } from '../shared/room-context';
import { useSaveState } from '../shared/save-state';
import { LanguageSwitch } from '../shared/language-switch';
import { PersonMenu } from './person-menu';
import { SyncState } from './sync-state';

function Saved() {
  const { t, say } = useSpeech();
  const save = useSaveState();
  switch (save.state) {
    case 'untouched':
      return <span className="state-quiet">{t.frame.untouched}</span>;
    case 'saving':
      return (
        <span className="state-quiet">
          <LoadingOutlined spin={false} aria-hidden="true" /> {t.frame.saving}
        </span>
      );
    case 'saved':
      return (
        <span className="state-good">
          <CheckCircleFilled aria-hidden="true" /> {t.frame.saved(shanghaiTime(save.at).slice(11))}
        </span>
      );
    case 'failed':
      return (
        <span className="state-wrong" title={say(save.problem)}>
          <ExclamationCircleFilled aria-hidden="true" /> {t.frame.failed(say(save.problem))}
        </span>
      );
  }
}

/** Four things that are always told, in words and colour: who, where, connected or not, saved or not. */
export function StatusBar() {
  const { t } = useSpeech();
  const { room } = useRoom();
  return (
    <footer className="status-bar" role="status" aria-label={t.frame.status}>
      <PersonMenu />
      <span>
        <HomeOutlined aria-hidden="true" /> {room.room}
      </span>
      <SyncState />
      <Saved />
      <span className="status-space" />
      <LanguageSwitch />
    </footer>
  );
}
