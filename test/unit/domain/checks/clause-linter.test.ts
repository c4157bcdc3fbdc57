import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintClauses } from '../../../../electron/core/domain/checks/clause-linter';
import { capitals } from '../../../../electron/core/domain/money/capitals';
import { formatYuan } from '../../../../electron/core/domain/money/money';
import { CASE_A, CASE_B, CASE_C, CASE_F, SAMPLE_CASES } from './sample-clauses';

type Input = Parameters<typeof lintClauses>[0];
const codes = (clauses: readonly string[], payments: Input['payments'] = []): readonly string[] =>
  lintClauses({ clauses, payments }).map((found) => `${found.level} ${found.clause} ${found.problem.code}`);
const replaced = (clauses: readonly string[], from: string, to: string): readonly string[] => {
  expect(clauses.join('')).toContain(from);
  return clauses.map((clause) => clause.replace(from, to));
};

describe('the clauses of Cases A to F (domain.md 7.2–7.7)', () => {
  it.each(SAMPLE_CASES)('pass with their plan and without it: $name', ({ clauses, payments, disputedTotalFen }) => {
    expect(lintClauses({ clauses, payments, disputedTotalFen })).toEqual([]);
    expect(lintClauses({ clauses, payments: [] })).toEqual([]);
  });
});

describe('amounts', () => {
  it('finds capitals that differ from the figures beside them', () => {
    const clauses = replaced(CASE_A.clauses, '（￥21,376.45）', '（￥21,376.54）');
    expect(codes(clauses, CASE_A.payments)).toContain('error 0 capitals-differ');
  });

  it('finds the difference for any two amounts, and none for the same', () => {
    const amount = fc.integer({ min: 1, max: 99_999_999_999 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const text = `被申请人于2024年3月18日（含当日）前向申请人账户支付${capitals(a)}（￥${formatYuan(b)}）。`;
        expect(codes([text])).toEqual(a === b ? [] : ['error 0 capitals-differ']);
      }),
    );
  });

  it('reads figures before capitals, half-width brackets and 大写/小写 marks', () => {
    const pay = '被申请人于2024年3月18日（含当日）前向申请人账户支付';
    expect(codes([`${pay}300.00元（大写：人民币叁佰元整）。`])).toEqual([]);
    expect(codes([`${pay}300.00元（大写：人民币肆佰元整）。`])).toEqual(['error 0 capitals-differ']);
    expect(codes([`${pay}3万元（大写：人民币叁万元整）。`])).toEqual([]);
    expect(codes([`${pay}3万元（大写：人民币叁仟元整）。`])).toEqual(['error 0 capitals-differ']);
    expect(codes([`${pay}人民币叁佰元整(小写:¥300.00元)。`])).toEqual([]);
  });

  it('shows the right form of wrong capitals and refuses wrong figures', () => {
    const pay = '被申请人于2024年3月18日（含当日）前向申请人账户支付';
    const [found] = lintClauses({ clauses: [`${pay}人民币叁佰壹元整（￥301.00）。`], payments: [] });
    expect(found).toMatchObject({
      level: 'error',
      problem: { code: 'capitals-invalid', detail: { expected: '人民币叁佰零壹元整' } },
    });
    expect(codes([`${pay}人民币叁仟元整（￥30,00.00）。`])).toEqual(['error 0 figures-invalid']);
  });

  it('asks for both capitals and figures where money is due', () => {
    const pay = '被申请人于2024年3月18日（含当日）前向申请人账户支付';
    expect(codes([`${pay}300.00元。`])).toEqual(['warning 0 amount-without-capitals']);
    expect(codes([`${pay}人民币叁佰元整。`])).toEqual(['warning 0 amount-without-figures']);
  });

  it('adds up lists that name their own sum', () => {
    expect(codes(replaced(CASE_A.clauses, '其中本金18,600.00元', '其中本金18,700.00元'))).toEqual([
      'warning 0 list-sum',
    ]);
    expect(codes(replaced(CASE_A.clauses, '利息622.68元', '利息622.86元'))).toEqual(['warning 1 list-sum']);
  });

  it('warns when more is agreed than was in dispute', () => {
    const found = lintClauses({ ...CASE_C, disputedTotalFen: 99_999 });
    expect(found.map(({ clause, problem }) => [clause, problem.code])).toEqual([[-1, 'total-above-dispute']]);
  });
});

