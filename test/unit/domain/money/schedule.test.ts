import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildSchedule,
  checkScheduleSum,
  type Schedule,
  type ScheduleInput,
} from '../../../../electron/core/domain/money/schedule';

const build = (input: Partial<ScheduleInput>): Schedule => {
  const base = { method: 'interest-free', totalFen: 0, annualRateMicro: 0, count: 1, firstDue: '2024-06-20' } as const;
  const built = buildSchedule({ ...base, ...input });
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
};
const refusal = (input: Partial<ScheduleInput>): string => {
  const base = {
    method: 'interest-free',
    totalFen: 100,
    annualRateMicro: 0,
    count: 1,
    firstDue: '2024-06-20',
  } as const;
  const built = buildSchedule({ ...base, ...input });
  return built.ok ? 'ok' : built.problem.code;
};

describe('equal instalments 等额本息 (domain.md 6.8)', () => {
  it('36,000.00 at 6 % in 12', () => {
    const plan = build({ method: 'equal-instalment', totalFen: 3_600_000, annualRateMicro: 60_000, count: 12 });
    expect([plan.rows[0]?.paymentFen, plan.rows[0]?.interestFen]).toEqual([309_839, 18_000]);
    expect([plan.rows[11]?.paymentFen, plan.interestFen]).toEqual([309_840, 118_069]);
  });

  it('gives the whole table of Case B (domain.md 7.3)', () => {
    const plan = build({ method: 'equal-instalment', totalFen: 2_400_000, annualRateMicro: 60_000, count: 12 });
    const table = [
      [206_559, 12_000, 194_559, 2_205_441],
      [206_559, 11_027, 195_532, 2_009_909],
      [206_559, 10_050, 196_509, 1_813_400],
      [206_559, 9067, 197_492, 1_615_908],
      [206_559, 8080, 198_479, 1_417_429],
      [206_559, 7087, 199_472, 1_217_957],
      [206_559, 6090, 200_469, 1_017_488],
      [206_559, 5087, 201_472, 816_016],
      [206_559, 4080, 202_479, 613_537],
      [206_559, 3068, 203_491, 410_046],
      [206_559, 2050, 204_509, 205_537],
      [206_565, 1028, 205_537, 0],
    ];
    expect(plan.rows.map((row) => [row.paymentFen, row.interestFen, row.principalFen, row.balanceFen])).toEqual(table);
    expect([plan.interestFen, plan.totalFen]).toEqual([78_714, 2_478_714]);
    expect([plan.rows[0]?.dueOn, plan.rows[11]?.dueOn]).toEqual(['2024-06-20', '2025-05-20']);
  });
});

describe('equal principal 等额本金 and interest-free (domain.md 6.8)', () => {
  it('36,000.00 at 6 % in 12: 3,180.00, 3,165.00 … 3,015.00, interest 1,170.00', () => {
    const plan = build({ method: 'equal-principal', totalFen: 3_600_000, annualRateMicro: 60_000, count: 12 });
    expect([0, 1, 11].map((at) => plan.rows[at]?.paymentFen)).toEqual([318_000, 316_500, 301_500]);
    expect(plan.interestFen).toBe(117_000);
  });

  it.each([
    [1_000_000, 3, 333_333, 333_334],
    [2_137_645, 24, 89_068, 89_081],
    [999_999, 60, 16_666, 16_705],
    [5, 3, 1, 3],
    [1_986_377, 24, 82_765, 82_782],
  ])('%i fen in %i: %i each and %i at the end', (totalFen, count, each, last) => {
    const payments = build({ totalFen, count }).rows.map((row) => row.paymentFen);
    expect(payments).toEqual([...Array<number>(count - 1).fill(each), last]);
    expect(payments.reduce((sum, payment) => sum + payment, 0)).toBe(totalFen);
  });

  it('Case A: 24 instalments on the last day of the month to 2026-04-30 (domain.md 7.2)', () => {
    const plan = build({ totalFen: 1_986_377, count: 24, firstDue: '2024-05-31' });
    expect(plan.rows.at(-1)).toMatchObject({ index: 24, dueOn: '2026-04-30', balanceFen: 0 });
    expect(plan.rows[9]?.dueOn).toBe('2025-02-28');
    expect(build({ totalFen: 1_986_377, count: 24, firstDue: '2024-06-30', anchorDay: 31 }).rows[1]?.dueOn).toBe(
      '2024-07-31',
    );
  });
});

describe('refusals', () => {
  it.each([
    [{ totalFen: 0 }, 'schedule-total'],
    [{ totalFen: 1.5 }, 'schedule-total'],
    [{ count: 0 }, 'schedule-count'],
    [{ count: 601, totalFen: 1_000_000 }, 'schedule-count'],
    [{ count: 2.5 }, 'schedule-count'],
    [{ totalFen: 2, count: 3 }, 'schedule-too-small'],
    [{ method: 'equal-instalment', annualRateMicro: 0 }, 'schedule-rate'],
    [{ annualRateMicro: 60_000 }, 'schedule-rate'],
    [{ firstDue: '2024-02-30' }, 'schedule-first-due'],
    [{ anchorDay: 32 }, 'schedule-anchor'],
    [{ method: 'equal-instalment', annualRateMicro: 60_000, totalFen: 10, count: 12 }, 'schedule-too-small'],
  ] as const)('%j is refused as %s', (input, code) => {
    expect(refusal(input)).toBe(code);
  });
});

describe('any plan', () => {
  it('adds up: principal to the total, payments to principal and interest, balance to zero', () => {
    const input = fc.record({
      method: fc.constantFrom('equal-instalment' as const, 'equal-principal' as const, 'interest-free' as const),
      totalFen: fc.integer({ min: 1, max: 10_000_000_000 }),
      rate: fc.integer({ min: 1, max: 1_000_000 }),
      count: fc.integer({ min: 1, max: 600 }),
    });
    fc.assert(
      fc.property(input, ({ method, totalFen, rate, count }) => {
        const annualRateMicro = method === 'interest-free' ? 0 : rate;
        const built = buildSchedule({ method, totalFen, annualRateMicro, count, firstDue: '2024-01-31' });
        if (!built.ok) return built.problem.code === 'schedule-too-small';
        const { rows, interestFen } = built.value;
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
        expect(rows).toHaveLength(count);
        expect(sum(rows.map((row) => row.principalFen))).toBe(totalFen);
        expect(sum(rows.map((row) => row.interestFen))).toBe(interestFen);
        expect(rows.at(-1)?.balanceFen).toBe(0);
        expect(rows.every((row) => row.principalFen > 0 && row.paymentFen === row.principalFen + row.interestFen)).toBe(
          true,
        );
        expect(checkScheduleSum(rows, built.value.totalFen)).toBeNull();
        return true;
      }),
    );
  });

  it('the plain split is never refused when every instalment can have a fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(1_000_000), (count, more) => {
        expect(refusal({ totalFen: count + more, count })).toBe('ok');
      }),
    );
  });
});

describe('the sum of a plan', () => {
  it('names both figures when they differ', () => {
    expect(checkScheduleSum([{ amountFen: 82_765 }, { amountFen: 82_782 }], 165_548)).toMatchObject({
      code: 'schedule-sum',
      detail: { sum: '1,655.47', expected: '1,655.48' },
    });
    expect(checkScheduleSum([{ amountFen: 82_765 }], 82_765)).toBeNull();
  });
});
