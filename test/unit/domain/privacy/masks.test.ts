import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsMask,
  maskAccountText,
  maskDocument,
  maskTelephone,
} from '../../../../electron/core/domain/privacy/masks';

describe('a masked number', () => {
  it('of a resident identity card shows the region and the last four, with a small x, too', () => {
    expect(maskDocument('resident-id', '999999199003070019')).toBe('999999********0019');
    expect(maskDocument('resident-id', '99999919900307001x')).toBe('999999********001x');
  });

  it('of another paper, or of a resident card that is not as it should be, shows the last two', () => {
    expect(maskDocument('passport', 'E12345678')).toBe('*******78');
    expect(maskDocument('military-police-id', '武字第12345678号')).toBe('**********8号');
    expect(maskDocument('other', '999999199003070019')).toBe('****************19');
    expect(maskDocument('resident-id', '999999 19900307 0019')).toBe('******************19');
  });

  it('of a credit code is the code: it is public', () => {
    expect(maskDocument('credit-code', '91999999MA99990486')).toBe('91999999MA99990486');
  });

  it.each([
    ['13800000001', '138****0001'],
    ['+86 138 0000 0001', '138****0001'],
    ['0595-22000001', '0595-****0001'],
    ['95588', '95588'],
    ['4006695599', '4006695599'],
    ['1380000', '******0'],
    ['加微信再说', '****说'],
  ])('of the telephone %s is %s', (phone, mask) => {
    expect(maskTelephone(phone)).toBe(mask);
  });

  it.each([
    ['6299990000000001010', '***************1010'],
    ['6299 9900 0000 0001 010', '**** **** **** ***1 010'],
    ['海丝岬银行泉州分行 6299990000000405 柯龙䶮𬎆', '海丝岬银行泉州分行 ************0405 柯龙䶮𬎆'],
    ['12345678', '****5678'],
    ['1234567', '******7'],
    ['wx_kelong', '*****long'],
    ['5', '*'],
    ['现金', '现金'],
    ['６２９９９９００００', '******００００'],
  ])('of the account %s is %s', (account, mask) => {
    expect(maskAccountText(account)).toBe(mask);
  });

  it('of a short value shows its last sign, of a single sign nothing', () => {
    expect(maskDocument('other', '123')).toBe('**3');
    expect(maskDocument('other', '𬎆')).toBe('*');
    expect(maskTelephone('1')).toBe('*');
  });

  it('never shows more than it says, and never cuts a rare character in two', () => {
    const text = fc.oneof(
      fc.stringMatching(/^[0-9X -]{1,24}$/u),
      fc.string({ unit: fc.constantFrom('1', '9', '䶮', '𬎆', ' ', '-', 'a'), minLength: 1, maxLength: 24 }),
    );
    const shown = (mask: string): number => Array.from(mask.replaceAll(/[* -]/gu, '')).length;
    fc.assert(
      fc.property(text, (value) => {
        expect(shown(maskDocument('passport', value))).toBeLessThanOrEqual(2);
        const inAccount = Array.from(maskAccountText(value).replaceAll(/[^0-9a-zA-Z]/gu, '')).length;
        const runs = value.split(/[䶮𬎆]/gu).length;
        expect(inAccount).toBeLessThanOrEqual(4 * runs);
        for (const mask of [maskDocument('other', value), maskTelephone(value), maskAccountText(value)]) {
          expect(Buffer.from(mask, 'utf8').toString('utf8')).toBe(mask);
          expect(holdsMask(mask) || mask === value).toBe(true);
        }
      }),
      { seed: 20_261_124, numRuns: 200 },
    );
  });
});
