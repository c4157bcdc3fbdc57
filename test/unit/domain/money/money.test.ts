import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_FEN,
  assertFen,
  formatYuan,
  isFen,
  parseYuan,
  yuanPlain,
} from '../../../../electron/core/domain/money/money';
import { formatPercent, parsePercent } from '../../../../electron/core/domain/money/rate';

describe('amounts in figures', () => {
  it.each([
    ['21376.45', 2_137_645],
    ['21,376.45', 2_137_645],
    ['￥21,376.45', 2_137_645],
    ['¥ 0.05', 5],
    ['300元', 30_000],
    ['300.5', 30_050],
    ['２１，３７６．４５', 2_137_645],
    ['0', 0],
    ['9,999,999,999,999.99', MAX_FEN],
  ])('"%s" is %i fen', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: fen });
  });

  it.each([
    ['', 'amount-empty'],
    ['￥', 'amount-empty'],
    ['-1', 'amount-format'],
    ['1e3', 'amount-format'],
    ['1.', 'amount-format'],
    ['.5', 'amount-format'],
    ['1.2.3', 'amount-format'],
    ['2,1376.45', 'amount-grouping'],
    ['21,3764.5', 'amount-grouping'],
    [',100', 'amount-grouping'],
    ['0.001', 'amount-decimals'],
    ['10,000,000,000,000.00', 'amount-too-large'],
    ['99999999999999999999', 'amount-too-large'],
  ])('"%s" is refused as %s', (text, code) => {
    const checked = parseYuan(text);
    expect(checked.ok ? 'ok' : checked.problem.code).toBe(code);
  });

  it('formats with and without commas', () => {
    expect([formatYuan(2_137_645), yuanPlain(2_137_645)]).toEqual(['21,376.45', '21376.45']);
    expect([formatYuan(5), formatYuan(100_000), formatYuan(99_999)]).toEqual(['0.05', '1,000.00', '999.99']);
    expect(formatYuan(MAX_FEN)).toBe('9,999,999,999,999.99');
  });

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat().map((n) => n % (MAX_FEN + 1)),
        (fen) => {
          expect(parseYuan(formatYuan(fen))).toEqual({ ok: true, value: fen });
          expect(parseYuan(yuanPlain(fen))).toEqual({ ok: true, value: fen });
        },
      ),
    );
  });

  it('throws for a number that is no amount', () => {
    for (const value of [-1, 0.5, Number.NaN, MAX_FEN + 1]) {
      expect(isFen(value)).toBe(false);
      expect(() => assertFen(value)).toThrow(RangeError);
      expect(() => formatYuan(value)).toThrow(RangeError);
    }
  });
});

describe('rates', () => {
  it.each([
    ['13.80%', 138_000],
    ['0.0175%', 175],
    ['6.00%', 60_000],
    ['0.05%', 500],
  ])('%s is written and read back', (text, rate) => {
    expect(formatPercent(rate)).toBe(text);
    expect(parsePercent(text)).toEqual({ ok: true, value: rate });
  });

  it.each([
    ['6', 60_000],
    ['14.4 ％', 144_000],
  ])('"%s" is understood', (text, rate) => {
    expect(parsePercent(text)).toEqual({ ok: true, value: rate });
  });

  it.each([
    ['', 'rate-format'],
    ['-6', 'rate-format'],
    ['0.00001', 'rate-decimals'],
    ['1001', 'rate-too-large'],
  ])('"%s" is refused as %s', (text, code) => {
    const checked = parsePercent(text);
    expect(checked.ok ? 'ok' : checked.problem.code).toBe(code);
  });
});
