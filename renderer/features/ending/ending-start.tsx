import { Button } from 'antd';
import type { CaseState } from '../../shared/case-types';
import { DateField } from '../../shared/date-field';
import { useSpeech } from '../../shared/language';
import { ReasonField } from './reason-field';

type Ending = NonNullable<CaseState['ending']>;

/** An ending while it is typed: nothing is written before both are there. */
export interface EndingDraft {
  readonly reason: Ending['reason'] | undefined;
  /** Calendar date in Asia/Shanghai. */
  readonly on: string | undefined;
}

interface EndingStartProps {
  readonly draft: EndingDraft;
  /** True when an ending was taken back just now. */
  readonly withdrawn: boolean;
  readonly onChange: (draft: EndingDraft) => void;
  readonly onEnd: (ending: Pick<Ending, 'reason' | 'on'>) => void;
}

/** Why and when a mediation ends. */
export function EndingStart({ draft, withdrawn, onChange, onEnd }: EndingStartProps) {
  const { t } = useSpeech();
  const words = t.caseTexts.ending;
  const { reason, on } = draft;
  const complete = reason !== undefined && on !== undefined ? { reason, on } : null;
  const unsettled = reason !== undefined && reason !== 'settled';
  return (
    <>
      <p className="quiet" role={withdrawn ? 'status' : undefined}>
        {withdrawn ? words.withdrawn : words.lead}
      </p>
      <div className="ending-grid">
        <ReasonField reason={reason} onChange={(next) => onChange({ reason: next, on })} />
        <DateField label={words.on} path="ending.on" value={on} onChange={(next) => onChange({ reason, on: next })} />
      </div>
      <div className="actions">
        <Button disabled={complete === null} onClick={() => (complete === null ? undefined : onEnd(complete))}>
          {unsettled ? words.end : words.close}
        </Button>
      </div>
    </>
  );
}
