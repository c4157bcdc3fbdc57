import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';

const TodayPage = lazy(() => import('../features/today/today-page').then((m) => ({ default: m.TodayPage })));
const CasesPage = lazy(() => import('../features/cases/cases-page').then((m) => ({ default: m.CasesPage })));
const NewCasePage = lazy(() => import('../features/new-case/new-case-page').then((m) => ({ default: m.NewCasePage })));
const CasePage = lazy(() => import('../features/case/case-page').then((m) => ({ default: m.CasePage })));
const SyncPage = lazy(() => import('../features/sync/sync-page').then((m) => ({ default: m.SyncPage })));
const SettingsPage = lazy(() =>
  import('../features/settings/settings-page').then((m) => ({ default: m.SettingsPage })),
);

/** Which address shows which screen; each screen's code is loaded when it is first shown. */
export function Pages() {
  return (
    <Routes>
      <Route path="/today" element={<TodayPage />} />
      <Route path="/cases" element={<CasesPage />} />
      <Route path="/cases/new" element={<NewCasePage />} />
      <Route path="/cases/:id/:tab?/:paper?" element={<CasePage />} />
      <Route path="/sync" element={<SyncPage />} />
      <Route path="/settings" element={<SettingsPage />} />
      <Route path="*" element={<Navigate to="/today" replace />} />
    </Routes>
  );
}
