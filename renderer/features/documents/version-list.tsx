import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { ScanList } from '../attachments/scan-list';
import { useCase } from '../case/case-context';
import type { ListedPaper } from './case-papers';
import { DRAFT, type IssuedVersion } from './paper-state';
import { PrintDialog } from './print-dialog';

interface VersionListProps {
  readonly paper: ListedPaper;
  readonly versions: readonly IssuedVersion[];
  /** The version whose pages are shown, or the draft. */
  readonly shown: string;
  readonly onShow: (document: string) => void;
}

/** Every frozen version, newest first: whether it still says what the case says, its printings, its signed scans. */
export function VersionList({ paper, versions, shown, onShow }: VersionListProps) {
  const { t } = useSpeech();
  const { view } = useCase();
  const [printing, setPrinting] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const save = async (document: string): Promise<void> => {
    const answer = await call('documents.save', { id: view.id, document });
    setProblems(answer.ok ? [] : answer.problems);
    setSaved(answer.ok ? answer.value.file : null);
  };
  if (versions.length === 0) return <p className="quiet">{t.documents.noVersions}</p>;
  const printed = versions.find((one) => one.entry === printing);
  return (
    <>
      <ProblemList problems={problems} />
      {saved === null ? null : (
        <p className="quiet opened-file" role="status">
          {t.documents.savedTo(saved)}
        </p>
      )}
      <ol className="versions" reversed>
        {versions
          .map((version, index) => ({ version, name: t.documents.version(index + 1) }))
          .reverse()
          .map(({ version, name }) => (
            <li key={version.entry} aria-label={name}>
              <VersionFacts version={version} name={name} />
              <div className="actions">
                <Button size="small" onClick={() => onShow(shown === version.entry ? DRAFT : version.entry)}>
                  {shown === version.entry ? t.documents.showDraft : t.documents.show}
                </Button>
                <Button size="small" onClick={() => void save(version.entry)}>
                  {t.documents.save}
                </Button>
                <Button
                  size="small"
                  type={version.current ? 'primary' : 'default'}
                  onClick={() => setPrinting(version.entry)}
                >
                  {t.documents.print}
                </Button>
              </div>
              <ScanList role="signed-scan" of={version.entry} add={t.documents.addSigned} about={name} />
            </li>
          ))}
      </ol>
      {printed === undefined ? null : <PrintDialog paper={paper} version={printed} onClose={() => setPrinting(null)} />}
    </>
  );
}

function VersionFacts({ version, name }: { readonly version: IssuedVersion; readonly name: string }) {
  const { t } = useSpeech();
  const printings = version.printings.map((one) =>
    (one.duplicate ? t.documents.duplicateTimes : t.documents.printedTimes)(one.copies, shanghaiMinute(one.at)),
  );
  return (
    <>
      <div>
        <strong>{name}</strong>{' '}
        <span className={version.current ? 'version-current' : 'wrong'}>
          {version.current ? t.documents.current : t.documents.changed}
        </span>{' '}
        {version.number}
      </div>
      <div className="quiet">
        {t.documents.pages(version.pages)} · {shanghaiMinute(version.issuedAt)} ·{' '}
        {printings.length === 0 ? t.documents.notPrinted : printings.join('；')}
      </div>
    </>
  );
}
