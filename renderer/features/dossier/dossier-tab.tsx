import { Segmented } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { TransferCard } from '../transfers/transfer-card';
import { ArchiveCard } from './archive-card';
import { BoundDossier } from './bound-dossier';
import { DossierParts } from './dossier-parts';
import { ReadinessList } from './readiness-list';
import { useDossier } from './use-dossier';
import './dossier.css';

/** 卷宗移送: the dossier, or the package for the court. */
export function DossierTab() {
  const { t } = useSpeech();
  const [view, show] = useState<'dossier' | 'transfer'>('dossier');
  return (
    <>
      <Segmented
        className="dossier-switch"
        aria-label={t.caseTexts.tabs.dossier}
        value={view}
        options={[
          { value: 'dossier' as const, label: t.dossier.title },
          { value: 'transfer' as const, label: t.transfers.title },
        ]}
        onChange={show}
      />
      {view === 'dossier' ? <Dossier /> : <TransferCard />}
    </>
  );
}

/** What the dossier holds, whether it is ready, binding and archiving. */
function Dossier() {
  const { check, reload } = useDossier();
  const { value } = check;
  const missing = value?.rows.filter((row) => row.state === 'missing') ?? [];
  return (
    <>
      <ProblemList problems={check.problems} />
      {value === null ? null : (
        <div className="dossier">
          <DossierParts rows={value.rows} onMade={reload} />
          <div className="dossier-side">
            <BoundDossier missing={missing} onBound={reload} />
            <ReadinessList checks={value.checks} rows={value.rows} />
            <ArchiveCard missing={missing} />
          </div>
        </div>
      )}
    </>
  );
}
