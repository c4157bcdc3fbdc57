import { describe, expect, it } from 'vitest';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { sampleCase } from '../../../fixtures/documents/sample-case';
import { drawnGlyphs } from '../drawn-glyphs';
import { pdfOf, requestFor, textOf, textOfPages } from '../support';
import { expectInOrder, fieldsAgainst, longText, sixteenParties, textOfForm, withPaper } from './course-states';
import { boxesOfForm, tickedOfForm } from './opening-boxes';
import { caseA, inConflict, oneName, withoutMargins } from './opening-states';

describe('F03 application', () => {
  it('gives applicant, respondent, dispute, claims, the fixed sentence and the place to sign, in this order', async () => {
    expectInOrder(await textOfForm(caseA, 'F03'), [
      '人民调解申请书',
      '申请人名称刺桐湾商业银行股份有限公司信用卡中心',
      '委托代理人骆青屿',
      '被申请人姓名柯龙䶮性别男民族汉族年龄36岁职业或职务网约车司机',
      '单位或住址',
      '纠纷简要情况：2021年3月15日',
      '当事人申请事项：1、请求被申请人偿还',
      '2、请求约定还款计划。',
      '人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。',
      '申请人（签名盖章或按指印）：刺桐湾商业银行股份有限公司信用卡中心',
      '2024年4月2日',
    ]);
  });

  it('leaves identity numbers out: the paper may go to the other side', async () => {
    expect(await textOfForm(caseA, 'F03')).not.toMatch(/999999198802140019|999999197601220114/u);
  });

  it('counts the age at the day of the application', async () => {
    const young = withPaper(caseA, 'F03', 'case', { appliedOn: '2024-02-13' });
    expect(await textOfForm(young, 'F03')).toContain('年龄35岁');
  });

  it('of an empty case is a form for the pen: places for both sides, three numbered claims, no day', async () => {
    const text = await textOfForm(emptyCase, 'F03');
    expectInOrder(text, ['申请人姓名性别民族年龄', '被申请人姓名', '纠纷简要情况：', '1、2、3、', '年月日']);
    expect(text).not.toContain('第三人');
  });

  it('prints 10,000 characters of the dispute whole, over pages, with text beside the signature', async () => {
    const facts = longText('最后一句。');
    const { pdf, pages } = await pdfOf({ ...caseA, facts }, { form: 'F03' });
    expect(pages).toBeGreaterThan(8);
    expect(withoutMargins(textOf(pdf))).toContain(facts);
    expect(textOfPages(pdf).at(-1)).toContain('进行调解');
  });

  it('prints every one of sixteen parties with a place for each applicant', async () => {
    const { pdf } = await pdfOf({ ...caseA, parties: sixteenParties }, { form: 'F03' });
    const text = withoutMargins(textOf(pdf));
    for (const party of sixteenParties) expect(text).toContain(party.name);
    expect(text.match(/申请人（签名盖章或按指印）：/gu)).toHaveLength(8);
    expect(drawnGlyphs(pdf)).not.toContain(0);
  });

  it('waits until what was filled in twice is settled', async () => {
    expect(await fieldsAgainst(inConflict, 'F03')).toEqual(['party.respondent.address']);
  });
});

describe('F04 register form', () => {
  const caseC = sampleCase('c').state;

  it('says when, on whose motion and between whom, then type, source, dispute, signatures and its foot', async () => {
    expectInOrder(await textOfForm(caseC, 'F04'), [
      '人民调解受理登记表',
      '2024年3月8日，人民调解委员会依当事人申请，经当事人同意，调解帕丽扎提·库尔班、刺桐湾商业银行股份有限公司泉州分行之间的纠纷。',
      '纠纷类型ATM/自助设备',
      '案件来源：①当事人申请②人民调解委员会主动调解',
      '纠纷简要情况：2024年3月4日',
      '当事人（签名）：帕丽扎提·库尔班',
      '登记人（签名）：',
      '银行业纠纷人民调解委员会（示例）（印章）',
      '备注：此表由人民调解委员会填写。',
    ]);
  });

  it.each([
    ['party-application', '① 当事人申请'],
    ['screening', '② 人民调解委员会主动调解'],
    ['court-delegation', '③ 人民法院委派、委托'],
    ['hotline-referral', '④ 其他单位移送'],
  ] as const)('ticks one box for the source %s', (source, label) => {
    const state = { ...caseC, source, application: undefined };
    expect(tickedOfForm(requestFor(state, { form: 'F04' }))).toEqual([label]);
  });

  it('of a case on the committee’s own motion ticks that and says so', async () => {
    const state = { ...caseC, application: 'own-motion' } as const;
    expect(tickedOfForm(requestFor(state, { form: 'F04' }))).toEqual(['② 人民调解委员会主动调解']);
    expect(await textOfForm(state, 'F04')).toContain('人民调解委员会主动调解，经当事人同意');
  });

  it('of an empty case ticks nothing and leaves both motions to be struck out by hand', async () => {
    expect(boxesOfForm(requestFor(emptyCase, { form: 'F04' })).some((box) => box.ticked)).toBe(false);
    expect(await textOfForm(emptyCase, 'F04')).toContain(
      '＿＿＿＿年＿＿月＿＿日，人民调解委员会依当事人申请（人民调解委员会主动调解），经当事人同意，调解＿＿＿＿＿＿＿＿、＿＿＿＿＿＿＿＿之间的纠纷。',
    );
  });

  it('keeps a remark of 10,000 characters whole and its foot at the end', async () => {
    const remark = longText('备注到此为止。');
    const { pdf } = await pdfOf(withPaper(caseC, 'F04', 'case', { remark }), { form: 'F04' });
    expect(withoutMargins(textOf(pdf))).toContain(remark);
    expect(textOfPages(pdf).at(-1)).toContain('此表由人民调解委员会填写');
  });
});

describe('F22 notice of acceptance', () => {
  const numbered = { form: 'F22A', of: 'applicant' } as const;

  it('is a letter with its own number, the decision, what to bring, the day, and a counterfoil', async () => {
    const { pdf, pages } = await pdfOf(caseA, numbered);
    expect(pages).toBe(2);
    expectInOrder(textOf(pdf), [
      '银行业纠纷人民调解委员会（示例）',
      '31号',
      '受理通知书',
      '刺桐湾商业银行股份有限公司信用卡中心：',
      '你单位于2024年4月2日就刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷提出的调解申请，经审查符合受理条件，本委员会于2024年4月2日予以受理。',
      '不收取任何费用',
      '联系电话：0595-22000001。',
      '特此通知。',
      '2024年4月3日',
      '受理通知书（存根）',
      '31号',
      '签收人（签名）',
    ]);
  });

  it('does not say to the other side that it applied', async () => {
    const text = await textOfForm(caseA, 'F22A', 'respondent', { draft: true });
    expect(text).toContain('柯龙䶮：申请人就');
    expect(text).not.toContain('你就');
  });

  it('is refused without a number unless it is a draft, and for a stranger', async () => {
    expect(await fieldsAgainst(caseA, 'F22A', 'respondent')).toEqual(['numbers.F22A.respondent']);
    expect(await fieldsAgainst(caseA, 'F22A', 'respondent', true)).toEqual([]);
    expect(await fieldsAgainst(caseA, 'F22A', 'stranger', true)).toEqual(['party.stranger.name']);
  });

  it('of a case with one name only leaves the day to the pen', async () => {
    const text = await textOfForm(oneName, 'F22A', 'applicant', { draft: true });
    expect(text).toContain('林𬎆：你就林𬎆纠纷提出的调解申请');
    expect(text).toContain('年月日');
  });
});
