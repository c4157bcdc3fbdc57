import { Button } from 'antd';
import type { BackupPage } from '../../../electron/contract/safety';
import { shanghaiDay, shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useStep } from '../sync/use-step';
import { sizeWords } from './sizes';
import type { useBackupPage } from './use-backup-page';
import { startWork, useWork } from './work-state';

interface BackupCardProps {
  readonly page: BackupPage;
  readonly step: ReturnType<typeof useBackupPage>['step'];
}

const DAY = 86_400_000;

/** 每日备份: the folder, the last one, the next one, and the button that makes one now. */
export function BackupCard({ page, step }: BackupCardProps) {
  const { t } = useSpeech();
  const words = t.safety.backup;
  const { running, finished, problems } = useWork();
  const choosing = useStep();
  const { folder, last } = page;
  const due = page.reachable ? words.nextDue : words.nextWaits;
  const next = page.backupDue || last === null ? due : words.nextOn(shanghaiDay(new Date(last.at + DAY)));
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
        <Button
          disabled={running !== null}
          loading={choosing.busy}
          onClick={() => void choosing.run(() => step('backup.chooseFolder', {}))}
        >
          {folder === null ? words.choose : words.change}
        </Button>
        <Button
          type="primary"
          disabled={folder === null || !page.reachable || running !== null}
          onClick={() => void startWork('backup', 'backup.run', {})}
        >
          {words.now}
        </Button>
      </div>
      <p className="quiet">{words.lead}</p>
      <ProblemList problems={choosing.problems} />
      <ProblemList problems={problems.backup ?? (page.problem === null ? [] : [page.problem])} title={words.problem} />
      <dl className="safety-facts">
        <div>
          <dt>{words.folder}</dt>
          <dd>
            {folder === null ? <span className="note">{words.noFolder}</span> : folder}
            {folder !== null && !page.reachable ? <p className="note">{words.unreachable}</p> : null}
          </dd>
        </div>
        <div>
          <dt>{words.last}</dt>
          <dd>
            {last === null
              ? words.never
              : words.lastLine(
                  shanghaiMinute(new Date(last.at)),
                  last.cases,
                  sizeWords(last.bytes),
                  last.checked ? words.checked : words.unchecked,
                )}
          </dd>
        </div>
        {folder === null ? null : (
          <div>
            <dt>{words.next}</dt>
            <dd className={page.backupDue ? 'note' : undefined}>{next}</dd>
          </div>
        )}
      </dl>
      <p role="status" className="safety-told">
        {finished.backup === true ? words.made : ''}
      </p>
    </section>
  );
}
