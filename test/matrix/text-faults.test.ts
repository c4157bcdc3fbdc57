import { describe, expect, it } from 'vitest';
import { mm, PAGE } from '../../electron/core/documents/layout/page';
import type { DrawnPage, Word } from './page-words';
import type { LaidOut } from './set-lines';
import { textFaults } from './text-faults';

const word = (text: string, left: number, top: number): Word => ({
  text,
  left,
  top,
  right: left + 12 * text.length,
  bottom: top + 17,
});
const page = (...words: readonly Word[]): DrawnPage => ({ width: PAGE.width, height: PAGE.height, words });
const form: LaidOut = {
  document: { marks: { form: 'F99 示例 1.0', number: '（2024）泉银人调字第00401号', sample: true } },
  lines: new Set(['一二三', '四五']),
};
const body = [word('一二三', 100, 100), word('四五', 100, 121)];

describe('the text of a page', () => {
  it('is sound when all lines are drawn in their place, with head, foot and edge mark', () => {
    const margins = [
      word('示例数据', 200, 32),
      word('骑', PAGE.width - mm(6) + 2, 400),
      word('F99', mm(28), 786),
      word('第1页共1页', 260, 782),
      word('（2024）泉银人调字第00401号', 300, 800),
    ];
    expect(textFaults(form, [page(...body, ...margins)])).toEqual([]);
  });

  it('a line may go over two pages as words, never be gone', () => {
    expect(textFaults(form, [page(word('一二三', 100, 100)), page(word('四五', 100, 100))])).toEqual([]);
    expect(textFaults(form, [page(word('一二三', 100, 100), word('四', 100, 121))])).toEqual(['“四五” was not drawn']);
  });

  it.each<[string, Word]>([
    ['leaves the paper', word('六', PAGE.width - 5, 300)],
    ['leaves the paper', word('六', 100, PAGE.height - 10)],
    ['leaves the text area', word('六', PAGE.width - mm(28) - 4, 300)],
    ['leaves the text area', word('六', mm(20), 300)],
    ['reaches into the foot', word('六', 100, PAGE.height - PAGE.bottom - 5)],
    ['lies on “一二三”', word('六', 110, 104)],
  ])('a word that %s is told', (fault, stray) => {
    expect(textFaults(form, [page(stray, ...body)]).join('\n')).toContain(fault);
  });
});
