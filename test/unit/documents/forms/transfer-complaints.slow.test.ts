import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { renderForm } from '../../../../electron/core/documents/render-form';
import { sampleCase } from '../../../fixtures/documents/sample-case';
import { fonts, pdfOf, requestFor, textOf, textOfPages } from '../support';

const on = { of: 'case', printedAt: '2024-06-06T10:00:00+08:00' } as const;

/** Places of the words in the text, in the order given; -1 for one that is not there or comes too early. */
function order(text: string, words: readonly string[]): readonly number[] {
  let from = 0;
  return words.map((word) => {
    const at = text.indexOf(word, from);
    if (at >= 0) from = at + word.length;
    return at;
  });
}

const PARTS = ['说明', '当事人信息', '诉讼请求', '约定管辖和诉前保全', '事实与理由', '对纠纷解决方式的意愿', '具状人'];

const CARD_ROWS = [
  '1.透支本金',
  '2.利息、罚息、复利、滞纳金、违约金、手续费等',
  '3.是否主张担保权利',
  '4.是否主张实现债权的费用',
  '5.是否主张诉讼费用',
  '6.其他请求',
  '7.标的总额',
  '有无仲裁、法院管辖约定',
  '是否已经诉前保全',
  '1.信用卡办理情况',
  '2.信用卡合约的主要约定',
  '3.是否就主要条款进行提示注意',
  '4.被告已还款金额',
  '5.被告逾期未还款金额',
  '6.是否向被告进行通知和催收',
  '7.是否签订物的担保',
  '8.担保人、担保物',
  '9.是否最高额担保',
  '10.是否办理抵押、质押登记',
  '11.是否签订保证合同',
  '12.保证方式',
  '13.其他担保方式',
  '14.请求承担责任的依据',
  '15.其他需要说明的内容',
  '16.证据清单',
  '是否考虑先行调解',
];

const LOAN_ROWS = [
  '1.本金',
  '2.利息（期内利息、复利、罚息）',
  '3.是否要求提前还款或解除合同',
  '4.是否主张担保权利',
  '5.是否主张实现债权的费用',
  '6.是否主张诉讼费用',
  '7.其他请求',
  '8.标的总额',
  '1.合同签订情况',
  '2.合同主体',
  '3.借款金额',
  '4.借款期限',
  '5.借款利率',
  '6.借款提供时间',
  '7.还款方式',
  '8.还款情况',
  '9.是否存在逾期还款',
  '10.是否签订物的担保',
  '11.担保人、担保物',
  '12.是否最高额担保',
  '13.是否办理抵押、质押登记',
  '14.是否签订保证合同',
  '15.保证方式',
  '16.其他担保方式',
  '17.请求承担责任的依据',
  '18.其他需要说明的内容',
  '19.证据清单',
];

/** Labels and answers stand beside each other, so lines of both mix: a label is compared without the answers between. */
const labelsOf = (pdf: Uint8Array): string =>
  textOfPages(pdf)
    .join('\n')
    .split('\n')
    .map((line) => /^ {0,20}(\S+(?: \S+)*)/u.exec(line)?.[1] ?? '')
    .join('')
    .replace(/\s/gu, '');

