import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import type { FormId } from '../../../../electron/core/domain/forms/form-ids';
import { renderForm } from '../../../../electron/core/documents/render-form';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { fonts, pdfOf, requestFor, textOf } from '../support';
import { endedCase, settledCase, withNumber, withPaper, withoutMargins } from './closing-states';

async function problemsOf(state: CaseState, form: FormId, of: string, draft = false): Promise<readonly string[]> {
  const rendered = await renderForm(requestFor(state, { form, of, draft }), fonts);
  return rendered.ok ? [] : rendered.problems.map((problem) => problem.field ?? problem.zh);
}

const number = '泉银调函〔2024〕7号';
const noticed = withNumber(endedCase, 'F21A.respondent', number);

describe('F21a notice of ending', () => {
  it('tells one party the case, the result, the remedies, the day and the committee, in this order', async () => {
    const state = withPaper(noticed, 'F21A', 'respondent', { issuedOn: '2024-06-06' });
    const text = textOf((await pdfOf(state, { form: 'F21A', of: 'respondent' })).pdf);
    expect(text).toMatch(
      /银行业纠纷人民调解委员会（示例）泉银调函〔2024〕7号终止调解通知书柯龙䶮：刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷一案（法院案号：（2024）闽0599诉前调123号），于2024年5月10日由本委员会受理，人民调解员为谢怀舟。双方分歧较大，难以达成调解协议，调解不成。依照《中华人民共和国人民调解法》第二十六条的规定，本委员会于2024年6月5日终止本案调解。.*仲裁、行政、司法.*特此通知。（印章）银行业纠纷人民调解委员会（示例）2024年6月6日/u,
    );
  });

  it('is one page for an ordinary case', async () => {
    expect((await pdfOf(noticed, { form: 'F21A', of: 'respondent' })).pages).toBe(1);
  });

  it('speaks to an organisation as 你单位 and leaves an unknown day to the pen', async () => {
    const state = withNumber(endedCase, 'F21A.applicant', number);
    const text = textOf((await pdfOf(state, { form: 'F21A', of: 'applicant' })).pdf);
    expect(text).toContain('你单位可以依法');
    expect(text).toContain('银行业纠纷人民调解委员会（示例）年月日');
  });

  it('does not spell out a suspicion to the parties', async () => {
    const ending = { reason: 'bad-faith', on: '2024-06-05' } as const;
    const text = textOf((await pdfOf({ ...noticed, ending }, { form: 'F21A', of: 'respondent' })).pdf);
    expect(text).toContain('本案不宜继续调解');
    expect(text).not.toMatch(/恶意|串通|隐瞒|拖延/u);
  });

  it('is refused without an ending, without a party and, when final, without a number of its own', async () => {
    expect(await problemsOf(settledCase, 'F21A', 'respondent', true)).toEqual(['ending.reason']);
    expect(await problemsOf(endedCase, 'F21A', 'stranger', true)).toEqual(['party.stranger.name']);
    expect(await problemsOf(endedCase, 'F21A', 'respondent')).toEqual(['numbers.F21A.respondent']);
    expect(await problemsOf(endedCase, 'F21A', 'respondent', true)).toEqual([]);
  });
});

describe('F21b report of ending to the court', () => {
  const report = async (state: CaseState) => textOf((await pdfOf(state, { form: 'F21B' })).pdf);

  it('gives course, reasons, proposal, matter in dispute, remark and the two days in the order of the court’s form', async () => {
    const state = withPaper(endedCase, 'F21B', 'case', { remark: '双方同意网上立案', costActs: '两次无故不到场' });
    expect(await report(state)).toMatch(
      /调解过程摘要1．2024-05-11电话联系双方并告知权利义务2．2024-05-20调解室二组织调解终止的原因期限届满.*双方分歧较大.*被告方无法联系其他繁简分流建议简案繁案建议理由：事实清楚、权利义务关系明确、争议不大争议焦点违约金与利息应否调减备注双方同意网上立案接收调解时间2024年5月10日9时10分调解终止时间2024年6月5日增加对方成本行为两次无故不到场提示法院的事项/u,
    );
  });

  it('proposes a complex case when the respondent cannot be reached, and leaves that question to the court', async () => {
    const ending = { ...endedCase.ending, reason: 'respondent-unreachable', on: '2024-06-05' } as const;
    expect(await report({ ...endedCase, ending })).toContain(
      '建议理由：被申请人联系不到，是否属于下落不明由人民法院认定',
    );
  });

  it('says why an agreement was not signed behind the box 其他', async () => {
    const ending = { ...endedCase.ending, reason: 'refused-to-sign', on: '2024-06-05' } as const;
    expect(await report({ ...endedCase, ending })).toContain('其他：一方当事人不同意签署调解协议');
  });

  it('is refused while anything but the remark is missing, each at its place', async () => {
    const bare: CaseState = {
      ...endedCase,
      receivedAt: undefined,
      triage: {},
      ending: { reason: 'other', on: '2024-06-05', steps: [' '] },
    };
    expect(await problemsOf(bare, 'F21B', 'case')).toEqual([
      'ending.steps',
      'paper.F21B.case.otherReason',
      'paper.F21B.case.suggestion',
      'ending.focus',
      'case.receivedAt',
    ]);
    expect(await problemsOf(withPaper(endedCase, 'F21B', 'case', { reasons: [] }), 'F21B', 'case')).toEqual([
      'paper.F21B.case.reasons',
    ]);
    expect(await problemsOf(settledCase, 'F21B', 'case')).toEqual(['ending.reason']);
  });

  it('steps of 10,000 characters and more are whole', async () => {
    const steps = Array.from(
      { length: 60 },
      (_, at) => `第${at + 1}次联系：${'电话联系双方，征询减免方案。'.repeat(13)}`,
    );
    const ending = { ...endedCase.ending, reason: 'too-far-apart', on: '2024-06-05', steps } as const;
    const text = withoutMargins(await report({ ...endedCase, ending }));
    expect(text.match(/电话联系双方/gu)).toHaveLength(60 * 13);
  });
});

