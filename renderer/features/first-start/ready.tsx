import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { RoomInfo } from '../../../electron/contract/room';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';

/** The room is made: begin with the sample cases or with the first case. */
export function Ready({ room, onReady }: { readonly room: RoomInfo; readonly onReady: () => void }) {
  const { t } = useSpeech();
  const navigate = useNavigate();
  const [loading, setLoading] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);

  // The frame comes up once the address is there: before, it would go to the first page by itself.
  const { pathname } = useLocation();
  const [target, setTarget] = useState<string | null>(null);
  const there = target !== null && pathname === target;
  useEffect(() => {
    if (there) onReady();
  }, [there, onReady]);
  const go = (path: string): void => {
    setTarget(path);
    void navigate(path);
  };
  const load = async (): Promise<void> => {
    setLoading(true);
    const answer = await call('room.loadSamples', {});
    setLoading(false);
    if (!answer.ok) setProblems(answer.problems);
    else if (answer.value.refused.length > 0) setProblems(answer.value.refused.flatMap((r) => r.problems));
    else go('/today');
  };
  return (
    <>
      <h1>{t.firstStart.readyTitle}</h1>
      <p className="quiet">{t.firstStart.readyText}</p>
      <ProblemList problems={problems} />
      <div className="choices">
        {room.organisation.sample ? (
          <button type="button" className="big-choice" disabled={loading} onClick={() => void load()}>
            <strong>{loading ? t.words.loading : t.firstStart.loadSamples}</strong>
            {t.firstStart.loadSamplesText}
          </button>
        ) : null}
        <button type="button" className="big-choice" disabled={loading} onClick={() => go('/cases/new')}>
          <strong>{t.firstStart.firstCase}</strong>
          {t.firstStart.firstCaseText}
        </button>
      </div>
      <div className="actions">
        <Button type="link" disabled={loading} onClick={() => go('/today')}>
          {t.firstStart.toToday}
        </Button>
      </div>
    </>
  );
}
