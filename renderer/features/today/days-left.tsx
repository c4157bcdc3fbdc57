import { Tooltip } from 'antd';
import { useSpeech } from '../../shared/language';

interface DaysLeftProps {
  readonly name: string;
  readonly due: string;
  readonly days: number;
  readonly basis: string;
}

/** A running period: its last day and the days left, red under three; the rule behind it on hover or focus. */
export function DaysLeft({ name, due, days, basis }: DaysLeftProps) {
  const { t } = useSpeech();
  return (
    <Tooltip title={`${t.today.basis}：${basis}`}>
      <span tabIndex={0} className={days < 3 ? 'wrong days-left' : 'days-left'}>
        {name} {due}，{t.today.daysLeft(days)}
      </span>
    </Tooltip>
  );
}
