import { describe, expect, it } from 'vitest';
import { checkBankCard, maskAccount } from '../../../../electron/core/domain/checks/bank-card';

const code = (text: string): string => {
  const checked = checkBankCard(text);
  return checked.ok ? 'ok' : checked.problem.code;
};

describe('bank cards', () => {
  it.each(['6299990000000001010', '6299990000000002026', '6299990000000003032', '6299990000000405'])(
    '%s is valid (domain.md 6.9)',
    (text) => {
      expect(checkBankCard(text)).toEqual({ ok: true, value: text });
    },
  );

  it.each(['6299990000000001011', '6299990000000000405', '6299990000000000000', '0000000000000000'])(
    '%s fails its check digit (domain.md 6.9, 7.1)',
    (text) => {
      expect(code(text)).toBe('card-check-digit');
    },
  );

  it('removes spaces and hyphens and understands full-width figures', () => {
    expect(checkBankCard('６299 9900-0000 0001 010')).toEqual({ ok: true, value: '6299990000000001010' });
  });

  it.each([
    ['', 'card-empty'],
    ['62999900000A0405', 'card-characters'],
    ['62999900000', 'card-length'],
    ['62999900000000010100', 'card-length'],
  ])('refuses "%s"', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it('masks all but the first four and last four, and more of a short account', () => {
    expect(maskAccount('6299990000000001010')).toBe('6299***********1010');
    expect(maskAccount('12345678')).toBe('******78');
  });
});
