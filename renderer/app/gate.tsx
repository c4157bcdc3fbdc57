import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { RoomInfo } from '../../electron/contract/room';
import { useSpeech } from '../shared/language';
import { ProblemList } from '../shared/problems';
import { RoomProvider } from '../shared/room-context';
import { useAnswer } from '../shared/use-answer';
import { Frame } from './frame';

const FirstStart = lazy(() => import('../features/first-start/first-start').then((m) => ({ default: m.FirstStart })));

/** Decides what the window shows: the first start, a fault in words, or the room. */
export function Gate() {
  const { t } = useSpeech();
  const status = useAnswer('room.status', {});
  const [changed, setChanged] = useState<RoomInfo | null>(null);
  const [asked, setAsked] = useState(status.value);
  if (asked !== status.value) {
    setAsked(status.value);
    setChanged(null);
  }
  const answer = status.value;
  const room = changed ?? (answer?.state === 'open' ? answer.room : null);
  if (room !== null) {
    return (
      <RoomProvider value={{ room, setRoom: setChanged, reloadRoom: status.reload }}>
        <Frame />
      </RoomProvider>
    );
  }
  if (status.waiting) return <p className="plain-page">{t.frame.opening}</p>;
  if (answer?.state === 'none') {
    return (
      <Suspense fallback={null}>
        <FirstStart onReady={status.reload} />
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
