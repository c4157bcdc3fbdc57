import { describe, expect, it } from 'vitest';
import { checkIntake } from '../../../../electron/core/domain/intake/check-intake';
import { accepted, broken, brokenNames, brokenText, problemsOf, SAMPLE, soundRecord } from './support';

const AGREEMENT = 'prepared.agreement';

/** What each broken record must be refused for: every field and kind of fault, and no other. */
const REFUSED: Readonly<Record<string, readonly (readonly [field: string, code: string])[]>> = {
  'wrong-format': [['format', 'field-value']],
  'missing-fields': [
    ['source', 'field-missing'],
    ['receivedAt', 'field-missing'],
    ['facts', 'field-missing'],
  ],
  'wrong-check-digit': [['parties.0.document.number', 'identity-check-digit']],
  'sex-contradicts-number': [['parties.1.representatives.0.sex', 'identity-sex-differs']],
  'schedule-differs-from-clause': [[`${AGREEMENT}.clauses.0`, 'schedule-sum']],
  'unknown-dispute-type': [['disputeType', 'dispute-type']],
  'unknown-payer': [[`${AGREEMENT}.payments.0.payer`, 'payment-party']],
  'unknown-signer': [[`${AGREEMENT}.signatures.0.by`, 'signature-by']],
  'wrong-account-in-payment': [[`${AGREEMENT}.payments.0.account`, 'card-check-digit']],
  'wrong-account-in-clause': [[`${AGREEMENT}.clauses.0`, 'card-number-wrong']],
  'capitals-differ': [[`${AGREEMENT}.clauses.0`, 'capitals-differ']],
  'court-without-number': [['courtNumber', 'court-number']],
  'duplicate-party-key': [['parties.1.key', 'party-key']],
  'one-side-only': [['parties', 'party-side']],
  'name-with-private-use': [['parties.0.name', 'name-private-use']],
  'name-with-lost-character': [['parties.0.name', 'name-replacement']],
  'date-that-does-not-exist': [[`${AGREEMENT}.payments.0.dueOn`, 'field-date']],
  'money-with-one-decimal': [['amount', 'field-format']],
  'money-as-number': [['amount', 'field-type']],
  'three-representatives': [['parties.1.representatives', 'field-long']],
};

/** What the changes below reach for in the sound record. */
interface Sketch {
  readonly parties: readonly [Record<string, unknown>, Record<string, unknown>];
  readonly prepared: { readonly agreement: { clauses: string[]; payments: { amount: string }[] } };
}

/** A copy of the sound record with one change. */
function changed(change: (record: Sketch) => void): unknown {
  const record = structuredClone(soundRecord('valid')) as Sketch;
  change(record);
  return record;
}

const found = (value: unknown): readonly (readonly [string, string])[] =>
  problemsOf(value).map(({ field, code }) => [field, code] as const);

describe('what is handed over broken', () => {
  it.each(Object.entries(REFUSED))('%s is refused for its fault and nothing else', (name, expected) => {
    expect(found(broken(name))).toEqual(expected);
  });

  it.each(Object.keys(REFUSED))('%s: each reason says in Chinese and English what to do', (name) => {
    for (const problem of problemsOf(broken(name))) {
      expect(problem.zh).toMatch(/请|例如|最多|至少|可用/u);
      expect(problem.en).toMatch(/[a-z]{3,}/u);
      expect(problem.en).not.toBe(problem.zh);
    }
  });

  it('every broken file is named here', () => {
    expect(Object.keys(REFUSED).sort()).toEqual([...brokenNames].sort());
  });

  it('the record that the broken ones were made from is accepted', () => {
    expect(accepted(soundRecord('valid')).id).toBe('broken-valid');
  });

  it('text that is no record is refused as a file', () => {
    const text = brokenText('cut-short.txt');
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    for (const value of [text, null, 5, []]) expect(found(value)).toEqual([['(file)', 'field-type']]);
  });
});

describe('the check of a record', () => {
  it('lets a name with U+2022 in and refuses the region 999999 outside of samples', () => {
    expect(accepted(soundRecord('name-with-bullet')).parties[0]?.name).toContain('\u2022');
    const real = checkIntake(soundRecord('valid'), { ...SAMPLE, allowSyntheticRegion: false });
    expect(real.ok ? [] : real.problems.map(({ field, code }) => [field, code])).toEqual([
      ['parties.0.document.number', 'identity-region-synthetic'],
      ['parties.1.representatives.0.document.number', 'identity-region-synthetic'],
    ]);
  });

  it('names the clause and the instalment when one payment of three is wrong', () => {
    const record = changed((r) => {
      const { agreement } = r.prepared;
      agreement.clauses = [
        '被申请人应向申请人偿还人民币叁佰元整（￥300.00），存入账户6299990000000002026。',
        '被申请人分3期偿还：第1期至第3期每期偿还人民币壹佰元整（￥100.00），首期还款日为2024年4月18日。',
      ];
      const [first] = agreement.payments;
      agreement.payments = ['2024-04-18', '2024-05-18', '2024-06-18'].map((dueOn, index) => ({
        ...first,
        dueOn,
        amount: index === 1 ? '100.01' : '100.00',
      }));
    });
    expect(found(record)).toEqual([
      [`${AGREEMENT}.clauses.0`, 'schedule-sum'],
      [`${AGREEMENT}.clauses.1`, 'schedule-differs'],
    ]);
    expect(problemsOf(record)[1]?.zh).toContain('第2期');
  });

  it('reports every fault of a record at once', () => {
    const record = changed((r) => {
      Object.assign(r, { disputeType: 'XX00', source: 'court-delegation' });
      Object.assign(r.parties[0], { name: '林?', phone: '12900000001' });
    });
    expect(found(record)).toEqual([
      ['disputeType', 'dispute-type'],
      ['courtNumber', 'court-number'],
      ['parties.0.name', 'name-replacement'],
      ['parties.0.phone', 'phone-mobile'],
    ]);
  });

  it('keeps the names of signatures apart from the keys of parties', () => {
    const record = changed((r) => Object.assign(r.parties[0], { key: 'mediator' }));
    expect(found(record)).toContainEqual(['parties.0.key', 'party-key-reserved']);
  });

  it.each([
    [{ receivedAt: '2024-04-02T11:30:00' }, 'receivedAt', 'field-time'],
    [{ receivedAt: '2024-02-30T11:30:00+08:00' }, 'receivedAt', 'field-time'],
    [{ regime: 'private' }, 'regime', 'field-value'],
    [{ claims: [] }, 'claims', 'field-short'],
    [{ triage: { moneyOnly: 'yes' } }, 'triage.moneyOnly', 'field-type'],
    [{ parties: {} }, 'parties', 'field-type'],
    [{ prepared: { mediators: [''] } }, 'prepared.mediators.0', 'field-short'],
    [{ id: 'x'.repeat(201) }, 'id', 'field-long'],
  ])('refuses %j', (change, field, code) => {
    expect(found(changed((r) => Object.assign(r, change)))).toEqual([[field, code]]);
  });

  it('a warning is advice: a record whose clauses only warn comes in', () => {
    const record = changed((r) => {
      const { agreement } = r.prepared;
      agreement.clauses = agreement.clauses.map((clause) => clause.replaceAll('（含当日）', ''));
    });
    expect(found(record)).toEqual([]);
  });
});
