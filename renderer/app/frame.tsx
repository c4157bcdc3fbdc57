import { CalendarOutlined, CloudSyncOutlined, FolderOpenOutlined, SettingOutlined } from '@ant-design/icons';
import { Suspense, useEffect, type ReactNode } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { RecoveryReminder } from '../features/keys/recovery-reminder';
import { useRights } from '../shared/access-context';
import { useSpeech } from '../shared/language';
import { useRoom } from '../shared/room-context';
import { PageGuard } from './page-guard';
import { Pages } from './pages';
import { StatusBar } from './status-bar';

function RailEntry({
  to,
  icon,
  children,
}: {
  readonly to: string;
  readonly icon: ReactNode;
  readonly children: string;
}) {
  return (
    <NavLink to={to} className="rail-entry">
      <span className="rail-icon" aria-hidden="true">
        {icon}
      </span>
      {children}
    </NavLink>
  );
}

/** The frame that every screen stands in: the rail, the work, and the state at the foot. */
export function Frame() {
  const { t } = useSpeech();
  const { room } = useRoom();
  const may = useRights();
  const reads = may('case.read');
  const navigate = useNavigate();
  const { pathname } = useLocation();

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!reads || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]')) return;
      event.preventDefault();
      const box = document.getElementById('case-search');
      if (box instanceof HTMLInputElement) box.focus();
      else void navigate('/cases', { state: { search: true } });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, reads]);

  return (
    <div className="frame">
      <nav className="rail" aria-label={t.frame.rail}>
        {reads ? (
          <>
            <RailEntry to="/today" icon={<CalendarOutlined />}>
              {t.frame.today}
            </RailEntry>
            <RailEntry to="/cases" icon={<FolderOpenOutlined />}>
              {t.frame.cases}
            </RailEntry>
          </>
        ) : null}
        <RailEntry to="/sync" icon={<CloudSyncOutlined />}>
          {t.frame.sync}
        </RailEntry>
        <RailEntry to="/settings" icon={<SettingOutlined />}>
          {t.frame.settings}
        </RailEntry>
      </nav>
      <div className="work">
        {room.organisation.sample ? <p className="sample-banner">{t.frame.sampleBanner}</p> : null}
        {pathname === '/today' ? <RecoveryReminder /> : null}
        <PageGuard key={pathname.split('/').slice(0, 3).join('/')}>
          <Suspense fallback={<p className="waiting">{t.words.loading}</p>}>
            <Pages />
          </Suspense>
        </PageGuard>
      </div>
      <StatusBar />
    </div>
  );
}
