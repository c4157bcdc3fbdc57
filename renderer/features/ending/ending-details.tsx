import { Button } from 'antd';
import type { CaseState } from '../../shared/case-types';
import { DateField } from '../../shared/date-field';
import { useSpeech } from '../../shared/language';
import { byField, under } from '../../shared/problems';
import { TextField } from '../../shared/text-field';
import { useCase } from '../case/case-context';
import { EndingList } from './ending-list';
import { ReasonField } from './reason-field';
import { completedSteps } from './steps';

type Ending = NonNullable<CaseState['ending']>;

interface EndingDetailsProps {
  readonly ending: Ending;
  readonly onWithdraw: () => void;
}

/** What an ending tells: reason, day, matter in dispute, course, undisputed facts; every change saves itself. */
export function EndingDetails({ ending, onWithdraw }: EndingDetailsProps) {
  const { t } = useSpeech();
  const { editor, problems } = useCase();
  const words = t.caseTexts.ending;
  const at = byField(under(problems, 'ending'));
  const change = (field: keyof Ending, value: unknown): void => editor.edit({ kind: 'ending-set' }, field, value);
  return (
    <>
      <div className="ending-grid">
        <ReasonField reason={ending.reason} problems={at['reason']} onChange={(v) => change('reason', v)} />
        <DateField
          label={words.on}
          path="ending.on"
          value={ending.on}
          problems={at['on']}
          // An ending has a day; who wants none takes the ending back.
          onChange={(v) => (v === undefined ? undefined : change('on', v))}
        />
        <div className="ending-withdraw">
          <Button onClick={onWithdraw}>{ending.reason === 'settled' ? words.withdrawClose : words.withdrawEnd}</Button>
        </div>
      </div>
      {ending.reason === 'settled' ? null : <UnsettledFields ending={ending} onChange={change} />}
    </>
  );
}

interface UnsettledFieldsProps {
  readonly ending: Ending;
  readonly onChange: (field: keyof Ending, value: unknown) => void;
}

function UnsettledFields({ ending, onChange }: UnsettledFieldsProps) {
  const { t } = useSpeech();
  const { editor, state, problems } = useCase();
  const words = t.caseTexts.ending;
  const at = byField(under(problems, 'ending'));
  const steps = ending.steps ?? [];
  const completed = completedSteps(steps, state.sessions, ending);
  return (
    <>
      <div className="form-block">
        <TextField
          label={words.focus}
          path="ending.focus"
          lines={2}
          value={ending.focus}
          problems={at['focus']}
          onChange={(v) => onChange('focus', v)}
        />
      </div>
      <div className="form-block" role="group" aria-label={words.steps}>
        <div className="card-head">
          <p className="group-label">
            {words.steps} <span>{words.stepsHint}</span>
          </p>
          <Button disabled={completed.length === steps.length} onClick={() => onChange('steps', completed)}>
            {words.fillSteps}
          </Button>
        </div>
        <EndingList field="steps" items={ending.steps} editor={editor} />
      </div>
      <div className="form-block" role="group" aria-label={words.undisputedFacts}>
        <p className="group-label">{words.undisputedFacts}</p>
        <p className="field-hint">{words.undisputedFactsHint}</p>
        <EndingList field="undisputedFacts" items={ending.undisputedFacts} editor={editor} />
      </div>
    </>
  );
}
