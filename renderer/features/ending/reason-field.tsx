import type { ProblemMessage } from '../../../electron/contract/method';
import type { CaseState } from '../../shared/case-types';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';

type Reason = NonNullable<CaseState['ending']>['reason'];

interface ReasonFieldProps {
  readonly reason: Reason | undefined;
  readonly problems?: readonly ProblemMessage[] | undefined;
  readonly onChange: (reason: Reason) => void;
}

/** 终止或结案原因, in the words of the court's form (domain.md F21b). */
export function ReasonField({ reason, problems, onChange }: ReasonFieldProps) {
  const { t } = useSpeech();
  const words = t.caseTexts.ending;
  const suspected = reason === 'bad-faith' || reason === 'concealment-or-delay';
  return (
    <Field
      label={words.reason}
      path="ending.reason"
      problems={problems}
      hint={suspected ? words.suspected : reason === 'other' ? words.otherReason : null}
    >
      {(marks) => <Choice marks={marks} value={reason} words={t.words.endingReasons} onChange={onChange} />}
    </Field>
  );
}
