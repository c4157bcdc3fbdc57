import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { renderForm } from '../../../../electron/core/documents/render-form';
import type { RenderRequest } from '../../../../electron/core/documents/rendered';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { sampleCommittee } from '../../../fixtures/documents/organisation';
import { fonts, pdfOf, requestFor, textOf } from '../support';
import { endedCase, settledCase, sixteenParties, withNumber, withPaper, withoutMargins } from './closing-states';

describe('F26 closing report', () => {
  const report = async (state: CaseState) => textOf((await pdfOf(state, { form: 'F26' })).pdf);

  it('has number, days, handler, parties, source, facts, result and opinion in the order of the form', async () => {
    const state = withPaper(settledCase, 'F26', 'case', { filledOn: '2024-07-10', chairOpinion: '同意结案' });
    expect(await report(state)).toMatch(
      /卷号（2024）泉银人调字第00401号填表时间2024年7月10日承办单位银行业纠纷人民调解委员会（示例）承办人谢怀舟受案时间2024年4月2日结案时间年月日当事人信息.*案件来源当事人申请.*纠纷简要事实2021年3月15日.*处理结果调解成功：双方于2024年4月25日达成调解协议（编号：（2024）泉银人调字第00401号），自2024年4月25日起生效。负责人意见同意结案负责人（签名）：年月日/u,
    );
  });

  it('masks identity numbers and accounts, in the facts too', async () => {
    const text = await report(settledCase);
    expect(text).toContain('999999********0019');
    expect(text).not.toContain('999999198802140019');
    expect(text).not.toContain('6299990000000001010');
    expect(text).toContain('1010）并激活使用');
  });

  it('is closed on the day of the last payment once every instalment has its receipt', async () => {
    const agreement = { ...settledCase.agreement, payments: settledCase.agreement?.payments.slice(0, 2) ?? [] };
    const two = { ...settledCase, agreement: agreement as CaseState['agreement'] };
    const first = withPaper(two, 'F14', '1', { paidOn: '2024-05-31' });
    expect(await report(first)).toContain('结案时间年月日');
    expect(await report(withPaper(first, 'F14', '2', { paidOn: '2024-06-28' }))).toContain('结案时间2024年6月28日');
  });

  it('holds sixteen parties and facts of 10,000 characters', async () => {
    const facts = '当事人就还款期限有争议。'.repeat(834);
    const text = withoutMargins(await report({ ...endedCase, parties: sixteenParties, facts }));
    expect(text.match(/当事人就还款期限有争议/gu)).toHaveLength(834);
    expect(text.match(/被申请人：帕丽扎提汗/gu)).toHaveLength(15);
  });

  it('an empty case is a form for the pen', async () => {
    expect((await pdfOf(emptyCase, { form: 'F26' })).pages).toBe(1);
  });
});

describe('F27 letter of transfer', () => {
  const enclosures = [
    { title: '诉前案件终止调解情况表', pages: 2 },
    { title: '送达地址确认书（柯龙䶮）', pages: 1 },
  ];
  const supplement = { enclosures, packageSha256: '0123456789abcdef'.repeat(4) };
  const numbered = (state: CaseState): CaseState => withNumber(state, 'F27.case', '泉银调函〔2024〕17号');
  const ready: Partial<RenderRequest> = { form: 'F27', supplement };
  const fieldsOf = async (state: CaseState, changes: Partial<RenderRequest> = {}) => {
    const rendered = await renderForm(requestFor(state, { ...ready, ...changes }), fonts);
    return rendered.ok ? [] : rendered.problems.map((problem) => problem.field ?? problem.zh);
  };

  it('goes to the court with number, case, course, result, enclosures, contact, seal, day and receipt', async () => {
    const state = withPaper(numbered(endedCase), 'F27', 'case', { issuedOn: '2024-06-06' });
    const text = textOf((await pdfOf(state, ready)).pdf);
    expect(text).toMatch(
      /泉银调函〔2024〕17号移送函刺桐区人民法院（示例）：贵院委派本委员会调解的刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷一案（案号：（2024）闽0599诉前调123号）.*调解过程：2024年5月10日接收材料；2024年5月20日、2024年5月31日组织调解，共2次；2024年6月5日终止调解。调解结果：调解不成：双方分歧较大，难以达成调解协议，2024年6月5日终止调解。.*第二十一条.*附件：共2件3页，清单如下。序号附件名称页数1诉前案件终止调解情况表22送达地址确认书（柯龙䶮）1/u,
    );
    expect(text).toMatch(
      /0123456789abcdef.*核对.*联系人：谢怀舟，0595-22000001.*专此函达。（印章）银行业纠纷人民调解委员会（示例）2024年6月6日.*回执.*来函文号泉银调函〔2024〕17号.*接收意见：接收退回补正不予受理理由法院接收人（签名）接收日期/u,
    );
  });

  it('asks for judicial confirmation where there is an agreement in effect', async () => {
    const text = textOf((await pdfOf(numbered(settledCase), ready)).pdf);
    expect(text).toContain('2024年4月25日调解协议生效');
    expect(text).toContain('第二百零五条，共同申请贵院确认该调解协议的效力');
  });

  it('finds its court: typed, of the case, of the confirmation, of the committee', async () => {
    const to = async (state: CaseState) => textOf((await pdfOf(numbered(state), ready)).pdf);
    expect(await to(withPaper(endedCase, 'F27', 'case', { court: '示例市中级人民法院' }))).toContain(
      '移送函示例市中级人民法院：',
    );
    expect(await to({ ...endedCase, court: '示例县人民法院' })).toContain('移送函示例县人民法院：');
    expect(await to({ ...endedCase, court: undefined })).toContain('移送函刺桐区人民法院（示例）：');
    const { court: _, ...organisation } = sampleCommittee;
    expect(await fieldsOf(numbered({ ...endedCase, court: undefined }), { organisation })).toEqual([
      'paper.F27.case.court',
    ]);
  });

  it('is final only with a number, enclosures, and an agreement in effect or an ending', async () => {
    expect(await fieldsOf(endedCase)).toEqual(['numbers.F27.case']);
    expect(await fieldsOf(numbered(endedCase), { supplement: undefined })).toEqual([
      expect.stringContaining('生成材料包') as string,
    ]);
    expect(await fieldsOf(numbered({ ...settledCase, signatures: [] }))).toEqual(['signatures']);
    expect(await fieldsOf(numbered({ ...endedCase, ending: undefined }))).toEqual(['ending.reason']);
  });

  it('a draft may come before number and package, and points to the list', async () => {
    const text = textOf((await pdfOf(endedCase, { form: 'F27', draft: true })).pdf);
    expect(text).toContain('附件：见清单');
    expect(text).toContain('（未编号，草稿）');
    expect(text).not.toContain('SHA-256');
  });
});
