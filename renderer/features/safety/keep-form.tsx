import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { BackupPage } from '../../../electron/contract/safety';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useStep } from '../sync/use-step';
import type { useBackupPage } from './use-backup-page';

type Keep = BackupPage['keep'];

/** The bounds of the contract: days, weeks, months. */
const BOUNDS = { days: [1, 60], weeks: [0, 52], months: [0, 60] } as const;
const PARTS = ['days', 'weeks', 'months'] as const;

interface KeepFormProps {
  readonly keep: Keep;
  readonly step: ReturnType<typeof useBackupPage>['step'];
}

/** 保留规则: how many daily, weekly and monthly backups stay. */
export function KeepForm({ keep, step }: KeepFormProps) {
  const { t } = useSpeech();
  const words = t.safety.backup;
  const [draft, setDraft] = useState<Keep>(keep);
  const { busy, problems, run } = useStep();
  const changed = PARTS.some((part) => draft[part] !== keep[part]);
  return (
    <>
      <p className="quiet">{words.keepText}</p>
      <ProblemList problems={problems} />
      <div className="keep-fields">
        {PARTS.map((part) => (
          <Field key={part} label={words[part]}>
            {(marks) => (
              <InputNumber
                {...marks}
                min={BOUNDS[part][0]}
                max={BOUNDS[part][1]}
                precision={0}
                value={draft[part]}
                onChange={(n) => setDraft((before) => ({ ...before, [part]: n ?? BOUNDS[part][0] }))}
              />
            )}
          </Field>
        ))}
        <Button disabled={!changed} loading={busy} onClick={() => void run(() => step('backup.keep', draft))}>
          {words.save}
        </Button>
      </div>
    </>
  );
}
