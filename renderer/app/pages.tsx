import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useRights } from '../shared/access-context';

const TodayPage = lazy(() => import('../features/today/today-page').then((m) => ({ default: m.TodayPage })));
const CasesPage = lazy(() => import('../features/cases/cases-page').then((m) => ({ default: m.CasesPage })));
const NewCasePage = lazy(() => import('../features/new-case/new-case-page').then((m) => ({ default: m.NewCasePage })));
const CasePage = lazy(() => import('../features/case/case-page').then((m) => ({ default: m.CasePage })));
const SyncPage = lazy(() => import('../features/sync/sync-page').then((m) => ({ default: m.SyncPage })));
const SettingsPage = lazy(() =>
  import('../features/settings/settings-page').then((m) => ({ default: m.SettingsPage })),
);
const PrivacyPage = lazy(() => import('../features/privacy/log-page').then((m) => ({ default: m.PrivacyPage })));
const SafetyPage = lazy(() => import('../features/safety/safety-page').then((m) => ({ default: m.SafetyPage })));

/** Which address shows which screen; each screen's code is loaded when it is first shown. Who may not read cases begins with 设置. */
export function Pages() {
  const may = useRights();
  const reads = may('case.read');
  const home = reads ? '/today' : '/settings';
  const elsewhere = <Navigate to={home} replace />;
  return (
    <Routes>
      <Route path="/today" element={reads ? <TodayPage /> : elsewhere} />
      <Route path="/cases" element={reads ? <CasesPage /> : elsewhere} />
      <Route path="/cases/new" element={may('case.write') ? <NewCasePage /> : elsewhere} />
      <Route path="/cases/:id/:tab?/:paper?" element={reads ? <CasePage /> : elsewhere} />
      <Route path="/sync" element={<SyncPage />} />
      <Route path="/privacy" element={<PrivacyPage />} />
      <Route path="/safety" element={<SafetyPage />} />
      <Route path="/settings/:part?" element={<SettingsPage />} />
      <Route path="*" element={elsewhere} />
    </Routes>
  );
}
