import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import { PdfView } from './pdf-view';
import './documents.css';

/** The agreement as it would print now; made anew a moment after each change that is kept. */
export function DraftPages() {
  const { t } = useSpeech();
  const { view } = useCase();
  const preview = useAnswer('documents.preview', { id: view.id, form: 'F12' }, 800, view.state.heads.join(' '));
  if (preview.problems.length > 0)
    return <ProblemList problems={preview.problems} title={t.documents.previewMissing} />;
  if (preview.value === null) return <p className="quiet">{t.words.loading}</p>;
  return <PdfView pdf={preview.value.pdf} title={t.documents.preview} pages={preview.value.pages} />;
}
