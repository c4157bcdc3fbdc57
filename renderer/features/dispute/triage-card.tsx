import { Radio } from 'antd';
import type { CaseState } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { byField, under } from '../../shared/problems';
import { useCase } from '../case/case-context';
import './dispute.css';

type Answers = CaseState['triage'];
type Question = keyof Answers;

/** The answers with one of them changed; what is not known is left out, and the whole is written as one record. */
function answered(answers: Answers, question: Question, answer: boolean | null): Answers {
  const all: Readonly<Record<string, boolean | null | undefined>> = { ...answers, [question]: answer };
  return Object.fromEntries(Object.entries(all).filter(([, known]) => known !== null));
}

/** 分流: the answers that triage asks for, and the track（办理轨道）, which a person settles (domain.md 4.2). */
export function TriageCard() {
  const { t } = useSpeech();
  const { editor, state, problems } = useCase();
  const at = byField(under(problems, 'case'));
  const questions = Object.keys(t.dispute.triageQuestions) as Question[];
  const change = (field: string, value: unknown): void => editor.edit({ kind: 'case-set' }, field, value);
  return (
    <section className="card" aria-label={t.dispute.triageTitle}>
      <h2>{t.dispute.triageTitle}</h2>
      <div className="triage">
        <Field label={t.dispute.track} path="case.track" problems={at['track']} hint={t.dispute.trackHint}>
          {(marks) => (
            <Choice marks={marks} value={state.track} words={t.words.tracks} onChange={(v) => change('track', v)} />
          )}
        </Field>
        <div role="group" aria-label={t.dispute.triage} data-field="case.triage">
          <p className="group-label">{t.dispute.triage}</p>
          <div className="triage-rows">
            {questions.map((question) => (
              <div key={question} className="triage-row">
                <span id={`triage-${question}`}>{t.dispute.triageQuestions[question]}</span>
                <Radio.Group
                  aria-labelledby={`triage-${question}`}
                  value={state.triage[question] ?? null}
                  options={[
                    { value: true, label: t.words.yes },
                    { value: false, label: t.words.no },
                    { value: null, label: t.words.notKnown },
                  ]}
                  onChange={(event) =>
                    change('triage', answered(state.triage, question, event.target.value as boolean | null))
                  }
                />
              </div>
            ))}
          </div>
          <p className="field-hint">{t.dispute.triageHint}</p>
        </div>
      </div>
    </section>
  );
}