describe('plans', () => {
  it('finds instalments in the clauses that do not add up to the total', () => {
    const wrong = replaced(
      CASE_A.clauses,
      '人民币捌佰贰拾柒元捌角贰分（￥827.82）',
      '人民币捌佰贰拾柒元陆角伍分（￥827.65）',
    );
    expect(codes(wrong)).toContain('error 2 instalment-sum');
    const total = replaced(
      CASE_B.clauses,
      '人民币贰万肆仟柒佰捌拾柒元壹角肆分（￥24,787.14）',
      '人民币贰万肆仟元整（￥24,000.00）',
    );
    expect(codes(total)).toContain('error 1 instalment-sum');
  });

  it('finds a plan whose sum differs from the total that the clauses name', () => {
    const short = CASE_A.payments.map((payment, at) => (at === 23 ? { ...payment, amountFen: 82_765 } : payment));
    expect(codes(CASE_A.clauses, short)).toEqual(
      expect.arrayContaining(['error 1 schedule-sum', 'error 2 schedule-differs']),
    );
    expect(codes(CASE_F.clauses, [{ amountFen: 30_001, dueOn: '2024-09-10' }])).toEqual(['error 2 schedule-sum']);
  });

  it('finds the same sum spread over other instalments', () => {
    const moved = CASE_A.payments.map((payment, at) => {
      const shift = at === 0 ? 1 : at === 1 ? -1 : 0;
      return { ...payment, amountFen: payment.amountFen + shift };
    });
    expect(codes(CASE_A.clauses, moved)).toEqual(['error 2 schedule-differs']);
  });

  it('finds a count of instalments that differs from their numbers', () => {
    expect(codes(replaced(CASE_A.clauses, '分24期', '分23期'))).toEqual(['error 2 instalment-count']);
    expect(codes(replaced(CASE_B.clauses, '第1期至第11期', '第2期至第12期'))).toContain('error 1 instalment-count');
  });

  it('finds first and last due dates that differ from the plan', () => {
    expect(
      codes(replaced(CASE_A.clauses, '首期还款日为2024年5月31日', '首期还款日为2024年5月30日'), CASE_A.payments),
    ).toEqual(['error 2 due-date-differs']);
    expect(codes(replaced(CASE_A.clauses, '末期为2026年4月30日', '末期为2026年3月31日'), CASE_A.payments)).toEqual([
      'error 2 due-date-differs',
    ]);
  });

  it('reads instalments that are numbered in Chinese', () => {
    const text =
      '被申请人应向申请人偿还人民币叁佰元整（￥300.00），分三期付清：第一期至第二期每期人民币壹佰元整（￥100.00），第三期人民币玖拾元整（￥90.00），还款日为每月20日，存入申请人账户。';
    expect(codes([text])).toContain('error 0 instalment-sum');
  });
});

describe('due date, payee and deadline', () => {
  it('asks for what a money clause lacks', () => {
    expect(codes(['被申请人支付人民币叁佰元整（￥300.00）。'])).toEqual([
      'warning 0 money-without-due-date',
      'warning 0 money-without-payee',
    ]);
  });

  it('takes the due date, but not the payee, from a plan that covers the amount', () => {
    const plan = [{ amountFen: 30_000, dueOn: '2024-09-10' }];
    expect(codes(['被申请人支付人民币叁佰元整（￥300.00）。'], plan)).toEqual(['warning 0 money-without-payee']);
    expect(codes(['被申请人支付申请人人民币叁佰元整（￥300.00）。'], plan)).toEqual([]);
  });

  it('does not take a waived, confirmed or default amount for a payment', () => {
    expect(codes(['申请人减免被申请人违约金人民币叁佰元整（￥300.00）。'])).toEqual([]);
    expect(codes(['双方确认被申请人尚欠人民币叁佰元整（￥300.00）。'])).toEqual([]);
    expect(codes(['逾期支付的，每逾期一日支付人民币壹拾元整（￥10.00）。'])).toEqual([]);
  });

  it('asks for the deadline of an act', () => {
    expect(codes(['被申请人向申请人出具书面说明。'])).toEqual(['warning 0 act-without-deadline']);
    expect(codes(['被申请人在协议生效后十日内向申请人出具书面说明。'])).toEqual([]);
  });
});

