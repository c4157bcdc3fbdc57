import { useRights } from '../../shared/access-context';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { BackupCard } from './backup-card';
import { BackupList } from './backup-list';
import { KeepForm } from './keep-form';
import { ProofCard } from './proof-card';
import { RestoreCard } from './restore-card';
import { useBackupPage } from './use-backup-page';

/** 备份: where they go and when, whether they work, what is kept, and the way back. */
export function BackupPart() {
  const { t } = useSpeech();
  const may = useRights();
  const { page, problems, step } = useBackupPage();
  return (
    <>
      <ProblemList problems={problems} />
      {page === null && problems.length === 0 ? <p className="quiet">{t.safety.backup.reading}</p> : null}
      {page === null ? null : (
        <>
          <BackupCard page={page} step={step} />
          <div className="safety-pair">
            <ProofCard page={page} />
            <section className="card" aria-label={t.safety.backup.keep}>
              <h2>{t.safety.backup.keep}</h2>
              <KeepForm key={JSON.stringify(page.keep)} keep={page.keep} step={step} />
            </section>
          </div>
          <BackupList list={page.list} />
        </>
      )}
      {may('backup.restore') ? <RestoreCard /> : null}
    </>
  );
}
