import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../../../electron/core/domain/case/case-state';
import { checkAgreement } from '../../../../electron/core/domain/checks/agreement-check';

const KEYS = ['applicant', 'respondent'];
const CARD = '6299990000000002026';
const WRONG_CARD = '6299990000000000405';
const payment = { payer: 'respondent', payee: 'applicant', amountFen: 30_000, dueOn: '2024-09-10', account: CARD };

const pays = (account: string): string =>
  `被申请人于2024年9月10日（含当日）前向申请人账户${account}支付人民币叁佰元整（￥300.00）。`;
const sound: Agreement = { form: 'written', clauses: [pays(CARD)], payments: [payment] };

const found = (agreement: Agreement): readonly (readonly [string, string, string])[] =>
  checkAgreement(agreement, KEYS).map(({ level, field, code }) => [level, field, code] as const);

describe('a drafted agreement (domain.md 2.3, 6.9)', () => {
  it('has no finding when clauses, plan, account and parties agree', () => {
    expect(found(sound)).toEqual([]);
  });

  it.each([WRONG_CARD, '6299990000000000000'])(
    'the card %s is refused in a clause, once, and in a payment',
    (account) => {
      expect(found({ ...sound, clauses: [pays(account)] })).toEqual([['error', 'clauses.0', 'card-number-wrong']]);
      expect(found({ ...sound, payments: [{ ...payment, account }] })).toEqual([
        ['error', 'payments.0.account', 'card-check-digit'],
      ]);
    },
  );

  it('a company account and an identity number are not read as cards', () => {
    const company = '3500010000000012345';
    const clauses = [pays(company), '申请人确认其身份号码为999999199905200082。'];
    expect(found({ ...sound, clauses, payments: [{ ...payment, account: company }] })).toEqual([]);
  });

  it('a payer and a payee who are no parties are refused each at its field', () => {
    expect(found({ ...sound, payments: [{ ...payment, payer: 'guarantor', payee: 'x' }] })).toEqual([
      ['error', 'payments.0.payer', 'payment-party'],
      ['error', 'payments.0.payee', 'payment-party'],
    ]);
  });

  it('a plan that does not add up to the clause is refused at the clause, with both sums', () => {
    const agreement = { ...sound, payments: [{ ...payment, amountFen: 30_001 }] };
    expect(found(agreement)).toEqual([['error', 'clauses.0', 'schedule-sum']]);
    expect(checkAgreement(agreement, KEYS)[0]?.zh).toMatch(/300\.01.*300\.00/u);
  });

  it('capitals that differ from the figures are refused at their clause', () => {
    const clauses = ['双方就此事再无其他争议。', pays(CARD).replace('叁佰', '肆佰')];
    expect(found({ ...sound, clauses })).toEqual([['error', 'clauses.1', 'capitals-differ']]);
  });

  it('“前” without （含当日） is a warning, not an error', () => {
    const clauses = [pays(CARD).replace('（含当日）', '')];
    expect(found({ ...sound, clauses })).toEqual([['warning', 'clauses.0', 'before-unclear']]);
  });
});
