import { useSpeech } from '../../shared/language';
import { byField, under } from '../../shared/problems';
import { useCase } from '../case/case-context';
import { DisputeForm } from './dispute-form';
import { TriageCard } from './triage-card';

/** 纠纷 of an open case; every change saves itself. */
export function DisputeTab() {
  const { t } = useSpeech();
  const { editor, state, problems } = useCase();
  return (
    <>
      <section className="card" aria-label={t.caseTexts.tabs.dispute}>
        <DisputeForm
          value={state}
          problems={byField(under(problems, 'case'))}
          onChange={(field, value) => editor.edit({ kind: 'case-set' }, field, value)}
        />
      </section>
      <TriageCard />
    </>
  );
}
