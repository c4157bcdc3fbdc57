import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import { DraftPages } from './draft-pages';
import { PdfView } from './pdf-view';
import { SignatureList } from './signature-list';
import { VersionList } from './version-list';
import './documents.css';

/** Shows the draft instead of a version. */
const DRAFT = 'draft';

/** 文书: the page, its frozen versions, printing and signing. */
export function DocumentsTab() {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  /** What the person chose to see; until then the version that stands, or the draft while there is none. */
  const [chosen, choose] = useState<string | null>(null);
  const standing = view.state.documents.findLast((one) => one.current)?.entry;
  const shown = chosen ?? standing ?? DRAFT;
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const [issuing, setIssuing] = useState(false);
  const issue = async (): Promise<void> => {
    setIssuing(true);
    setProblems(await editor.act(() => call('documents.issue', { id: view.id, form: 'F12' })));
    setIssuing(false);
    choose(null);
  };
  return (
    <div className="documents">
      <section className="document-pages" aria-label={t.documents.title}>
        {shown === DRAFT ? <DraftPages /> : <IssuedPages document={shown} />}
      </section>
      <div className="document-work">
        <section className="card" aria-label={t.documents.versions} data-field="documents">
          <h2>{t.documents.title}</h2>
          <ProblemList problems={problems} title={t.documents.issueProblems} />
          <Button type={standing === undefined ? 'primary' : 'default'} loading={issuing} onClick={() => void issue()}>
            {t.documents.issue}
          </Button>
          <p className="field-hint issue-hint">{t.documents.issueHint}</p>
          <VersionList shown={shown} onShow={choose} />
        </section>
        <SignatureList />
      </div>
    </div>
  );
}

function IssuedPages({ document }: { readonly document: string }) {
  const { t } = useSpeech();
  const { view } = useCase();
  const found = useAnswer('documents.read', { id: view.id, document });
  const about = view.state.documents.find((one) => one.entry === document);
  if (found.problems.length > 0) return <ProblemList problems={found.problems} />;
  if (found.value === null) return <p className="quiet">{t.words.loading}</p>;
  const title = about?.number ?? t.documents.title;
  return <PdfView pdf={found.value.pdf} title={title} {...(about === undefined ? {} : { pages: about.pages })} />;
}
