import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import type { SyncPageView } from '../../../electron/contract/sync';
import { CentreCard } from './centre-card';
import { ClashList } from './clash-list';
import { EnrolForm } from './enrol-form';
import { ProofCard } from './proof-card';
import { RefusedCard } from './refused-card';
import { StickCard } from './stick-card';
import { useSyncPage, type TakeStep } from './use-sync-page';
import { WaitingCard } from './waiting-card';
import './sync.css';

/** 同步: how this workstation and the centre stand, what waits, what was refused, and what a person has to settle. */
export function SyncPage() {
  const { t } = useSpeech();
  const { page, problems, step } = useSyncPage();
  return (
    <main className="page sync-page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t.sync.title}</h1>
      </div>
      <ProblemList problems={problems} />
      {page === null ? (
        problems.length === 0 ? (
          <p className="quiet">{t.sync.reading}</p>
        ) : null
      ) : (
        <SyncParts page={page} step={step} />
      )}
    </main>
  );
}

function SyncParts({ page, step }: { readonly page: SyncPageView; readonly step: TakeStep }) {
  const { t } = useSpeech();
  if (page.centre === null) {
    return (
      <>
        <section className="card" aria-label={t.sync.enrol.title}>
          <h2>{t.sync.enrol.title}</h2>
          <p>{t.sync.enrol.lead}</p>
          <p>{t.sync.enrol.next}</p>
          <EnrolForm url="" step={step} />
        </section>
        {page.clashes.length === 0 ? null : <ClashList clashes={page.clashes} step={step} />}
      </>
    );
  }
  return (
    <>
      <CentreCard status={page.status} centre={page.centre} step={step} />
      <ClashList clashes={page.clashes} step={step} />
      {page.refused.length === 0 ? null : <RefusedCard refused={page.refused} step={step} />}
      <div className="sync-pair">
        <WaitingCard waiting={page.waiting} other={page.waitingOther} files={page.waitingFiles} />
        <ProofCard proof={page.proof} />
      </div>
      <StickCard stations={page.stations} />
    </>
  );
}
