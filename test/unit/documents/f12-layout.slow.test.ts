import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../electron/core/domain/case/case-state';
import { caseA } from '../../fixtures/documents/case-a';
import { caseF } from '../../fixtures/documents/case-f';
import { caseLong } from '../../fixtures/documents/case-long';
import { pdfOf, textOfPages } from './support';

const GRID = '当事人（签名盖章或按指印）';
const lengthened = (state: CaseState, lines: number): CaseState => ({
  ...state,
  facts: [state.facts, ...Array.from({ length: lines }, (_, index) => `补充事实之${index + 1}。`)].join('\n'),
});
/** Lines of running text above the grid on its page, without the page's head. */
const linesAbove = (page: string): readonly string[] =>
  (page.split(GRID)[0] ?? '').split('\n').filter((line) => line.trim() !== '' && !/示例数据/u.test(line));

describe('F12 over several pages', () => {
  it('the schedule repeats its header on every page and never divides a row', async () => {
    const pages = textOfPages((await pdfOf(caseLong)).pdf);
    const rowsOf = (page: string): number =>
      [...page.matchAll(/^ *\d+ +\d{4}年\d+月\d+日 +￥[\d,.]+ +被申请人 → /gmu)].length;
    const withRows = pages.filter((page) => rowsOf(page) > 0);
    expect(withRows.length).toBeGreaterThan(1);
    expect(withRows.every((page) => /期次 +付款日期 +金额（元）/u.test(page))).toBe(true);
    expect(pages.reduce((sum, page) => sum + rowsOf(page), 0)).toBe(60);
  });

  it('wherever the text ends, the grid is whole with at least three lines of text and no heading stands alone', async () => {
    const starts = new Set<number>();
    for (let lines = 0; lines < 32; lines += 1) {
      const said = `with ${lines} more lines`;
      const pages = textOfPages((await pdfOf(lengthened(caseF, lines))).pdf);
      const [page = '', ...others] = pages.filter((each) => each.includes(GRID));
      expect(others, said).toEqual([]);
      starts.add(linesAbove(page).length);
      expect(linesAbove(page).length, said).toBeGreaterThanOrEqual(3);
      for (const part of ['申请人：林𬎆', '被申请人：海丝岬银行', '记录人：傅听澜', '（人民调解委员会印章）'])
        expect(page, said).toContain(part);
      for (const each of pages) {
        const text = each.split('\n').filter((line) => line.trim() !== '' && !/第 ?\d+ ?页|^ *[骑缝章]/u.test(line));
        expect(text.at(-1), said).not.toMatch(/：\s*$/u);
      }
    }
    expect(starts.size).toBeGreaterThan(3);
  });

  it('parties that find no place beside the text sign on pages that say whose they are', async () => {
    const [person, organisation] = caseF.parties;
    if (!person || !organisation) throw new Error('case F has two parties');
    const many = Array.from({ length: 11 }, (_, index) => ({
      ...person,
      key: index === 0 ? 'applicant' : `p${index}`,
      name: `林𬎆${index}`,
    }));
    const rendered = await pdfOf({ ...caseF, parties: [...many, organisation] });
    const pages = textOfPages(rendered.pdf);
    const signing = pages.filter((page) => page.includes(GRID));
    expect(signing.length).toBeGreaterThan(1);
    expect(
      signing
        .slice(1)
        .every((page) => page.includes('（此页无正文，为（2024）泉银人调字第00436号人民调解协议书签署页）')),
    ).toBe(true);
    expect(linesAbove(signing[0] ?? '').length).toBeGreaterThanOrEqual(3);
    for (const { name } of many) expect(signing.some((page) => page.includes(`申请人：${name}`))).toBe(true);
  });

  it('an address longer than a page flows on and is not cut', async () => {
    const [person, organisation] = caseF.parties;
    if (!person || !organisation) throw new Error('case F has two parties');
    const address = Array.from({ length: 400 }, (_, index) => `A${index + 1}B`).join('、');
    const { pdf } = await pdfOf({ ...caseF, parties: [{ ...person, address }, organisation] });
    const text = textOfPages(pdf).join('');
    for (let index = 1; index <= 400; index += 1) expect(text).toContain(`A${index}B`);
  });

  it('each page is numbered, and several pages carry the mark for the seal across their edges', async () => {
    const { pdf, pages } = await pdfOf(caseA);
    const texts = textOfPages(pdf);
    expect(texts).toHaveLength(pages);
    texts.forEach((text, index) => {
      expect(text).toMatch(new RegExp(`第 ?${index + 1} ?页 ?共 ?${pages} ?页`, 'u'));
      expect(text).toContain('F12 人民调解协议书');
      expect(text).toContain('骑');
    });
  });
});
