import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../electron/core/documents/layout/line-breaking';

const measure = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[ -~]/u.test(sign) ? 0.5 : 1), 0);
const broken = (text: string, width: number): readonly string[] =>
  breakLines(text, () => width, measure).map((line) => line.text);

describe('line breaking', () => {
  it('never starts a line with closing signs', () => {
    expect(broken('一二三四五。六七八九十', 5)).toEqual(['一二三四', '五。六七八', '九十']);
    expect(broken('一二三四”，五', 4)).toEqual(['一二三', '四”，五']);
  });

  it('never ends a line with opening signs or the sign of an amount', () => {
    expect(broken('一二三四（五六）', 5)).toEqual(['一二三四', '（五六）']);
    expect(broken('共计人民￥300.00元', 5)).toEqual(['共计人民', '￥300.00元']);
  });

  it('keeps figures, account numbers, dates and their units together', () => {
    expect(broken('于2024年9月10日前付', 4)).toEqual(['于2024年', '9月10日', '前付']);
    expect(broken('账户6299990000000002026支付', 10)).toEqual(['账户', '6299990000000002026', '支付']);
  });

  it('cuts a piece wider than the line rather than losing it', () => {
    expect(broken('9'.repeat(30), 5)).toEqual(['9'.repeat(10), '9'.repeat(10), '9'.repeat(10)]);
  });

  it('does not cut a character outside the basic plane or its selector', () => {
    expect(broken('𬎆𬎆𬎆', 2)).toEqual(['𬎆𬎆', '𬎆']);
    expect(broken('葛\u{E0101}葛', 1)).toEqual(['葛\u{E0101}', '葛']);
  });

  it('loses nothing and keeps the rules, whatever the text', () => {
    const sign = fc.constantFrom(...Array.from('一二三四五六。，、；：！？（）“”《》￥%·—…0123456789AB. '));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 200 }), fc.integer({ min: 12, max: 40 }), (signs, width) => {
        const text = signs.join('').trim();
        const lines = broken(text, width);
        expect(lines.join('').replace(/ /gu, '')).toBe(text.replace(/ /gu, ''));
        // A run of signs longer than a line cannot keep the rules; it must only stay whole.
        if (/[^一二三四五六]{8}/u.test(text)) return;
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[。，、；：！？）”》]/u);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（“《￥]$/u);
      }),
    );
  });
});
