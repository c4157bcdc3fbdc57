import { Button } from 'antd';
import type { Payment } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { ScheduleForm } from './schedule-form';

interface ScheduleBuilderProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** The payments of the plan, and the clause that states them, or null when no clause is wanted. */
  readonly onAdopt: (payments: Payment[], clause: string | null) => void;
}

/** 生成履行计划: opens the form that makes a plan from a few figures. */
export function ScheduleBuilder({ open, onOpen, onAdopt }: ScheduleBuilderProps) {
  const { t } = useSpeech();
  return (
    <div className="schedule-builder">
      <Button aria-expanded={open} onClick={() => onOpen(!open)}>
        {t.schedule.open}
      </Button>
      {open ? (
        <ScheduleForm
          onAdopt={(payments, clause) => {
            onAdopt(payments, clause);
            onOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
