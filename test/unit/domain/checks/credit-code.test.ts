import { describe, expect, it } from 'vitest';
import {
  checkCreditCode,
  hasOrganisationCheck,
  organisationCodeCheck,
} from '../../../../electron/core/domain/checks/credit-code';

const code = (text: string): string => {
  const checked = checkCreditCode(text);
  return checked.ok ? 'ok' : checked.problem.code;
};

describe('vectors of domain.md 6.3 and 7.1', () => {
  it.each([
    '91350100M000100Y43',
    '91999999MA9999013K',
    '91999999MA9999021E',
    '91999999MA999903X6',
    '91999999MA99990486',
    '91999999MA99990561',
    '52999999MJ9999067N',
  ])('%s is valid and carries the check sign of its organisation code', (text) => {
    expect(checkCreditCode(text)).toEqual({ ok: true, value: text });
    expect(hasOrganisationCheck(text)).toBe(true);
  });

  it('refuses the wrong examples', () => {
    expect(code('91350100M000100Y4Z')).toBe('credit-characters');
    expect(code('91999999MA9999013L')).toBe('credit-check-digit');
  });

  it('computes the check sign of an organisation code', () => {
    expect(organisationCodeCheck('D2143569')).toBe('X');
    expect(() => organisationCodeCheck('D214356')).toThrow(RangeError);
  });
});

describe('rules', () => {
  it('gives upper case without spaces', () => {
    expect(checkCreditCode('91999999 ma9999013k')).toEqual({ ok: true, value: '91999999MA9999013K' });
  });

  it.each([
    ['', 'credit-empty'],
    ['91999999MA9999013', 'credit-length'],
    ['91999999MO9999013K', 'credit-characters'],
    ['9199A999MA9999013K', 'credit-region'],
  ])('refuses "%s"', (text, expected) => {
    expect(code(text)).toBe(expected);
  });
});
