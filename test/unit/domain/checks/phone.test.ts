import { describe, expect, it } from 'vitest';
import { checkPhone, maskPhone } from '../../../../electron/core/domain/checks/phone';

describe('valid numbers (domain.md 6.10)', () => {
  it.each([
    ['19900000001', '19900000001'],
    ['+86 199 0000 0001', '19900000001'],
    ['0086-199-0000-0001', '19900000001'],
    ['0595-22000001', '0595-22000001'],
    ['059522000001', '0595-22000001'],
    ['（0595）22000001', '0595-22000001'],
    ['+86 595 22000001', '0595-22000001'],
    ['010-62000001转123', '010-62000001-123'],
    ['400-000-0001', '4000000001'],
    ['95500', '95500'],
  ])('%s becomes %s', (text, expected) => {
    expect(checkPhone(text)).toEqual({ ok: true, value: expected });
  });
});

describe('wrong numbers', () => {
  it.each([
    ['12900000001', 'phone-mobile'],
    ['1990000000', 'phone-mobile'],
    ['0595-02000001', 'phone-fixed'],
    ['0595-220000', 'phone-fixed'],
    ['', 'phone-empty'],
    ['不知道', 'phone-format'],
  ])('"%s" is refused as %s', (text, expected) => {
    const checked = checkPhone(text);
    expect(checked.ok ? 'ok' : checked.problem.code).toBe(expected);
  });
});

describe('mask', () => {
  it.each([
    ['19900000001', '199****0001'],
    ['0595-22000001', '0595-****0001'],
    ['4000000001', '4000000001'],
    ['abc', '***'],
  ])('%s is shown as %s', (number, expected) => {
    expect(maskPhone(number)).toBe(expected);
  });
});
