import { describe, expect, it } from 'vitest';
import {
  DISPUTE_TYPES,
  STATISTICS_CATEGORIES,
  disputeType,
  disputeTypeName,
  isDisputeType,
} from '../../../../electron/core/domain/checks/dispute-type';

describe('dispute types', () => {
  it('has the 23 leaves of domain.md 3.3, each once', () => {
    expect(DISPUTE_TYPES).toHaveLength(23);
    expect(new Set(DISPUTE_TYPES.map((type) => type.code)).size).toBe(23);
  });

  it('has a path for every kind that the commissioning document names', () => {
    for (const code of ['CC01', 'WM01', 'AT01', 'LN03', 'SV01']) expect(isDisputeType(code)).toBe(true);
    expect(isDisputeType('XX01')).toBe(false);
    expect(isDisputeType(7)).toBe(false);
  });

  it('maps to statistics as domain.md 3.4 says', () => {
    const known = new Set<string>(STATISTICS_CATEGORIES.map((category) => category.code));
    for (const type of DISPUTE_TYPES) {
      const contract = /^(?:CC|LN|WM|DP|PY|IN)/u.test(type.code);
      const expected = contract ? 'contract' : type.code === 'ZZ99' ? 'other' : 'other-consumer';
      expect([type.code, type.statistics]).toEqual([type.code, expected]);
      expect(known.has(type.statistics)).toBe(true);
    }
  });

  it('names a type in both languages and shows a newer code as it is', () => {
    expect(disputeTypeName('CC01')).toBe('信用卡透支逾期');
    expect(disputeTypeName('CC01', 'en')).toBe('overdue credit card');
    expect(disputeTypeName('QQ77')).toBe('QQ77');
    expect(disputeType('AT01')).toMatchObject({ business: 'B04', channel: 'A2', reason: 'C02' });
  });
});
