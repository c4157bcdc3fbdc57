import type { Finding } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';

/** Remarks of the clause linter; an error is red, advice is not. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, say } = useSpeech();
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={index} className={finding.level === 'error' ? 'wrong' : 'note'}>
          <strong>{finding.level === 'error' ? t.agreement.error : t.agreement.warning}</strong> {say(finding)}
        </li>
      ))}
    </ul>
  );
}
