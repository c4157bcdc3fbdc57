import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { fromShanghaiMinute, shanghaiDay, shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import type { ProblemMessage } from '../../../electron/contract/method';
import { freshKey } from '../../shared/fresh-key';
import { useRoom } from '../../shared/room-context';
import { useCase } from '../case/case-context';
import { EndingCard } from '../ending/ending-card';
import { SessionForm } from './session-form';
import './sessions.css';

/** 调解记录: one record a session, newest work at hand. */
export function SessionsTab() {
  const { t } = useSpeech();
  const { room } = useRoom();
  const { editor, state } = useCase();
  const [chosen, setChosen] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const sessions = [...state.sessions].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const open = sessions.find((session) => session.id === chosen) ?? sessions.at(-1);

  const add = async (): Promise<void> => {
    const key = freshKey('session', [
      ...state.sessions.map((session) => session.id),
      ...(removed === null ? [] : [removed]),
    ]);
    const set = {
      startedAt: fromShanghaiMinute(shanghaiMinute(new Date())),
      mode: 'on-site',
      place: room.room,
      participants: [],
      record: `${t.sessions.told}\n`,
      result: 'to-be-continued',
    };
    setProblems(await editor.write([{ kind: 'session-set', data: { session: key, set } }]));
    setChosen(key);
  };
  const setRemovedFlag = async (key: string, flag: boolean): Promise<void> => {
    const refused = await editor.write([{ kind: 'session-set', data: { session: key, set: { removed: flag } } }]);
    setProblems(refused);
    if (refused.length === 0) setRemoved(flag ? key : null);
  };
  return (
    <div data-field="sessions">
      <div className="session-list" role="group" aria-label={t.sessions.list}>
        {sessions.map((session, index) => (
          <Button
            key={session.id}
            type={session === open ? 'primary' : 'default'}
            aria-pressed={session === open}
            onClick={() => setChosen(session.id)}
          >
            {t.sessions.item(index + 1, shanghaiDay(session.startedAt))}
          </Button>
        ))}
        <Button icon={<PlusOutlined />} onClick={() => void add()}>
          {t.sessions.add}
        </Button>
      </div>
      <ProblemList problems={problems} />
      {removed === null ? null : (
        <p className="removed-line">
          {t.party.removed(t.caseTexts.tabs.sessions)}{' '}
          <Button size="small" onClick={() => void setRemovedFlag(removed, false)}>
            {t.party.undo}
          </Button>
        </p>
      )}
      {open === undefined ? (
        <section className="card empty">
          <h2>{t.sessions.emptyTitle}</h2>
          <p>{t.sessions.emptyText}</p>
        </section>
      ) : (
        <SessionForm key={open.id} session={open} onRemove={() => void setRemovedFlag(open.id, true)} />
      )}
      <EndingCard />
    </div>
  );
}
