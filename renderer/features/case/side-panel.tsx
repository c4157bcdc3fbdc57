import type { CaseView } from '../../../electron/contract/case-view';
import { dateInWords, shanghaiMinute } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { useJump } from '../documents/use-jump';
import { ConsentList } from '../privacy/consent-list';
import { useCase } from './case-context';
import { ConflictList } from './conflict-list';

/** What belongs to the case whatever is open: what is missing, the periods, the conflicts, the journal. */
export function SidePanel() {
  const { t } = useSpeech();
  const { view } = useCase();
  return (
    <aside className="side-panel">
      {view.state.conflicts.length > 0 ? <ConflictList /> : null}
      <Missing view={view} />
      <Clocks view={view} />
      <ConsentList />
      {view.state.waiting.length > 0 ? <p className="quiet">{t.caseTexts.waiting(view.state.waiting.length)}</p> : null}
      <Journal view={view} />
    </aside>
  );
}

function Missing({ view }: { readonly view: CaseView }) {
  const { t, say } = useSpeech();
  const jump = useJump();
  return (
    <section aria-label={t.caseTexts.missingTitle}>
      <h2>{t.caseTexts.missingTitle}</h2>
      {view.missing.length === 0 ? <p className="quiet">✓ {t.caseTexts.nothingMissing}</p> : null}
      <ul className="missing-list">
        {view.missing.map((missing) => (
          <li key={`${missing.code} ${missing.field ?? ''}`}>
            <button type="button" onClick={() => jump(missing.field ?? '')}>
              {say(missing)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clocks({ view }: { readonly view: CaseView }) {
  const { t, say, language } = useSpeech();
  const day = language === 'en' ? (date: string) => date : dateInWords;
  return (
    <section aria-label={t.caseTexts.clocksTitle}>
      <h2>{t.caseTexts.clocksTitle}</h2>
      {view.effectiveOn === null ? null : <p>{t.caseTexts.effective(day(view.effectiveOn))}</p>}
      {view.clocks.length === 0 ? <p className="quiet">{t.caseTexts.noClocks}</p> : null}
      {view.clocks.map((clock) => (
        <details key={`${clock.code} ${clock.due}`} className="clock">
          <summary>
            {say(clock)} <strong>{clock.due}</strong>
          </summary>
          <p className="quiet">{say({ zh: clock.basisZh, en: clock.basisEn })}</p>
        </details>
      ))}
    </section>
  );
}

function Journal({ view }: { readonly view: CaseView }) {
  const { t, say } = useSpeech();
  return (
    <section aria-label={t.caseTexts.journalTitle}>
      <h2>{t.caseTexts.journalTitle}</h2>
      <ol className="journal">
        {view.journal.map((line) => (
          <li key={line.entry}>
            <time dateTime={line.at}>{shanghaiMinute(line.at)}</time> {line.account}
            <div>{say(line)}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