describe('F22 notice of non-acceptance', () => {
  const reasons = ['unclear', 'other'];
  const typed = withPaper(endedCase, 'F22B', 'applicant', {
    reasons,
    otherReason: '同一纠纷正在仲裁',
    issuedOn: '2024-05-11',
  });

  it('has its reasons, the remedies, seal and day, then the counterfoil with the same number', async () => {
    const state = withNumber(typed, 'F22B.applicant', '泉银调不〔2024〕3号');
    const text = textOf((await pdfOf(state, { form: 'F22B', of: 'applicant' })).pdf);
    expect(text).toMatch(
      /泉银调不〔2024〕3号不予受理通知书刺桐湾商业银行股份有限公司信用卡中心：你单位于2024年5月10日就.*提出的调解申请.*决定不予受理：另一方不同意调解不属受理范围没有明确的被申请人或请求未按要求提交材料依法只能由专门机关处理或禁止民间调解法院已受理或已裁决其他：同一纠纷正在仲裁你单位可以依法.*2024年5月11日.*不予受理通知书（存根）泉银调不〔2024〕3号收件人刺桐湾商业银行股份有限公司信用卡中心案由.*不予受理的理由没有明确的被申请人或请求；其他：同一纠纷正在仲裁通知日期2024年5月11日经办人（签名）签收日期签收人（签名）/u,
    );
  });

  it('is refused without a reason, and without the words of 其他', async () => {
    expect(await problemsOf(endedCase, 'F22B', 'applicant', true)).toEqual(['paper.F22B.applicant.reasons']);
    const wordless = withPaper(endedCase, 'F22B', 'applicant', { reasons: ['other'] });
    expect(await problemsOf(wordless, 'F22B', 'applicant', true)).toEqual(['paper.F22B.applicant.otherReason']);
    expect(await problemsOf(typed, 'F22B', 'applicant')).toEqual(['numbers.F22B.applicant']);
  });
});

describe('F20 proof of service', () => {
  const proof = async (state: CaseState) => textOf((await pdfOf(state, { form: 'F20', of: 'record-1' })).pdf);

  it('prints what was served, on whom, where and how, with the arrival of electronic service', async () => {
    const confirmed = withPaper(settledCase, 'F19', 'respondent', {
      electronic: true,
      electronicAddress: '19900000001',
      address: '泉州市丰泽区示例街道送达点',
    });
    const state = withPaper(confirmed, 'F20', 'record-1', {
      documents: ['终止调解通知书1件', '权利义务告知书1件'],
      recipient: 'respondent',
      method: 'electronic',
      arrivedAt: '2024-06-06T15:04:00+08:00',
      server: '傅听澜',
    });
    expect(await proof(state)).toMatch(
      /案由刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷编号（2024）泉银人调字第00401号；（2024）闽0599诉前调123号送达文书名称及件.*终止调解通知书1件.*权利义务告知书1件.*受送达人柯龙䶮送达地址泉州市丰泽区示例街道送达点送达方式直接送达留置送达邮寄送达电子送达公告送达.*收到日期：年月日.*代收人（签名）代收理由拒收事由和日期见证人（签名）电子送达系统和地址：19900000001到达时间：2024年6月6日15时04分送达人（签名）傅听澜备注/u,
    );
  });

  it('says that a court’s mediation paper is not served by leaving it', async () => {
    expect(await proof(emptyCase)).toContain('不适用留置送达（《民诉法解释》第一百三十三条）');
  });

  it('stands on one page, empty and filled in', async () => {
    expect((await pdfOf(emptyCase, { form: 'F20', of: 'record-1' })).pages).toBe(1);
    const state = withPaper(settledCase, 'F20', 'record-1', {
      recipient: 'respondent',
      documents: ['终止调解通知书1件'],
    });
    expect((await pdfOf(state, { form: 'F20', of: 'record-1' })).pages).toBe(1);
  });
});
