import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import type { IssuedVersion } from './paper-state';
import { PdfView } from './pdf-view';

interface IssuedPagesProps {
  readonly version: IssuedVersion;
  readonly title: string;
}

/** The frozen pages of an issued version. */
export function IssuedPages({ version, title }: IssuedPagesProps) {
  const { t } = useSpeech();
  const { view } = useCase();
  const found = useAnswer('documents.read', { id: view.id, document: version.entry });
  if (found.problems.length > 0) return <ProblemList problems={found.problems} />;
  if (found.value === null) return <p className="quiet">{t.words.loading}</p>;
  return <PdfView pdf={found.value.pdf} title={title} pages={version.pages} />;
}
