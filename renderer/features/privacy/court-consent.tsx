import { Link } from 'react-router';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { addressOf } from '../documents/paper-address';
import './privacy.css';

/**
 * Who has not agreed that personal data goes to the court（个人信息保护法 Art. 23）: a warning beside the package and not a
 * block, since Art. 13 knows grounds other than consent.
 */
export function CourtConsent() {
  const { t } = useSpeech();
  const { view } = useCase();
  const missing = view.consents.filter(({ state, court }) => state !== 'given' || !court);
  if (missing.length === 0) return null;
  const { consents, court: words } = t.privacy;
  return (
    <div className="consent-warning" role="note" aria-label={words.title}>
      <p>{words.title}</p>
      <ul>
        {missing.map(({ party, name, state }) => (
          <li key={party}>
            {words.line(name, state === 'given' ? words.notTicked : consents.states[state])}{' '}
            <Link to={addressOf(view.id, { form: 'F31', of: party })} replace aria-label={consents.openOf(name)}>
              {consents.open}
            </Link>
          </li>
        ))}
      </ul>
      <p className="quiet">{words.text}</p>
    </div>
  );
}
