import { Link } from 'react-router';
import type { FormId } from '../../../electron/contract/forms';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { addressOf, keyOf } from '../documents/paper-address';
import { paperState } from '../documents/paper-state';

/** Notice to each party, report to the court, withdrawal, undisputed facts, closing report, letter, element complaints. */
const FOLLOWING: readonly FormId[] = ['F21A', 'F21B', 'F23', 'F24', 'F26', 'F27', 'E01', 'E02'];

/** The papers that an ending asks for, each with how far it is and the way to it (人民调解法 Art. 26; domain.md F21). */
export function FollowingPapers({ settled }: { readonly settled: boolean }) {
  const { t, say } = useSpeech();
  const { view } = useCase();
  const words = t.caseTexts.ending;
  const papers = view.papers.filter((paper) => paper.need === 'required' && FOLLOWING.includes(paper.form));
  return (
    <div className="form-block" role="group" aria-label={words.papers}>
      <p className="group-label">{words.papers}</p>
      <p>{settled ? words.settled : words.unsettled}</p>
      <ul className="ending-papers">
        {papers.map((paper) => (
          <li key={keyOf(paper)}>
            <Link to={addressOf(view.id, paper)}>{say(paper)}</Link>
            <span className="quiet">{t.documents.states[paperState(view.state, paper)]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
