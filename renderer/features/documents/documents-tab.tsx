import { useParams } from 'react-router';
import type { PaperRef } from '../../../electron/contract/forms';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { firstPaper, papersOf } from './case-papers';
import { keyOf, paperOfKey } from './paper-address';
import { PaperList } from './paper-list';
import { PaperWork } from './paper-work';
import './documents.css';

/** 文书: the papers of the case, the page of the one that is open, and what is done with it. */
export function DocumentsTab() {
  const { t } = useSpeech();
  const { view } = useCase();
  const { paper: named } = useParams();
  const asked = paperOfKey(named);
  const open: PaperRef | null = asked ?? firstPaper(view);
  const papers = papersOf(view, open, t);
  const paper = papers.find((each) => open !== null && keyOf(each) === keyOf(open));
  return (
    <div className="documents-frame">
      <div className="documents">
        <PaperList papers={papers} open={open} />
        {paper === undefined ? null : <PaperWork key={keyOf(paper)} paper={paper} />}
      </div>
    </div>
  );
}
