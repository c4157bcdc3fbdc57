import { Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useRights } from '../../shared/access-context';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { syncWords } from '../../shared/sync-words';
import { useAnswer } from '../../shared/use-answer';
import { useSyncStatus } from '../../shared/use-sync';
import { Line } from './line';

/** 本室: what this workstation is. */
export function RoomPart() {
  const { t } = useSpeech();
  const { room } = useRoom();
  const info = useAnswer('app.info', {}).value;
  const { organisation } = room;
  return (
    <>
      <section className="card" aria-label={t.settings.room}>
        <dl>
          <Line name={t.settings.room}>{room.room}</Line>
          <Line name={t.settings.organisation}>{organisation.name}</Line>
          {organisation.court === undefined ? null : <Line name={t.settings.court}>{organisation.court.name}</Line>}
          <Line name={t.settings.cases}>{room.cases}</Line>
          <Line name={t.settings.connection}>
            <Connection />
          </Line>
          <Line name={t.settings.folder}>{room.folder}</Line>
          <Line name={t.settings.fonts}>{t.settings.fontsText}</Line>
          <Line name={t.settings.version}>{info?.version ?? ''}</Line>
        </dl>
      </section>
      <DossierOrder />
    </>
  );
}

/** The connection in words, with the way to its page. */
function Connection() {
  const { t } = useSpeech();
  const status = useSyncStatus();
  return (
    <>
      {status === null ? null : `${syncWords(status, t)} · `}
      <Link to="/sync">{t.sync.title}</Link>
    </>
  );
}

/** 卷内目录: the order in which dossiers are bound from now on. */
function DossierOrder() {
  const { t } = useSpeech();
  const { room, setRoom } = useRoom();
  const mayChange = useRights()('room.settings');
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const change = async (dossierOrder: 'thirteen' | 'nine'): Promise<void> => {
    const answer = await call('room.change', { dossierOrder });
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) setRoom(answer.value);
  };
  return (
    <section className="card" aria-label={t.settings.dossierOrder}>
      <h2>{t.settings.dossierOrder}</h2>
      <ProblemList problems={problems} />
      <Radio.Group
        aria-label={t.settings.dossierOrder}
        disabled={!mayChange}
        value={room.dossierOrder}
        options={[
          { value: 'thirteen', label: t.settings.dossierOrders.thirteen },
          { value: 'nine', label: t.settings.dossierOrders.nine },
        ]}
        onChange={(event) => void change(event.target.value as 'thirteen' | 'nine')}
      />
      {mayChange ? null : <p className="quiet">{t.accounts.adminOnly}</p>}
    </section>
  );
}
