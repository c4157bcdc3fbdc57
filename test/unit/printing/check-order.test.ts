import { describe, expect, it } from 'vitest';
import { checkOrder, cleanTitle, rangesAsText } from '../../../electron/core/printing/check-order';
import type { PageRange, PrintOrder } from '../../../electron/core/printing/print-port';

const pdf = Buffer.from('%PDF-1.7\n');
const order: PrintOrder = { printer: 'office', copies: 1, sides: 'one', pageCount: 5, title: 'F12' };
const codes = (changes: Partial<PrintOrder>, bytes: Uint8Array = pdf): readonly string[] =>
  checkOrder(bytes, { ...order, ...changes }).map(({ code }) => code);
const ranges = (...pairs: readonly (readonly [number, number])[]): readonly PageRange[] =>
  pairs.map(([from, to]) => ({ from, to }));

describe('an order', () => {
  it('may print the whole document or rising parts of it', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ pages: ranges([1, 5]) })).toEqual([]);
    expect(codes({ pages: ranges([1, 1], [2, 3], [5, 5]) })).toEqual([]);
  });

  it.each([
    ['begins before page 1', ranges([0, 2])],
    ['ends after the last page', ranges([4, 6])],
    ['runs backwards', ranges([3, 2])],
    ['overlaps', ranges([1, 3], [3, 4])],
    ['is out of order', ranges([4, 5], [1, 2])],
    ['is not of whole pages', ranges([1, 1.5])],
    ['is no number', ranges([1, Number.NaN])],
    ['is endless', ranges([1, Number.POSITIVE_INFINITY])],
    ['names no page at all', ranges()],
  ])('is refused when a page range %s', (_what, pages) => expect(codes({ pages })).toEqual(['bad-pages']));

  it('is refused with fewer than 1 and more than 99 copies', () => {
    expect([1, 99].flatMap((copies) => codes({ copies }))).toEqual([]);
    for (const copies of [0, -1, 100, 1.5, Number.NaN]) expect(codes({ copies })).toEqual(['bad-copies']);
  });

  it('is refused when the bytes are no PDF', () => {
    expect(codes({}, new Uint8Array())).toEqual(['not-a-document']);
    expect(codes({}, Buffer.from('<html>'))).toEqual(['not-a-document']);
  });

  it('is told every fault at once, each with what is safe and what to do', () => {
    const found = checkOrder(pdf, { ...order, copies: 0, pages: ranges([9, 9]) });
    expect(found.map(({ code }) => code)).toEqual(['bad-copies', 'bad-pages']);
    for (const { zh, en } of found) {
      expect(zh).toContain('文书已保存');
      expect(en).toContain('The document is saved');
    }
  });
});

describe('what the printing systems are given', () => {
  it('writes ranges shortly', () => expect(rangesAsText(ranges([1, 3], [5, 5]))).toBe('1-3,5'));

  it('keeps a title free of control characters and halves of rare characters', () => {
    expect(cleanTitle('F12\n（2024）\u0000第1号 ')).toBe('F12 （2024） 第1号');
    expect(cleanTitle(`${'调'.repeat(79)}𬎆`)).toBe('调'.repeat(79));
    expect(cleanTitle(`${'调'.repeat(78)}𬎆`)).toBe(`${'调'.repeat(78)}𬎆`);
  });
});
