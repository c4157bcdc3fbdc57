import { describe, expect, it } from 'vitest';
import { lintClauses } from '../../../../electron/core/domain/checks/clause-linter';
import { buildSchedule, type ScheduleMethod } from '../../../../electron/core/domain/money/schedule';
import { scheduleClause } from '../../../../electron/core/domain/money/schedule-clause';

function clauseOf(
  method: ScheduleMethod,
  totalFen: number,
  count: number,
  firstDue: string,
  anchorDay: number,
  rate = 0,
) {
  const built = buildSchedule({ method, totalFen, annualRateMicro: rate, count, firstDue, anchorDay });
  if (!built.ok) throw new Error(built.problem.en);
  const schedule = built.value;
  const clause = scheduleClause({
    schedule,
    method,
    annualRateMicro: rate,
    anchorDay,
    payerLabel: '被申请人',
    payeeLabel: '申请人',
  });
  const payments = schedule.rows.map(({ paymentFen, dueOn }) => ({ amountFen: paymentFen, dueOn }));
  return { clause, findings: lintClauses({ clauses: [clause], payments }) };
}

describe('a clause made from a plan', () => {
  it('states an interest-free plan as Case A has it, and passes the linter', () => {
    const { clause, findings } = clauseOf('interest-free', 1_986_377, 24, '2024-05-31', 31);
    expect(clause).toBe(
      '被申请人分24期向申请人偿还：第1期至第23期每期偿还人民币捌佰贰拾柒元陆角伍分（￥827.65），第24期偿还人民币捌佰贰拾柒元捌角贰分（￥827.82）。首期还款日为2024年5月31日，其后每月最后一日为还款日，末期为2026年4月30日。',
    );
    expect(findings).toEqual([]);
  });

  it('states rate, method and sum of an annuity as Case B has it, and passes the linter', () => {
    const { clause, findings } = clauseOf('equal-instalment', 2_400_000, 12, '2024-06-20', 20, 60_000);
    expect(clause).toContain('按年利率6%、等额本息方式分12期');
    expect(clause).toContain('合计人民币贰万肆仟柒佰捌拾柒元壹角肆分（￥24,787.14）');
    expect(findings).toEqual([]);
  });

  it('leaves the amounts to the table where each differs', () => {
    const { clause, findings } = clauseOf('equal-principal', 3_600_000, 12, '2024-06-20', 20, 60_000);
    expect(clause).toContain('各期金额以履行计划表所列为准，合计人民币');
    expect(findings.filter((finding) => finding.level === 'error')).toEqual([]);
  });

  it('is one plain sentence for one payment', () => {
    const { clause, findings } = clauseOf('interest-free', 30_000, 1, '2024-09-10', 10);
    expect(clause).toBe('被申请人于2024年9月10日（含当日）前向申请人支付人民币叁佰元整（￥300.00）。');
    expect(findings).toEqual([]);
  });
});