describe('words', () => {
  it.each(['尽快', '及时', '近期', '适当', '若干', '协商解决'])('refuses the vague word %s', (word) => {
    expect(codes([`其余事宜由双方${word}处理。`])).toEqual(['error 0 vague-word']);
  });

  it('allows a word of time beside a date, but no date cures a vague amount', () => {
    expect(codes(['被申请人应及时处理，最迟于2024年3月18日（含当日）前完成。'])).toEqual([]);
    expect(codes(['被申请人于2024年3月18日（含当日）前给予适当照顾。'])).toEqual(['error 0 vague-word']);
  });

  it('leaves titles of laws, 适当性 and conditions of default alone', () => {
    expect(
      codes(['双方依据《关于若干问题的规定》确认银行未履行适当性义务，被申请人未及时还款的，自行承担后果。']),
    ).toEqual([]);
  });

  it('asks whether the day itself counts in “×月×日前”', () => {
    expect(codes(['被申请人于2024年3月18日前向申请人致歉。'])).toEqual(['warning 0 before-unclear']);
    expect(codes(['被申请人于每月20日之前向申请人致歉。'])).toEqual(['warning 0 before-unclear']);
    expect(codes(['被申请人于三月十八日以前向申请人致歉。'])).toContain('warning 0 before-unclear');
    expect(codes(['被申请人于2024年3月18日前（不含当日）向申请人致歉。'])).toEqual([]);
    expect(codes(['被申请人于2024年3月18日前往申请人住所致歉。'])).toEqual([]);
  });

  it.each(['2024年2月30日', '2023年2月29日', '4月31日', '二〇二四年十三月一日'])(
    'finds that %s does not exist',
    (date) => {
      expect(codes([`被申请人于${date}停止催收。`])).toEqual(['error 0 date-missing']);
    },
  );

  it('lets real days pass, 29 February without a year among them', () => {
    expect(codes(['被申请人于2024年2月29日、2月29日及二〇二四年二月二十九日停止催收。'])).toEqual([]);
  });

  it.each(['双方确认位于丰泽区的房屋归申请人所有。', '车辆所有权归被申请人。', '双方确认上述商标的所有权。'])(
    'refuses a clause that confirms title: %s',
    (text) => {
      expect(codes([text])).toEqual(['error 0 ownership-confirmed']);
    },
  );
});

describe('rates and accounts', () => {
  it.each([
    ['按年利率24%计付', []],
    ['按年利率24.01%计付', ['warning 0 rate-above-cap']],
    ['按月利率2.1%计付', ['warning 0 rate-above-cap']],
    ['按每日万分之五计付', []],
    ['按每日万分之七计付', ['warning 0 rate-above-cap']],
    ['按日利率1‰计付', ['warning 0 rate-above-cap']],
    ['按每日千分之一计付', ['warning 0 rate-above-cap']],
    ['按每日0.05%计付', []],
  ])('逾期的，%s: %j', (text, expected) => {
    expect(codes([`逾期的，${text}违约金。`])).toEqual(expected);
  });

  it('takes another cap where four times LPR governs', () => {
    const found = lintClauses({ clauses: ['逾期的，按年利率14%计付。'], payments: [], rateCapMicro: 138_000 });
    expect(found.map(({ problem }) => problem.code)).toEqual(['rate-above-cap']);
  });

  it.each(['6299990000000000405', '6299990000000000000'])(
    'refuses the negative account %s of domain.md 7.1',
    (account) => {
      expect(codes(replaced(CASE_F.clauses, '6299990000000002026', account))).toEqual(['error 2 card-number-wrong']);
    },
  );

  it('does not ask a company account for a check digit', () => {
    expect(codes(replaced(CASE_F.clauses, '6299990000000002026', '1402000000000000001'))).toEqual([]);
  });
});

it('stays quiet about an agreement without clauses', () => {
  expect(lintClauses({ clauses: [], payments: [] })).toEqual([]);
});
