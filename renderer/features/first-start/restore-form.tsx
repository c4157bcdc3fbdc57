import { Button } from 'antd';
import { useEffect, useState, type SubmitEvent } from 'react';
import type { Response } from '../../../electron/contract/contract';
import type { WorkProgress } from '../../../electron/contract/safety';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call, onWorkProgress } from '../../shared/room-client';
import { keepComposition } from '../../shared/submit-guard';
import { OpeningFields, useOpening } from '../access/opening-form';
import { WayChoice } from '../access/way-choice';
import { useStep } from '../sync/use-step';

type Restored = NonNullable<Response<'backup.restoreNew'>>;

interface RestoreFormProps {
  readonly onBack: () => void;
  readonly onRestored: () => void;
}

/** A new computer: the room is made again from a backup, opened with a password in it or with the recovery sheet. */
export function RestoreForm({ onBack, onRestored }: RestoreFormProps) {
  const { t } = useSpeech();
  const words = t.firstStart;
  const [bySheet, setBySheet] = useState(false);
  const typed = useOpening([], bySheet);
  const [progress, setProgress] = useState<WorkProgress | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const [restored, setRestored] = useState<Restored | null>(null);
  const { busy, problems, run } = useStep();
  useEffect(() => onWorkProgress((next) => (next.work === 'restore' ? setProgress(next) : undefined)), []);
  const { opening } = typed;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (opening === null || busy) return;
    void run(async () => {
      setCancelled(false);
      setProgress(null);
      const answer = await call('backup.restoreNew', { open: opening });
      if (!answer.ok) return answer.problems;
      if (answer.value === null) setCancelled(true);
      else setRestored(answer.value);
      return [];
    });
  };
  if (restored !== null) {
    return (
      <section className="card door-card" role="status">
        <h1>{words.restored(restored.added)}</h1>
        {restored.heldBlocks > 0 ? <p>{words.restoredHeld}</p> : null}
        <div className="actions">
          <Button type="primary" autoFocus onClick={onRestored}>
            {words.restoredNext}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <form className="card door-card" onSubmit={send} onKeyDown={keepComposition}>
      <h1>{words.restore}</h1>
      <p className="quiet">{words.restoreLead}</p>
      <ProblemList problems={problems} />
      <WayChoice bySheet={bySheet} onChange={setBySheet} />
      <OpeningFields key={String(bySheet)} typed={typed} people={[]} bySheet={bySheet} problems={[]} />
      <p role="status" className="quiet">
        {busy ? words.restoring(progress?.done ?? 0, progress?.total ?? 0) : cancelled ? words.restoreCancelled : ''}
      </p>
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={busy} disabled={opening === null}>
          {words.restoreChoose}
        </Button>
        <Button disabled={busy} onClick={onBack}>
          {words.restoreBack}
        </Button>
      </div>
    </form>
  );
}
