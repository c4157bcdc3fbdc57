import { Link } from 'react-router';
import type { ReadinessCheckView } from '../../../electron/contract/dossier';
import { jumpTo, tabOfField } from '../../shared/jump';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';

/** 归档检查: the seven points; each finding leads to its place. */
export function ReadinessList({ checks }: { readonly checks: readonly ReadinessCheckView[] }) {
  const { t, say, language } = useSpeech();
  const { view } = useCase();
  return (
    <section className="card" aria-label={t.dossier.checks}>
      <h2>{t.dossier.checks}</h2>
      <p className="field-hint">{t.dossier.checksHint}</p>
      <ol className="readiness">
        {checks.map((check) => (
          <li key={check.code} className={check.passed ? 'passed' : 'failed'}>
            <strong>{language === 'en' ? check.en : check.zh}</strong>{' '}
            <span className="quiet">{check.passed ? t.dossier.passed : t.dossier.failed(check.problems.length)}</span>
            {check.passed ? null : (
              <ul>
                {check.problems.map((problem) => {
                  const { field } = problem;
                  const words = say(problem);
                  const tab = tabOfField(field);
                  return (
                    <li key={words}>
                      {field === undefined ? (
                        words
                      ) : (
                        <Link
                          to={`/cases/${encodeURIComponent(view.id)}/${tab}`}
                          onClick={() => setTimeout(() => jumpTo(field), 0)}
                        >
                          {words}
                        </Link>
                      )}
                    </li>
                  );
                })}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
