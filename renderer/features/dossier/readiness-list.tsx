import type { DossierRowView, ReadinessCheckView } from '../../../electron/contract/dossier';
import { jumpTo } from '../../shared/jump';
import { useSpeech } from '../../shared/language';
import { useJump } from '../documents/use-jump';

interface ReadinessListProps {
  readonly checks: readonly ReadinessCheckView[];
  readonly rows: readonly DossierRowView[];
}

/** 归档检查: the seven points; each finding leads to its place. */
export function ReadinessList({ checks, rows }: ReadinessListProps) {
  const { t, say } = useSpeech();
  return (
    <section className="card" aria-label={t.dossier.checks}>
      <h2>{t.dossier.checks}</h2>
      <p className="field-hint">{t.dossier.checksHint}</p>
      <ol className="readiness">
        {checks.map((check) => (
          <li key={check.code}>
            <strong>{say(check)}</strong>{' '}
            <span className={check.passed ? 'quiet' : 'wrong'}>
              {check.passed ? `✓ ${t.dossier.passed}` : t.dossier.failed(check.problems.length)}
            </span>
            {check.passed ? null : <Findings check={check} rows={rows} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is missing from the contents and the binding are seen to on this page; everything else on its own tab. */
function Findings({ check, rows }: { readonly check: ReadinessCheckView; readonly rows: readonly DossierRowView[] }) {
  const { say } = useSpeech();
  const jump = useJump();
  const findings: readonly { readonly words: string; readonly go: (() => void) | undefined }[] =
    check.code === 'completeness'
      ? rows
          .filter((row) => row.state === 'missing')
          .map((row) => ({ words: `${row.place}. ${say(row)}`, go: () => jumpTo(`dossier-row.${row.place}`) }))
      : check.problems.map((problem) => {
          const { field } = problem;
          const here = check.code === 'binding' ? () => jumpTo('dossier-bind') : undefined;
          return { words: say(problem), go: here ?? (field === undefined ? undefined : () => jump(field)) };
        });
  return (
    <ul>
      {findings.map(({ words, go }) => (
        <li key={words}>
          {go === undefined ? (
            words
          ) : (
            <button type="button" className="problem-link" onClick={go}>
              {words}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
