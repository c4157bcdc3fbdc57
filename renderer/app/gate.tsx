import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { RoomInfo } from '../../electron/contract/room';
import { useSpeech } from '../shared/language';
import { ProblemList } from '../shared/problems';
import { useAnswer } from '../shared/use-answer';
import { Door } from './door';

const FirstStart = lazy(() => import('../features/first-start/first-start').then((m) => ({ default: m.FirstStart })));
const KeyLostPage = lazy(() => import('../features/access/key-lost-page').then((m) => ({ default: m.KeyLostPage })));

/** Decides what the window shows: the first start, a store that this system cannot open, a fault in words, or the door of the room. */
export function Gate() {
  const { t } = useSpeech();
  const status = useAnswer('room.status', {});
  const [changed, setChanged] = useState<RoomInfo | null>(null);
  const [asked, setAsked] = useState(status.value);
  /** The room was made just now: the recovery sheet and the first step come before 今日. */
  const [fresh, setFresh] = useState(false);
  if (asked !== status.value) {
    setAsked(status.value);
    setChanged(null);
  }
  const answer = status.value;
  const room = changed ?? (answer?.state === 'open' ? answer.room : null);
  if (room !== null) {
    return <Door hold={{ room, setRoom: setChanged, reloadRoom: status.reload }} fresh={fresh} onFresh={setFresh} />;
  }
  const opening = <p className="plain-page">{t.frame.opening}</p>;
  if (status.waiting) return opening;
  if (answer?.state === 'none') {
    return (
      <Suspense fallback={opening}>
        <FirstStart
          onMade={(made) => {
            setFresh(true);
            setChanged(made);
          }}
          onRestored={status.reload}
        />
      </Suspense>
    );
  }
  if (answer?.state === 'key-lost') {
    return (
      <Suspense fallback={opening}>
        <KeyLostPage
          problem={answer.problem}
          people={answer.people}
          recovery={answer.recovery}
          onOpened={status.reload}
        />
      </Suspense>
    );
  }
  return (
    <main className="plain-page">
      <h1>{t.frame.faultTitle}</h1>
      <ProblemList problems={answer?.state === 'fault' ? [answer.problem] : status.problems} />
      <p>{t.frame.faultSafe}</p>
      <p>{t.frame.faultDo}</p>
      <Button type="primary" onClick={status.reload}>
        {t.words.retry}
      </Button>
    </main>
  );
}
