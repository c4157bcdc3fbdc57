import { useId, type ReactNode } from 'react';
import type { ProblemMessage } from '../../electron/contract/method';
import { useSpeech } from './language';

/** What a control must carry to belong to its label and its message. */
export interface ControlMarks {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly status?: 'error';
}

interface FieldProps {
  readonly label: string;
  /** The field's path in the case, so that a list of missing things can jump here. */
  readonly path?: string | undefined;
  readonly problems?: readonly ProblemMessage[] | undefined;
  readonly hint?: ReactNode;
  /** `wide` takes the whole row of the form. */
  readonly wide?: boolean;
  readonly children: (marks: ControlMarks) => ReactNode;
}

/** A label, its control, and under it what is wrong or helpful. */
export function Field({ label, path, problems = [], hint, wide = false, children }: FieldProps) {
  const { say } = useSpeech();
  const id = useId();
  const wrong = problems.length > 0;
  const told = wrong || (hint !== undefined && hint !== null);
  const marks: ControlMarks = {
    id,
    ...(told ? { 'aria-describedby': `${id}-told` } : {}),
    ...(wrong ? { 'aria-invalid': true, status: 'error' } : {}),
  };
  return (
    <div className={wide ? 'field wide' : 'field'} data-field={path}>
      <label htmlFor={id}>{label}</label>
      {children(marks)}
      {told ? (
        <div id={`${id}-told`} className={wrong ? 'field-problem' : 'field-hint'} role={wrong ? 'alert' : undefined}>
          {wrong ? problems.map(say).join(' ') : hint}
        </div>
      ) : null}
    </div>
  );
}
