import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { sampleCase } from '../../../fixtures/documents/sample-case';
import { pdfOf } from '../support';
import { expectInOrder, fieldsAgainst, textOfForm, withPaper } from './course-states';

const { state: caseA, pictures } = sampleCase('a');
const caseC = sampleCase('c').state;

const withAgreement = (state: CaseState, changes: Partial<NonNullable<CaseState['agreement']>>): CaseState => {
  if (state.agreement === undefined) throw new Error('the case has an agreement');
  return { ...state, agreement: { ...state.agreement, ...changes } };
};

describe('F13 人民调解口头协议登记表', () => {
  it('prints as F12 does, with the day of effect and no place for a party to sign', async () => {
    const text = await textOfForm(caseC, 'F13');
    expectInOrder(text, [
      '人民调解口头协议登记表',
      '编号：（2024）泉银人调口字第00021号',
      '当事人（申请人）',
      '帕丽扎提·库尔班',
      '纠纷主要事实、争议事项：',
      '经调解，自愿达成如下协议：',
      '一、被申请人于2024年3月11日',
      '履行方式、时限：',
      '各方当事人于2024年3月8日达成',
      '自达成之日起生效',
      '人民调解员（签名）：曾砚秋',
      '（人民调解委员会印章）',
      '备注：此表由人民调解委员会填写。',
    ]);
    expect(text).not.toMatch(/当事人（签名|申请人（签名/u);
  });

  it('says nothing of effect where signatures decide it', async () => {
    expect(await textOfForm({ ...caseC, regime: 'online' }, 'F13')).not.toContain('自达成之日起生效');
  });

  it('is refused when confirmation is wanted, for a written agreement, and without a number', async () => {
    expect(await fieldsAgainst(withAgreement(caseC, { confirmation: { wanted: true } }), 'F13')).toEqual([
      'agreement.confirmation',
    ]);
    expect(await fieldsAgainst(withAgreement(caseC, { form: 'written' }), 'F13')).toEqual(['agreement.form']);
    expect(await fieldsAgainst({ ...caseC, number: undefined }, 'F13')).toEqual(['number']);
    expect(await fieldsAgainst({ ...caseC, number: undefined }, 'F13', 'case', true)).toEqual([]);
  });
});

describe('F14 履行凭证', () => {
  it('a transfer slip: accounts masked, the amount twice, and its picture', async () => {
    const text = await textOfForm(caseA, 'F14', '1', { pictures });
    expectInOrder(text, [
      '编号为（2024）泉银人调字第00401号的《人民调解协议书》',
      '第1期，2024年5月31日，￥827.65',
      '柯龙䶮',
      '6299***********2026',
      '6299***********1010',
      'SL20240531000187',
      '2024年5月31日12时06分',
      '人民币捌佰贰拾柒元陆角伍分（￥827.65）',
    ]);
    expect(text).not.toMatch(/6299990000000/u);
    const drawn = await pdfOf(caseA, { form: 'F14', of: '1', pictures });
    const without = await pdfOf(caseA, { form: 'F14', of: '1' });
    expect(drawn.pdf.length).toBeGreaterThan(without.pdf.length + 1_000);
    expect(drawn.pages).toBe(1);
  });

  it('a receipt: who paid what, the identity number, a place for the finger', async () => {
    const text = await textOfForm(sampleCase('d').state, 'F14', '1');
    expectInOrder(text, [
      '收条',
      '今收到刺桐湾商业银行股份有限公司泉州分行依编号为（2024）泉银人调字第00118号的《人民调解协议书》支付的第1期款项人民币伍仟零伍拾捌元壹角贰分（￥5,058.12）',
      '6299********0405',
      '收款日期：2024年3月15日',
      '身份证号999999195403090065',
      '收款人（签名、按指印）：黄蕴棠',
    ]);
  });

  it('an instalment that the plan does not have is refused', async () => {
    for (const of of ['0', '25', '01', 'x']) {
      expect(
        await fieldsAgainst(withPaper(caseA, 'F14', of, { paidOn: '2024-05-31', amountFen: 1 }), 'F14', of),
      ).toEqual(['agreement.payments']);
    }
    expect(await fieldsAgainst(caseA, 'F14', '3')).toEqual(['paper.F14.3.paidOn', 'paper.F14.3.amountFen']);
  });
});

describe('F16 司法确认申请书', () => {
  it('the shape of the committee: joint applicants, content, request, undertaking, enclosures', async () => {
    expectInOrder(await textOfForm(caseA, 'F16A'), [
      '司法确认申请书',
      '申请人（调解时为申请人）',
      '申请人（调解时为被申请人）',
      '999999198802140019',
      '纠纷主要事实、争议事项：',
      '经调解，各方当事人自愿达成以下协议：',
      '六、双方自本协议生效',
      '履行方式、时限：',
      '本协议一式肆份',
      '上述协议自2024年4月25日起生效',
      '现请求刺桐区人民法院（示例）对上述协议予以确认。',
      '没有恶意串通、规避法律',
      '附：1、调解协议',
      '申请人（签名、盖章或按指印）：刺桐湾商业银行',
      '申请人（签名、盖章或按指印）：柯龙䶮',
    ]);
  });

  it('the shape of the court: persons first, request, grounds, undertaking, 此致', async () => {
    expectInOrder(await textOfForm(caseA, 'F16B'), [
      '申请书',
      '申请人：柯龙䶮，男，1988年2月14日出生',
      '申请人：刺桐湾商业银行股份有限公司信用卡中心',
      '法定代表人（主要负责人）：',
      '委托代理人：骆青屿',
      '请求事项：',
      '于2024年4月25日达成的编号为（2024）泉银人调字第00401号的《人民调解协议书》有效。',
      '事实和理由：',
      '以上共24期',
      '责任承诺：',
      '此致刺桐区人民法院（示例）',
      '申请人（签名或者盖章）：',
      '附：（1）调解协议',
    ]);
  });

  it('leaves out the day of effect while it is not known, and a place for a court that is not named', async () => {
    const open = { ...withAgreement(caseA, { confirmation: { wanted: true } }), signatures: [], court: undefined };
    const text = await textOfForm(open, 'F16A');
    expect(text).not.toContain('起生效。依照');
    expect(text).toContain('现请求＿＿＿＿＿＿人民法院对上述协议');
  });

  it('takes the enclosures of the package with their pages', async () => {
    const supplement = { enclosures: [{ title: '人民调解协议书', pages: 3 }] };
    expect(await textOfForm(caseA, 'F16A', 'case', { supplement })).toContain('附：1、人民调解协议书（3页）申请人');
  });

  it('is refused for an oral agreement and when confirmation is not wanted', async () => {
    for (const form of ['F16A', 'F16B'] as const) {
      expect(await fieldsAgainst(withAgreement(caseA, { form: 'oral' }), form)).toEqual(['agreement.form']);
      expect(await fieldsAgainst(withAgreement(caseA, { confirmation: { wanted: false } }), form)).toEqual([
        'agreement.confirmation',
      ]);
    }
  });
});
