import { useId } from 'react';
import type { ClashView } from '../../../electron/contract/sync';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { ClashActions } from './clash-actions';
import { ClashSide } from './clash-side';
import { useStep } from './use-step';
import type { TakeStep } from './use-sync-page';

interface ClashCardProps {
  readonly clash: ClashView;
  readonly step: TakeStep;
  /** Said before a way out is taken, and with false when it was refused. */
  readonly onSettling: (goes: boolean) => void;
}

/** One thing to settle: which case, what it is about, the sides next to each other, and the ways out. */
export function ClashCard({ clash, step, onSettling }: ClashCardProps) {
  const { t, say } = useSpeech();
  const id = useId();
  const { busy, problems, run } = useStep();
  const settle = async (work: () => ReturnType<TakeStep>): Promise<void> => {
    onSettling(true);
    if (!(await run(work))) onSettling(false);
  };
  const { caseId, about, kind } = clash;
  return (
    <article className="clash" aria-labelledby={id} data-row tabIndex={-1}>
      <h3 id={id}>
        {clash.title === '' ? t.caseTexts.untitled : clash.title}
        <span className="clash-about">{say(clash)}</span>
        <span className="clash-kind">{t.sync.clash.kinds[kind]}</span>
      </h3>
      <ProblemList problems={problems} />
      {clash.sides.length === 0 ? null : (
        <div className="clash-sides">
          {clash.sides.map((side) => (
            <ClashSide
              key={side.entry}
              side={side}
              busy={busy}
              onTake={
                kind === 'field'
                  ? () => void settle(() => step('sync.takeSide', { caseId, about, entry: side.entry }))
                  : undefined
              }
            />
          ))}
        </div>
      )}
      <div className="clash-foot">
        <p className="field-hint">{t.sync.clash.hints[kind]}</p>
        <ClashActions
          clash={clash}
          busy={busy}
          onClosed={(choice) => void settle(() => step('sync.settleClosed', { caseId, choice }))}
          onMerge={() => void settle(() => step('sync.mergeParties', { caseId, about }))}
        />
      </div>
    </article>
  );
}
