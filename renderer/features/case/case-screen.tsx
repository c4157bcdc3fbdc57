import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { disputeTypeName } from '../../../electron/contract/dispute-types';
import { yuan } from '../../shared/format';
import type { CaseTab } from '../../shared/jump';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { ArrivalLine } from './arrival-line';
import { useCase } from './case-context';
import { CaseNotices } from './case-notices';
import { CaseTabs, TABS } from './case-tabs';
import { SidePanel } from './side-panel';
import { StageSteps } from './stage-steps';

const PartiesTab = lazy(() => import('../parties/parties-tab').then((m) => ({ default: m.PartiesTab })));
const DisputeTab = lazy(() => import('../dispute/dispute-tab').then((m) => ({ default: m.DisputeTab })));
const SessionsTab = lazy(() => import('../sessions/sessions-tab').then((m) => ({ default: m.SessionsTab })));
const AgreementTab = lazy(() => import('../agreement/agreement-tab').then((m) => ({ default: m.AgreementTab })));
const EvidenceTab = lazy(() => import('../evidence/evidence-tab').then((m) => ({ default: m.EvidenceTab })));
const DossierTab = lazy(() => import('../dossier/dossier-tab').then((m) => ({ default: m.DossierTab })));
const DocumentsTab = lazy(() => import('../documents/documents-tab').then((m) => ({ default: m.DocumentsTab })));

const SCREENS: Readonly<Record<CaseTab, typeof PartiesTab>> = {
  parties: PartiesTab,
  dispute: DisputeTab,
  sessions: SessionsTab,
  evidence: EvidenceTab,
  agreement: AgreementTab,
  documents: DocumentsTab,
  dossier: DossierTab,
};

const isText = (element: Element): boolean =>
  element.matches('textarea, input:not([type="radio"], [type="checkbox"]), [contenteditable]');

/** Head, tabs and side of one case. */
export function CaseScreen() {
  const { t } = useSpeech();
  const { editor, problems } = useCase();
  const { tab: named } = useParams();
  const tab = TABS.find((known) => known === named) ?? 'parties';
  const Screen = SCREENS[tab];
  return (
    <div
      className="case"
      onFocus={({ target }) => {
        if (isText(target)) editor.enterText(() => document.activeElement === target);
      }}
      onBlur={({ target }) => {
        // When the whole window loses the focus the cursor stays where it is.
        if (isText(target) && document.hasFocus()) void editor.leaveText();
        else void editor.flush();
      }}
    >
      <div className="case-main">
        <CaseHead />
        <CaseNotices />
        <CaseTabs tab={tab} />
        <main className="page" role="tabpanel" aria-label={t.caseTexts.tabs[tab]}>
          {problems.length === 0 ? null : (
            <div className="refused">
              <ProblemList problems={problems} title={t.caseTexts.refusedTitle} />
              <Button onClick={() => void editor.retry()}>{t.words.retry}</Button>
            </div>
          )}
          <Suspense fallback={<p className="waiting">{t.words.loading}</p>}>
            <Screen />
          </Suspense>
        </main>
      </div>
      <SidePanel />
    </div>
  );
}

function CaseHead() {
  const { t, language } = useSpeech();
  const { view, state } = useCase();
  const facts = [
    state.number?.text,
    state.disputeType === undefined ? undefined : disputeTypeName(state.disputeType, language === 'en' ? 'en' : 'zh'),
    state.amountFen === undefined ? undefined : `￥${yuan(state.amountFen)}`,
    state.courtNumber,
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <header className="case-head-bar">
      <div className="case-name">
        <h1>{view.title === '' ? t.caseTexts.untitled : view.title}</h1>
        {state.sample ? <span className="sample-mark">{t.words.sample}</span> : null}
        <span className="quiet">{facts.join(' · ')}</span>
        <ArrivalLine />
      </div>
      <StageSteps stage={view.stage} />
    </header>
  );
}
