import { DossierParts } from './dossier-parts';
import { ReadinessList } from './readiness-list';
import { ArchiveCard } from './archive-card';
import { BoundDossier } from './bound-dossier';
import { TransferCard } from '../transfers/transfer-card';
import { useDossier } from './use-dossier';
import { ProblemList } from '../../shared/problems';
import './dossier.css';

/** 卷宗移送: what the dossier holds, whether it is ready, binding, archiving, and the package for the court. */
export function DossierTab() {
  const { check, reload } = useDossier();
  return (
    <div className="dossier">
      <div className="dossier-main">
        <ProblemList problems={check.problems} />
        {check.value === null ? null : <DossierParts rows={check.value.rows} onMade={reload} />}
        <TransferCard />
      </div>
      <div className="dossier-side">
        <BoundDossier onBound={reload} />
        {check.value === null ? null : <ReadinessList checks={check.value.checks} />}
        <ArchiveCard incomplete={check.value?.rows.some((row) => row.state === 'missing') ?? false} />
      </div>
    </div>
  );
}
