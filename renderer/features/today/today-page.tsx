import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Response } from '../../../electron/contract/contract';
import type { BackupPage } from '../../../electron/contract/safety';
import type { SyncPageView } from '../../../electron/contract/sync';
import { useRights } from '../../shared/access-context';
import { shanghaiMinute, yuan } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useRoom } from '../../shared/room-context';
import { useAnswer } from '../../shared/use-answer';
import { useCaseChanges, useSyncChanges } from '../../shared/use-sync';
import { DaysLeft } from './days-left';
import { safetyRows } from './safety-rows';
import { syncRows } from './sync-rows';
import { TodayList, type TodayRow } from './today-list';
import './today.css';

type Today = Response<'room.today'>;

/** 今日: what now, in one look; every row has its one action. */
export function TodayPage() {
  const { t } = useSpeech();
  const today = useAnswer('room.today', {});
  const sync = useAnswer('sync.page', {});
  // Whoever makes no backups has no rows of them.
  const backup = useAnswer('backup.page', useRights()('backup.make') ? {} : null);
  const { reload } = today;
  useSyncChanges(sync.reload);
  useCaseChanges(reload);
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t.today.title}</h1>
        <span className="quiet">{today.value?.date}</span>
      </div>
      <ProblemList problems={today.problems} />
      {/* Both before anything is shown: rows of sync that came later would push the lists down. */}
      {today.value === null || sync.waiting ? null : (
        <TodayBody today={today.value} sync={sync.value} backup={backup.value} />
      )}
    </main>
  );
}

interface TodayBodyProps {
  readonly today: Today;
  /** Null when it could not be told; the rest of the day does not wait for it. */
  readonly sync: SyncPageView | null;
  readonly backup: BackupPage | null;
}

function TodayBody({ today, sync, backup }: TodayBodyProps) {
  const { t, say } = useSpeech();
  const { room } = useRoom();
  const navigate = useNavigate();
  const rows = sync === null ? [] : syncRows(sync, t, say);
  const lists = [today.sessions, today.clocks, today.unsigned, today.payments, today.open, rows];
  if (room.cases === 0 && lists.every((list) => list.length === 0)) {
    return (
      <section className="card empty">
        <h2>{t.today.emptyTitle}</h2>
        <p>{t.today.emptyText}</p>
        <div className="actions">
          <Button type="primary" onClick={() => void navigate('/cases/new')}>
            {t.cases.create}
          </Button>
          <Link to="/cases">{t.cases.importFiles}</Link>
        </div>
      </section>
    );
  }
  const held = room.blocks.filter((block) => block.held).length;
  return <TodayLists today={today} rows={rows} safety={safetyRows(backup, held, t)} />;
}

interface TodayListsProps {
  readonly today: Today;
  readonly rows: readonly TodayRow[];
  readonly safety: readonly TodayRow[];
}

function TodayLists({ today, rows, safety }: TodayListsProps) {
  const { t, say } = useSpeech();
  const stage = (name: string): string => (t.words.stages as Readonly<Record<string, string>>)[name] ?? name;
  const row = (caseId: string, title: string, tab: string, action: string): Omit<TodayRow, 'key' | 'detail'> => ({
    title,
    to: `/cases/${encodeURIComponent(caseId)}/${tab}`,
    action,
  });
  return (
    <div className="today-grid">
      {rows.length === 0 ? null : <TodayList title={t.sync.today.title} empty="" wide rows={rows} />}
      <TodayList
        title={t.today.sessions}
        empty={t.today.noSessions}
        rows={today.sessions.map((s) => ({
          ...row(s.caseId, s.title, 'sessions', t.today.goRecord),
          key: `${s.caseId} ${s.startedAt}`,
          detail: `${shanghaiMinute(s.startedAt).slice(11)} ${s.place}`,
        }))}
      />
      <TodayList
        title={t.today.clocks}
        empty={t.today.noClocks}
        rows={today.clocks.map((c) => ({
          ...row(c.caseId, c.title, 'dispute', t.today.goCase),
          key: `${c.caseId} ${c.due} ${c.zh}`,
          detail: (
            <DaysLeft name={say(c)} due={c.due} days={c.daysLeft} basis={say({ zh: c.basisZh, en: c.basisEn })} />
          ),
        }))}
      />
      <TodayList
        title={t.today.unsigned}
        empty={t.today.noUnsigned}
        rows={today.unsigned.map((u) => ({
          ...row(u.caseId, u.title, 'documents', t.today.goSign),
          key: u.caseId,
          detail: `${u.number ?? t.today.noNumber} · ${t.words.missing(u.missing)}`,
        }))}
      />
      <TodayList
        title={t.today.payments}
        empty={t.today.noPayments}
        rows={today.payments.map((p, index) => ({
          ...row(p.caseId, p.title, 'agreement', t.today.goCase),
          key: `${p.caseId} ${p.dueOn} ${index}`,
          detail: `${t.today.due(p.dueOn)} · ￥${yuan(p.amountFen)}`,
        }))}
      />
      <TodayList
        title={t.today.open}
        empty={t.today.noOpen}
        wide
        rows={today.open.map((o) => ({
          ...row(o.caseId, o.title, '', t.today.goNext),
          key: o.caseId,
          detail: `${stage(o.stage)}${o.missing > 0 ? ` · ${t.words.missing(o.missing)}` : ''}`,
        }))}
      />
      {/* Last, so that its coming later moves nothing. */}
      {safety.length === 0 ? null : <TodayList title={t.safety.today.title} empty="" wide rows={safety} />}
    </div>
  );
}
