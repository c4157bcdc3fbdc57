import pdfmake from 'pdfmake';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../electron/core/domain/case/case-state';
import { openFontChain } from '../../../electron/core/documents/fonts/font-chain';
import { FONT_FILES } from '../../../electron/core/documents/fonts/font-source';
import { formatYuan } from '../../../electron/core/domain/money/money';
import { formatChinese } from '../../../electron/core/domain/time/chinese-date';
import { caseA } from '../../fixtures/documents/case-a';
import { caseF } from '../../fixtures/documents/case-f';
import { caseLong } from '../../fixtures/documents/case-long';
import { drawnGlyphs } from './drawn-glyphs';
import { fonts, pdfOf, textOf, textOfPages } from './support';

const bare = (text: string): string => text.replace(/\s/gu, '');
/** Marks in the margins come between the text of two pages. */
const withoutMargins = (text: string): string =>
  text.replace(
    /示例数据不具有法律效力(?:骑缝章)?第\d+页共\d+页F12人民调解协议书版本1\.0（2024）泉银人调字第\d{5}号/gu,
    '',
  );

describe('F12 prints what the case says, whole', () => {
  it.each<[string, CaseState]>([
    ['case A', caseA],
    ['case F', caseF],
    ['the long case', caseLong],
  ])('%s: facts, clauses, parties and payments', async (_name, state) => {
    const { pdf } = await pdfOf(state);
    const text = withoutMargins(textOf(pdf));
    expect(text).toContain(bare(state.facts));
    for (const clause of state.agreement?.clauses ?? []) expect(text).toContain(bare(clause));
    for (const party of state.parties) {
      expect(text).toContain(`${party.kind === 'person' ? '姓名' : '名称'}${party.name.slice(0, 2)}`);
      expect(text).toContain(party.document?.number ?? party.creditCode);
    }
    for (const payment of state.agreement?.payments ?? []) {
      expect(text).toContain(`${formatChinese(payment.dueOn)}￥${formatYuan(payment.amountFen)}`);
      if (payment.account !== undefined) expect(text).toContain(payment.account);
    }
    expect(text).toContain(state.number?.text);
  });

  it.each<[string, CaseState]>([
    ['case A', caseA],
    ['case F', caseF],
    ['the long case', caseLong],
  ])('%s: no glyph is the empty box', async (_name, state) => {
    const glyphs = drawnGlyphs((await pdfOf(state)).pdf);
    expect(glyphs.length).toBeGreaterThan(500);
    expect(glyphs.filter((glyph) => glyph === 0)).toEqual([]);
  });

  it('the check for empty boxes sees one', async () => {
    pdfmake.virtualfs.writeFileSync('only-noto.ttf', Buffer.from(fonts.read(FONT_FILES.regular)));
    pdfmake.setFonts({ Noto: { normal: 'only-noto.ttf', bold: 'only-noto.ttf' } });
    const pdf = await pdfmake
      .createPdf({ content: [{ text: '林𬎆', font: 'Noto' }], defaultStyle: { font: 'Noto' } })
      .getBuffer();
    expect(drawnGlyphs(pdf)).toContain(0);
  });

  it.each(['柯龙䶮', '庄𬭊', '林𬎆', '㛃', '𠅤', '帕丽扎提·库尔班'])('the name %s prints as itself', async (name) => {
    const chain = openFontChain(fonts);
    expect(
      chain
        .runs(name, false)
        .map((run) => run.text)
        .join(''),
    ).toBe(name);
    const [person, organisation] = caseF.parties;
    if (!person || !organisation) throw new Error('case F has two parties');
    const { pdf } = await pdfOf({ ...caseF, parties: [{ ...person, name }, organisation] });
    expect(textOf(pdf)).toContain(`姓名${name}性别`);
    expect(drawnGlyphs(pdf)).not.toContain(0);
  });

  it('amounts stand in figures and capitals, ages at the day of the agreement', async () => {
    const text = textOf((await pdfOf(caseA)).pdf);
    expect(text).toContain('以上共24期，合计人民币壹万玖仟捌佰陆拾叁元柒角柒分（￥19,863.77）。');
    expect(text).toContain('年龄36岁');
  });

  it('line breaks inside the facts begin paragraphs', async () => {
    const [first] = textOfPages((await pdfOf({ ...caseF, facts: '第一段。\r\n\r\n第二段。' })).pdf);
    const lines = (first ?? '').split('\n').map((line) => line.trim());
    expect(lines.filter((line) => /^第[一二]段。/u.test(line))).toHaveLength(2);
  });

  it('identity and account numbers are printed in full', async () => {
    const text = textOf((await pdfOf(caseA)).pdf);
    for (const number of ['999999198802140019', '999999197601220114', '6299990000000001010'])
      expect(text).toContain(number);
  });

  it('every page says that the data are a sample, and only then', async () => {
    const sample = textOfPages((await pdfOf(caseA)).pdf);
    expect(sample.every((page) => page.includes('示例数据'))).toBe(true);
    const real = await pdfOf(
      { ...caseA, sample: false },
      { organisation: { name: '某某人民调解委员会', numberAbbreviation: '某', sample: false } },
    );
    expect(textOf(real.pdf)).not.toContain('示例数据');
  });
});
