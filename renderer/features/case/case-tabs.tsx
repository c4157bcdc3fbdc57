import { Link, useParams } from 'react-router';
import type { CaseTab } from '../../shared/jump';
import { useSpeech } from '../../shared/language';
import { useCase } from './case-context';

/** The tabs of a case, in the order of the work. */
export const TABS: readonly CaseTab[] = [
  'parties',
  'dispute',
  'sessions',
  'evidence',
  'agreement',
  'documents',
  'dossier',
];

/** The parts of a case; each has its own address, so that anything missing can link to it. */
export function CaseTabs({ tab }: { readonly tab: CaseTab }) {
  const { t } = useSpeech();
  const { state } = useCase();
  const { id = '' } = useParams();
  const counts: Partial<Record<CaseTab, number>> = {
    parties: state.parties.length,
    sessions: state.sessions.length,
    evidence: state.evidence.length,
  };
  return (
    <div className="case-tabs" role="tablist">
      {TABS.map((key) => {
        const count = counts[key] ?? 0;
        return (
          <Link
            key={key}
            role="tab"
            aria-selected={key === tab}
            className={key === tab ? 'case-tab active' : 'case-tab'}
            to={`/cases/${encodeURIComponent(id)}/${key}`}
            replace
          >
            {t.caseTexts.tabs[key]}
            {count > 0 ? `(${count})` : ''}
          </Link>
        );
      })}
    </div>
  );
}
