import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { CaseView } from '../../../electron/contract/case-view';
import { useSpeech } from '../../shared/language';
import { useCase } from '../case/case-context';
import { addressOf } from '../documents/paper-address';
import './privacy.css';

const TICKS = ['sensitive', 'court', 'recording'] as const;

/** 个人信息同意 of each natural person（F31）: how far it is, what was agreed to, and the way to the paper. */
export function ConsentList() {
  const { t } = useSpeech();
  const { view } = useCase();
  const words = t.privacy.consents;
  const stateWords = (one: CaseView['consents'][number]): string =>
    one.state === 'given' && TICKS.every((tick) => !one[tick]) ? words.refused : words.states[one.state];
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      {view.consents.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ul className="consents">
        {view.consents.map((consent) => (
          <li key={consent.party}>
            <div className="consent-head">
              <strong>{consent.name}</strong>
              <span className={consent.state === 'withdrawn' ? 'wrong' : 'quiet'}>{stateWords(consent)}</span>
              <Link
                to={addressOf(view.id, { form: 'F31', of: consent.party })}
                replace
                aria-label={words.openOf(consent.name)}
              >
                {words.open}
              </Link>
            </div>
            {consent.state === 'given' ? (
              <ul className="consent-ticks">
                {TICKS.map((tick) => (
                  <li key={tick} className={consent[tick] ? undefined : 'quiet'}>
                    {consent[tick] ? <CheckOutlined aria-hidden="true" /> : <MinusOutlined aria-hidden="true" />}{' '}
                    {words.ticks[tick]}
                    <span className="only-heard">：{consent[tick] ? words.yes : words.no}</span>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
