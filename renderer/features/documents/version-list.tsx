import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import { PrintDialog } from './print-dialog';

interface VersionListProps {
  /** The version whose pages are shown, or `draft`. */
  readonly shown: string;
  readonly onShow: (document: string) => void;
}

/** 已定稿: every frozen version, whether it still says what the case says, and how often it was printed. */
export function VersionList({ shown, onShow }: VersionListProps) {
  const { t } = useSpeech();
  const { view } = useCase();
  const [printing, setPrinting] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const documents = view.state.documents;
  const save = async (document: string): Promise<void> => {
    const answer = await call('documents.save', { id: view.id, document });
    setProblems(answer.ok ? [] : answer.problems);
    setSaved(answer.ok ? answer.value.file : null);
  };
  if (documents.length === 0) return <p className="quiet">{t.documents.noVersions}</p>;
  return (
    <>
      <ProblemList problems={problems} />
      <ol className="versions">
        {documents.map((document, index) => (
          <li key={document.entry} aria-label={t.documents.version(index + 1)}>
            <div>
              <strong>{t.documents.version(index + 1)}</strong>{' '}
              <span className={document.current ? 'version-current' : 'note'}>
                {document.current ? t.documents.current : t.documents.changed}
              </span>{' '}
              {document.number}
            </div>
            <div className="quiet">
              {t.documents.pages(document.pages)} · {shanghaiMinute(document.issuedAt)} ·{' '}
              {document.printings.length === 0
                ? t.documents.notPrinted
                : document.printings.map((p) => t.documents.printedTimes(p.copies, shanghaiMinute(p.at))).join('；')}
            </div>
            <div className="actions">
              <Button size="small" onClick={() => onShow(shown === document.entry ? 'draft' : document.entry)}>
                {shown === document.entry ? t.documents.showDraft : t.documents.show}
              </Button>
              <Button size="small" onClick={() => void save(document.entry)}>
                {t.documents.save}
              </Button>
              <Button
                size="small"
                type={document.current ? 'primary' : 'default'}
                onClick={() => setPrinting(document.entry)}
              >
                {t.documents.print}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {saved === null ? null : (
        <p className="quiet" role="status">
          {t.documents.savedTo(saved)}
        </p>
      )}
      {printing === null ? null : <PrintDialog document={printing} onClose={() => setPrinting(null)} />}
    </>
  );
}
