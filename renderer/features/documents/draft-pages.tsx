import { WHOLE_CASE, type PaperRef } from '../../../electron/contract/forms';
import { useSpeech } from '../../shared/language';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import { PdfView } from './pdf-view';
import { ProblemLinks } from './problem-links';
import './documents.css';

/** The agreement as it would print now. */
export function DraftPages() {
  const { view } = useCase();
  return <PaperDraft form={view.state.agreement?.form === 'oral' ? 'F13' : 'F12'} of={WHOLE_CASE} />;
}

/** A paper as it would print now; made anew after each change that is kept. */
export function PaperDraft({ form, of }: PaperRef) {
  const { t } = useSpeech();
  const { view } = useCase();
  const preview = useAnswer('documents.preview', { id: view.id, form, of }, 100, view.state.heads.join(' '));
  if (preview.problems.length > 0)
    return <ProblemLinks problems={preview.problems} title={t.documents.previewMissing} />;
  if (preview.value === null) return <p className="quiet">{t.words.loading}</p>;
  return <PdfView pdf={preview.value.pdf} title={t.documents.preview} pages={preview.value.pages} />;
}
