import { Button } from 'antd';
import { useState } from 'react';
import type { Payment } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { ScheduleForm } from './schedule-form';

interface ScheduleBuilderProps {
  /** The payments of the plan, and the clause that states them, or null when no clause is wanted. */
  readonly onAdopt: (payments: Payment[], clause: string | null) => void;
}

/** 生成履行计划: opens the form that makes a plan from a few figures. */
export function ScheduleBuilder({ onAdopt }: ScheduleBuilderProps) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <div className="schedule-builder">
      <Button id="plan" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.schedule.open}
      </Button>
      {open ? (
        <ScheduleForm
          onAdopt={(payments, clause) => {
            onAdopt(payments, clause);
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
