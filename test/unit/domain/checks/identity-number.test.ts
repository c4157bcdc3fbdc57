import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkIdentityNumber,
  identityCheckSign,
  maskIdentityNumber,
  matchIdentity,
} from '../../../../electron/core/domain/checks/identity-number';

const sample = { today: '2024-04-25', allowSyntheticRegion: true } as const;
const real = { today: '2024-04-25', allowSyntheticRegion: false } as const;
const code = (text: string, options: Parameters<typeof checkIdentityNumber>[1] = sample): string => {
  const checked = checkIdentityNumber(text, options);
  return checked.ok ? 'ok' : checked.problem.code;
};

describe('vectors of domain.md 6.1', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['999999198802140019', '1988-02-14', 'male'],
    ['999999199511030025', '1995-11-03', 'female'],
    ['99999919790828004X', '1979-08-28', 'female'],
  ])('%s is valid and tells birth date and sex', (number, birthDate, sex) => {
    expect(checkIdentityNumber(number, sample)).toEqual({ ok: true, value: { number, birthDate, sex, warnings: [] } });
  });

  it('finds a wrong check digit and a birth date that does not exist', () => {
    expect(code('110105194912310021')).toBe('identity-check-digit');
    expect(code('999999199502290011')).toBe('identity-birth-date');
  });

  it('accepts every person and representative of the sample data', () => {
    const people = ['999999195403090065', '999999198707110073', '999999199905200082', '999999199104060091'];
    const staff = [
      '999999197601220114',
      '999999198309300138',
      '999999197206170129',
      '999999200012310183',
      '999999196908150152',
    ];
    for (const number of [...people, ...staff]) expect(code(number)).toBe('ok');
  });
});

describe('rules', () => {
  it('stores a lower-case x in upper case and repairs full-width figures and spaces', () => {
    const checked = checkIdentityNumber(' 110105 １９４９1231 002x ', real);
    expect(checked.ok && checked.value.number).toBe('11010519491231002X');
  });

  it('says why a number of 15 digits is refused', () => {
    const checked = checkIdentityNumber('110105491231002', real);
    expect(!checked.ok && checked.problem.code).toBe('identity-fifteen');
    expect(!checked.ok && checked.problem.zh).toContain('18位');
  });

  it('refuses region 999999 unless sample data are allowed', () => {
    expect(code('999999198802140019', real)).toBe('identity-region-synthetic');
  });

  it('refuses an unknown province and only warns about a district that is not in the table', () => {
    const withCheck = (first17: string): string => first17 + identityCheckSign(first17);
    expect(code(withCheck('17010119900101001'), real)).toBe('identity-region');
    const retired = checkIdentityNumber(withCheck('35050119900101001'), real);
    expect(retired.ok && retired.value.warnings.map((warning) => warning.code)).toEqual(['identity-region-unlisted']);
    const listed = checkIdentityNumber(withCheck('35050319900101001'), real);
    expect(listed.ok && listed.value.warnings).toEqual([]);
  });

  it('judges age by the given day and the given maximum', () => {
    expect(code('440524188001010014', { ...real, maxAge: 120 })).toBe('identity-age');
    expect(code('440524188001010014', { ...real, today: '2031-01-01' })).toBe('identity-age');
    expect(code('999999198802140019', { ...sample, today: '1988-02-13' })).toBe('identity-born-later');
    expect(code('999999198802140019', { ...sample, today: '1988-02-14' })).toBe('ok');
  });

  it.each([
    ['', 'identity-empty'],
    ['9999991988021400', 'identity-length'],
    ['9999991988O2140019', 'identity-characters'],
    ['99999919880214X019', 'identity-characters'],
  ])('refuses the form of "%s"', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it('never accepts a number with one digit of it changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = Array.from('999999198802140019');
        digits[at] = String((Number(digits[at]) + shift) % 10);
        return !checkIdentityNumber(digits.join(''), { ...sample, maxAge: 9999 }).ok;
      }),
    );
  });
});

describe('contradictions', () => {
  it('refuses the negative vector of domain.md 7.1: order code 015 typed as female', () => {
    const checked = checkIdentityNumber('999999196908150152', sample);
    if (!checked.ok) throw new Error('the number is valid');
    const problems = matchIdentity(checked.value, { sex: 'female', birthDate: '1969-08-15' });
    expect(problems.map((problem) => [problem.code, problem.detail?.['field']])).toEqual([
      ['identity-sex-differs', 'sex'],
    ]);
  });

  it('names the birth date, and finds nothing where nothing or the same was typed', () => {
    const info = { sex: 'male', birthDate: '1988-02-14' } as const;
    expect(matchIdentity(info, { birthDate: '1988-02-15' })[0]?.detail?.['field']).toBe('birthDate');
    expect(matchIdentity(info, {})).toEqual([]);
    expect(matchIdentity(info, { sex: 'male', birthDate: '1988-02-14' })).toEqual([]);
  });
});

describe('mask', () => {
  it('shows the first six and last four of an identity number, the last two of others', () => {
    expect(maskIdentityNumber('999999198802140019')).toBe('999999********0019');
    expect(maskIdentityNumber('E12345678')).toBe('*******78');
    expect(maskIdentityNumber('7')).toBe('*');
    expect(maskIdentityNumber('')).toBe('');
  });
});
