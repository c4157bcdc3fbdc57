import { describe, expect, it } from 'vitest';
import { renderForm } from '../../../../electron/core/documents/render-form';
import { caseF } from '../../../fixtures/documents/case-f';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { drawnGlyphs } from '../drawn-glyphs';
import { fonts, pdfOf, requestFor, textOf } from '../support';
import { endedCase, settledCase, sixteenParties, withPaper, withoutMargins } from './closing-states';

const cover = async (state: Parameters<typeof pdfOf>[0]) => textOf((await pdfOf(state, { form: 'F01' })).pdf);

describe('F01 cover of a dossier', () => {
  it('names the committee, the volume, its number, mediators, days, filer and retention, in this order', async () => {
    const state = withPaper(settledCase, 'F01', 'case', {
      filer: '傅听澜',
      filedOn: '2024-07-10',
      retention: 'long',
      remark: '含光盘一张',
    });
    expect(await cover(state)).toMatch(
      /银行业纠纷人民调解委员会（示例）调解卷宗卷名刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷卷号（2024）泉银人调字第00401号人民调解员谢怀舟调解日期2024年4月2日至2024年4月25日立卷人傅听澜立卷日期2024年7月10日保管期限长期备注含光盘一张/u,
    );
  });

  it('a mediation without agreement ends on the day of its ending, and the number is left to the pen', async () => {
    const text = await cover(endedCase);
    expect(text).toContain('调解日期2024年5月10日至2024年6月5日');
    expect(text).toContain('卷号（）泉银人调字第号');
  });

  it('an empty case gives an empty cover, without a word that nobody entered', async () => {
    expect(await cover(emptyCase)).toContain(
      '卷名卷号（）泉银人调字第号人民调解员调解日期年月日至年月日立卷人立卷日期年月日',
    );
  });

  it('more than two on a side are counted', async () => {
    expect(await cover({ ...endedCase, parties: sixteenParties })).toContain('等15人信用卡透支逾期纠纷');
  });

  it('draws a rare name with a font that has it', async () => {
    const { pdf } = await pdfOf({ ...caseF, disputeType: 'SV01' }, { form: 'F01' });
    expect(textOf(pdf)).toContain('林𬎆与海丝岬银行服务态度、排队、业务办理纠纷');
    expect(drawnGlyphs(pdf)).not.toContain(0);
  });

  it('bears no number of a page, but its template', async () => {
    const text = await cover(settledCase);
    expect(text).not.toContain('第1页');
    expect(text).toContain('F01卷宗封面版本1.0');
  });
});

describe('F02 contents of a dossier', () => {
  const contents = [
    { title: '卷宗封面', page: null },
    { title: '人民调解申请书', page: 1, remark: '原件' },
    { title: '人民调解协议书', page: 12 },
  ];

  it('lists what the dossier holds with its pages, in the given order', async () => {
    const { pdf } = await pdfOf(settledCase, { form: 'F02', supplement: { contents } });
    expect(textOf(pdf)).toMatch(/卷内目录.*序号文书名称页号备注1卷宗封面2人民调解申请书1原件3人民调解协议书12/u);
  });

  it('is refused without a dossier, as a draft too', async () => {
    for (const supplement of [undefined, {}, { contents: [] }]) {
      const rendered = await renderForm(requestFor(settledCase, { form: 'F02', draft: true, supplement }), fonts);
      expect(rendered.ok ? [] : rendered.problems.map((problem) => problem.zh)).toEqual([
        expect.stringContaining('生成卷宗') as string,
      ]);
    }
  });

  it('repeats its heading on every page of a long list', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ title: `人民调解记录（第${at + 1}次）`, page: at + 1 }));
    const { pdf, pages } = await pdfOf(settledCase, { form: 'F02', supplement: { contents: many } });
    expect(pages).toBeGreaterThan(1);
    expect(textOf(pdf).match(/序号文书名称页号备注/gu)).toHaveLength(pages);
    expect(textOf(pdf)).toContain('60人民调解记录（第60次）60');
  });
});

describe('F17 note and F18 back cover', () => {
  it('a note of 10,000 characters is whole, and the signatures stand with its end', async () => {
    const note = '案卷中有光盘一张，原件由当事人取回。'.repeat(600).slice(0, 10_000);
    const state = withPaper(settledCase, 'F17', 'case', { text: note, filer: '傅听澜', inspectedOn: '2024-07-11' });
    const { pdf } = await pdfOf(state, { form: 'F17' });
    const text = withoutMargins(textOf(pdf));
    expect(text).toContain(note);
    expect(text).toMatch(/立卷人傅听澜立卷时间检查人检查时间2024年7月11日/u);
  });

  it('an empty note is one page of ruled lines', async () => {
    expect((await pdfOf(emptyCase, { form: 'F17' })).pages).toBe(1);
  });

  it('a conflict in the case does not keep the note and the back cover from the printer', async () => {
    const conflicts = [{ path: 'party.respondent.address', values: [] }];
    for (const form of ['F17', 'F18'] as const)
      expect((await renderForm(requestFor({ ...settledCase, conflicts }, { form }), fonts)).ok).toBe(true);
    expect((await renderForm(requestFor({ ...settledCase, conflicts }, { form: 'F01' }), fonts)).ok).toBe(false);
  });

  it('the back cover counts the pages of the dossier and says who bound it', async () => {
    const state = withPaper(settledCase, 'F18', 'case', { binder: '傅听澜', boundOn: '2024-07-12' });
    const { pdf, pages } = await pdfOf(state, { form: 'F18', supplement: { dossierPages: 41 } });
    expect(pages).toBe(1);
    expect(textOf(pdf)).toContain('本卷共41页装订人傅听澜日期2024年7月12日');
    expect(textOf((await pdfOf(settledCase, { form: 'F18' })).pdf)).toContain('本卷共（页）装订人日期');
  });
});
