import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitals, parseCapitals } from '../../../../electron/core/domain/money/capitals';
import { MAX_FEN } from '../../../../electron/core/domain/money/money';

const yuan = (value: string): number => Number(value.replace('.', ''));

describe('vectors of domain.md 6.6', () => {
  it.each([
    ['1409.50', '人民币壹仟肆佰零玖元伍角'],
    ['6007.14', '人民币陆仟零柒元壹角肆分'],
    ['1680.32', '人民币壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '人民币壹拾万柒仟元伍角叁分'],
    ['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '人民币叁佰贰拾伍元零肆分'],
    ['0.01', '人民币壹分'],
    ['0.10', '人民币壹角'],
    ['0.00', '人民币零元整'],
    ['100100.00', '人民币壹拾万零壹佰元整'],
    ['10010001.00', '人民币壹仟零壹万零壹元整'],
    ['120000001.20', '人民币壹亿贰仟万零壹元贰角'],
    ['99999999.99', '人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s is written %s and read back', (value, text) => {
    expect(capitals(yuan(value))).toBe(text);
    expect(parseCapitals(text)).toEqual({ ok: true, value: yuan(value) });
  });

  it.each([
    ['1680.32', '人民币壹仟陆佰捌拾元零叁角贰分'],
    ['107000.53', '人民币壹拾万柒仟元零伍角叁分'],
    ['107000.53', '人民币壹拾万零柒仟元伍角叁分'],
    ['107000.53', '人民币壹拾万零柒仟元零伍角叁分'],
  ])('%s may also be written %s', (value, text) => {
    expect(parseCapitals(text)).toEqual({ ok: true, value: yuan(value) });
  });

  it.each([
    ['21376.45', '人民币贰万壹仟叁佰柒拾陆元肆角伍分'],
    ['1512.68', '人民币壹仟伍佰壹拾贰元陆角捌分'],
    ['19863.77', '人民币壹万玖仟捌佰陆拾叁元柒角柒分'],
    ['24787.14', '人民币贰万肆仟柒佰捌拾柒元壹角肆分'],
    ['45632.18', '人民币肆万伍仟陆佰叁拾贰元壹角捌分'],
  ])('%s of the sample cases is %s', (value, text) => {
    expect(capitals(yuan(value))).toBe(text);
  });
});

describe('large amounts', () => {
  it.each([
    ['1000010000.00', '人民币壹拾亿零壹万元整'],
    ['100001000.00', '人民币壹亿零壹仟元整'],
    ['1000000000000.00', '人民币壹万亿元整'],
    ['1000050000000.00', '人民币壹万亿零伍仟万元整'],
    ['9999999999999.99', '人民币玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s is %s', (value, text) => {
    expect(capitals(yuan(value))).toBe(text);
    expect(parseCapitals(text)).toEqual({ ok: true, value: yuan(value) });
  });

  it('refuses what is no amount', () => {
    expect(() => capitals(-1)).toThrow(RangeError);
    expect(() => capitals(1.5)).toThrow(RangeError);
  });
});

describe('reading', () => {
  it('reads back every amount, with any of the accepted signs', () => {
    const amount = fc.oneof(
      fc.integer({ min: 0, max: MAX_FEN }),
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 10 })).map(([a, zeros]) => a * 10 ** zeros),
    );
    fc.assert(
      fc.property(amount, (fen) => {
        const text = capitals(fen);
        expect(parseCapitals(text)).toEqual({ ok: true, value: fen });
        expect(parseCapitals(text.replace('人民币', '').replace('元', '圆').replace('整', '正'))).toEqual({
          ok: true,
          value: fen,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('never writes two 零 together, and 整 exactly for whole yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_FEN }), (fen) => {
        expect(capitals(fen)).not.toContain('零零');
        expect(capitals(fen).endsWith('整')).toBe(fen % 100 === 0);
      }),
    );
  });

  it.each([
    ['叁佰元正', 30_000],
    ['人民币伍角整', 50],
    ['貳萬圓整', 2_000_000],
    ['壹亿壹仟元整', 10_000_100_000],
  ])('accepts %s', (text, fen) => {
    expect(parseCapitals(text)).toEqual({ ok: true, value: fen });
  });

  it.each([
    ['人民币叁佰元', 'capitals-zheng', '人民币叁佰元整'],
    ['人民币叁佰元零壹分整', 'capitals-zheng', '人民币叁佰元零壹分'],
    ['人民币叁佰壹元整', 'capitals-form', '人民币叁佰零壹元整'],
    ['人民币拾元整', 'capitals-form', '人民币壹拾元整'],
    ['人民币叁佰元壹分', 'capitals-form', '人民币叁佰元零壹分'],
    ['人民币贰拾叁佰元整', 'capitals-form', '人民币叁佰贰拾元整'],
  ])('refuses %s as %s and shows the right form', (text, code, expected) => {
    const checked = parseCapitals(text);
    expect(checked.ok ? 'ok' : checked.problem.code).toBe(code);
    expect(!checked.ok && checked.problem.detail?.['expected']).toBe(expected);
  });

  it.each(['', '人民币', '元整', '三百元整', '人民币叁佰', '300元'])('cannot read "%s"', (text) => {
    const checked = parseCapitals(text);
    expect(checked.ok).toBe(false);
  });
});