describe('the element complaint of a card dispute', () => {
  it('is filled from case G without typing: parties, agent with special authority, sums, evidence', async () => {
    const { state } = sampleCase('g');
    const bare: CaseState = { ...state, papers: [] };
    const { pdf } = await pdfOf(bare, { ...on, form: 'E01' });
    const text = textOf(pdf);
    for (const words of [
      '名称：刺桐湾商业银行股份有限公司信用卡中心',
      '统一社会信用代码：91999999MA9999013K',
      '法定代表人、负责人：沈北柠',
      '姓名：骆青屿',
      '姓名：晏知衡',
      '出生日期：1991年4月6日',
      '身份证号：999999199104060091',
      '截至2024年4月30日止，尚欠透支本金38,900.00元',
      '合计6,732.18元',
      '利息：4,210.55元',
      '违约金：1,945.00元',
      '手续费：576.63元',
      '金额：45,632.18元',
      '登记权利人：晏知衡',
      '1.信用卡领用合约（来源：申请人信用卡中心档案',
    ]) {
      expect(text, words).toContain(words);
    }
    expect(text).not.toContain('减免申请书');
  }, 60_000);

  it('has its parts and rows in the order of domain.md 4.5', async () => {
    const { pdf } = await pdfOf(sampleCase('g').state, { ...on, form: 'E01' });
    expect(order(textOf(pdf), PARTS)).not.toContain(-1);
    expect(
      order(
        labelsOf(pdf),
        CARD_ROWS.map((row) => row.slice(0, 8)),
      ),
    ).not.toContain(-1);
  }, 60_000);

  it('leaves the sums open when those of the claims do not add up', async () => {
    const { state } = sampleCase('g');
    const { pdf } = await pdfOf({ ...state, papers: [], amountFen: 4_563_219 }, { ...on, form: 'E01' });
    const text = textOf(pdf);
    expect(text).toContain('尚欠透支本金元');
    expect(text).toContain('截至年月日止');
    expect(text).toContain('金额：45,632.19元');
  }, 60_000);

  it('prints long claims and facts whole', async () => {
    const { state } = sampleCase('g');
    const facts = Array.from({ length: 1200 }, (_, at) => `第${at}句事实。`).join('');
    const { pdf, pages } = await pdfOf({ ...state, facts }, { ...on, form: 'E01' });
    const text = textOf(pdf);
    expect(pages).toBeGreaterThan(5);
    for (const at of [0, 599, 1199]) expect(text).toContain(`第${at}句事实`);
  }, 60_000);

  it('is not made without claims, a side or a settled value', async () => {
    const { state } = sampleCase('g');
    const empty: CaseState = {
      ...state,
      claims: [],
      parties: state.parties.slice(0, 1),
      conflicts: [{ path: 'party.applicant.address', values: [] }],
    };
    const rendered = await renderForm(requestFor(empty, { ...on, form: 'E01' }), fonts);
    expect(rendered.ok ? [] : rendered.problems.map((problem) => problem.field)).toEqual([
      'parties',
      'case.claims',
      'party.applicant.address',
    ]);
  });
});

describe('the element complaint of a loan dispute', () => {
  it('has its rows in the order of domain.md 4.5 and takes contract and parties from the case', async () => {
    const { state } = sampleCase('b');
    const { pdf } = await pdfOf(state, { ...on, form: 'E02' });
    const [labels, text] = [labelsOf(pdf), textOf(pdf)];
    expect(order(text, PARTS)).not.toContain(-1);
    expect(
      order(
        labels,
        LOAN_ROWS.map((row) => row.slice(0, 8)),
      ),
    ).not.toContain(-1);
    expect(text).toContain(`编号：${state.contractNumber ?? ''}`);
    expect(text).toContain('贷款人：鲤光消费金融有限公司');
  }, 60_000);
});

describe('the list of what is handed over', () => {
  it('names the court, what is missing with its reason, and the fee as an estimate', async () => {
    const { state } = sampleCase('g');
    const { pdf } = await pdfOf({ ...state, evidence: [] }, { ...on, form: 'T01' });
    const text = textOf(pdf);
    expect(text).toContain('移送法院：刺桐区人民法院（示例）');
    expect(text).toContain('没有登记证据');
    expect(text).toContain('案件受理费约940.80元');
    expect(text).toContain('减半约470.40元');
    expect(text).toContain('以上为估算');
  }, 60_000);

  it('lists the files of a package with pages and the hash of its content', async () => {
    const packageSha256 = '0123456789abcdef'.repeat(4);
    const supplement = { enclosures: [{ title: '民事起诉状（信用卡纠纷）', pages: 5 }], packageSha256 };
    const { pdf } = await pdfOf(sampleCase('g').state, { ...on, form: 'T01', supplement });
    const text = textOf(pdf);
    expect(text).toContain('以上共1个文件，5页');
    expect(text).toContain(packageSha256);
  }, 60_000);

  it('of a case that nobody is known of cannot be made', async () => {
    const nobody: CaseState = { ...sampleCase('g').state, parties: [] };
    const rendered = await renderForm(requestFor(nobody, { ...on, form: 'T01' }), fonts);
    expect(rendered.ok).toBe(false);
  });
});
