import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useSpeech } from '../../shared/language';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import type { ListedPaper } from './case-papers';
import { versionsOf } from './paper-state';
import { ProblemLinks } from './problem-links';
import { VersionList } from './version-list';

interface IssueCardProps {
  readonly paper: ListedPaper;
  /** The version whose pages are shown, or the draft. */
  readonly shown: string;
  /** Null shows what stands: the newest version while nothing has changed since, else the draft. */
  readonly onShow: (document: string | null) => void;
}

/** 定稿: freezes the paper as it stands; under it every version made so far. */
export function IssueCard({ paper, shown, onShow }: IssueCardProps) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const [issuing, setIssuing] = useState(false);
  const { form, of } = paper;
  const versions = versionsOf(view.state, paper);
  const standing = versions.some((one) => one.current);
  const issue = async (): Promise<void> => {
    setIssuing(true);
    setProblems(await editor.act(() => call('documents.issue', { id: view.id, form, of })));
    setIssuing(false);
    onShow(null);
  };
  return (
    <section className="card" aria-label={t.documents.versions} data-field="documents">
      <h2>{t.documents.versions}</h2>
      <ProblemLinks problems={problems} title={t.documents.issueProblems} />
      <Button type={standing ? 'default' : 'primary'} loading={issuing} onClick={() => void issue()}>
        {versions.length > 0 && !standing ? t.documents.issueAgain : t.documents.issue}
      </Button>
      <p className="field-hint issue-hint">
        {form === 'F12' || form === 'F13' ? t.documents.issueHintAgreement : t.documents.issueHint}
      </p>
      <VersionList paper={paper} versions={versions} shown={shown} onShow={onShow} />
    </section>
  );
}
