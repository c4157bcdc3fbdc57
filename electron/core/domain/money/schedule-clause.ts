import { formatChinese } from '../time/chinese-date';
import { parts } from '../time/calendar-date';
import { capitals } from './capitals';
import { formatYuan, type Fen } from './money';
import { formatPercent, type RateMicro } from './rate';
import type { Schedule, ScheduleMethod } from './schedule';

/** What the sentence needs beside the plan itself. Labels are e.g. 被申请人, 申请人. */
export interface ScheduleClauseInput {
  readonly schedule: Schedule;
  readonly method: ScheduleMethod;
  readonly annualRateMicro: RateMicro;
  /** Day of the month on which payments fall due; 31 is the last day. */
  readonly anchorDay: number;
  readonly payerLabel: string;
  readonly payeeLabel: string;
}

const METHODS: Readonly<Record<ScheduleMethod, string>> = {
  'equal-instalment': '等额本息',
  'equal-principal': '等额本金',
  'interest-free': '免息等额',
};

const money = (fen: Fen): string => `${capitals(fen)}（￥${formatYuan(fen)}）`;

/**
 * A clause that states an instalment plan（分期履行条款）in figures and capitals, so that its amounts and dates come from
 * the plan and are never typed twice (screens.md 2; domain.md 2.3, 6.6, 6.7).
 */
export function scheduleClause(input: ScheduleClauseInput): string {
  const { schedule, method, annualRateMicro, anchorDay, payerLabel, payeeLabel } = input;
  const { rows, totalFen } = schedule;
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) throw new RangeError('a plan has at least one payment');
  if (rows.length === 1) {
    return `${payerLabel}于${formatChinese(first.dueOn)}（含当日）前向${payeeLabel}支付${money(first.paymentFen)}。`;
  }
  const how =
    method === 'interest-free'
      ? ''
      : `按年利率${formatPercent(annualRateMicro).replace(/\.00%$/u, '%')}、${METHODS[method]}方式`;
  const sum = method === 'interest-free' ? '' : `，合计${money(totalFen)}`;
  const day = anchorDay >= 31 ? '每月最后一日' : `每月${anchorDay}日`;
  const lastDay = parts(last.dueOn);
  const dates = `首期还款日为${formatChinese(first.dueOn)}，其后${day}为还款日，末期为${lastDay.year}年${lastDay.month}月${lastDay.day}日`;
  return `${payerLabel}${how}分${rows.length}期向${payeeLabel}偿还：${amounts(schedule)}${sum}。${dates}。`;
}

/** 第1期至第23期每期…，第24期…; where nearly every amount differs, the table speaks. */
function amounts({ rows }: Schedule): string {
  const runs: { from: number; to: number; fen: Fen }[] = [];
  for (const { index, paymentFen } of rows) {
    const run = runs.at(-1);
    if (run?.fen === paymentFen) run.to = index;
    else runs.push({ from: index, to: index, fen: paymentFen });
  }
  if (runs.length > 3) return '各期金额以履行计划表所列为准';
  return runs
    .map(({ from, to, fen }) =>
      from === to ? `第${from}期偿还${money(fen)}` : `第${from}期至第${to}期每期偿还${money(fen)}`,
    )
    .join('，');
}
