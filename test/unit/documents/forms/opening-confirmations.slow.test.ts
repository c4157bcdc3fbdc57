import { describe, expect, it } from 'vitest';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { pdfOf, requestFor, textOf } from '../support';
import { expectInOrder, fieldsAgainst, longText, textOfForm, withPaper } from './course-states';
import { tickedOfForm } from './opening-boxes';
import { caseA, oneName, withoutMargins, withParty } from './opening-states';

describe('F19 service address', () => {
  const own = {
    postcode: '362000',
    electronic: true,
    channels: ['sms', 'mail'],
    electronicAddress: '19900000001',
    receiverName: '柯望月',
    receiverRelation: '配偶',
    confidential: false,
    confirmedOn: '2024-04-11',
  };
  const state = withPaper(caseA, 'F19', 'respondent', own);

  it('gives case, addressee, address, electronic service, receiver, confidentiality, the notice and signatures', async () => {
    expectInOrder(withoutMargins(await textOfForm(state, 'F19', 'respondent')), [
      '送达地址确认书',
      '案由刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷',
      '案号（2024）闽0599诉前调123号',
      '受送达人柯龙䶮',
      '居民身份证：999999198802140019',
      '邮政编码362000',
      '送达地址',
      '联系电话19900000001',
      '是否同意电子送达',
      '电子送达地址：19900000001',
      '姓名：柯望月与受送达人关系：配偶',
      '是否要求保密',
      '告知事项',
      '及时书面告知',
      '户籍登记的住所地或者经常居住地',
      '代收人签收视为受送达人本人签收',
      '受送达人（签名、按指印）：柯龙䶮2024年4月11日',
      '调解员、工作人员（签名）：谢怀舟',
    ]);
    expect(tickedOfForm(requestFor(state, { form: 'F19', of: 'respondent' }))).toEqual(['是', '短信', '邮箱', '否']);
  });

  it('ticks no consent that nobody gave', () => {
    const request = requestFor(withPaper(caseA, 'F19', 'respondent', {}), { form: 'F19', of: 'respondent' });
    expect(tickedOfForm(request)).toEqual([]);
  });

  it('prints the service address that was typed instead of the home address', async () => {
    const moved = withPaper(caseA, 'F19', 'respondent', { address: '泉州市鲤城区示例路9号', phone: '19900000099' });
    const text = await textOfForm(moved, 'F19', 'respondent');
    expect(text).toContain('送达地址泉州市鲤城区示例路9号');
    expect(text).toContain('联系电话19900000099');
  });

  it('of an organisation has a place for its seal', async () => {
    expect(await textOfForm(caseA, 'F19', 'applicant')).toContain('（受送达人印章）');
  });

  it('is refused for a stranger', async () => {
    expect(await fieldsAgainst(caseA, 'F19', 'stranger')).toEqual(['party.stranger.name']);
  });
});

describe('F29 receipt of a court delegation', () => {
  it('gives court, number, parties, cause, materials, receiver, moment of receipt and the end of the period', async () => {
    const text = await textOfForm(caseA, 'F29');
    expectInOrder(text, [
      '法院刺桐区人民法院（示例）',
      '案号（2024）闽0599诉前调123号',
      '当事人申请人：刺桐湾商业银行股份有限公司信用卡中心被申请人：柯龙䶮',
      '案由信用卡纠纷',
      '1委派调解函1份',
      '接收时间2024年4月2日10时20分',
      '期限届满日2024年5月6日（期满日为法定休假日，顺延）',
      '接收人（签名）：谢怀舟',
    ]);
    expect(tickedOfForm(requestFor(caseA, { form: 'F29' }))).toEqual(['接受']);
  });

  it('prints both periods of an entrustment, which depend on the procedure', async () => {
    const text = await textOfForm({ ...caseA, source: 'court-entrustment' }, 'F29');
    expect(text).toContain('普通程序：2024年4月17日简易程序：2024年4月9日');
  });

  it('counts an online delegation from its acceptance on the platform, and not at all while it is open', async () => {
    const online = { ...caseA, regime: 'online' } as const;
    const accepted = withPaper(online, 'F29', 'case', { accepted: true, acceptedOn: '2024-05-10' });
    expect(await textOfForm(accepted, 'F29')).toContain('期限届满日2024年6月11日');
    expect(await textOfForm(withPaper(online, 'F29', 'case', {}), 'F29')).toContain('期限届满日是否接受');
  });

  it('says when the holidays of a year are not known', async () => {
    const later = { ...caseA, receivedAt: '2027-03-01T09:00:00+08:00' };
    expect(await textOfForm(later, 'F29')).toContain('2027年3月31日（未含节假日调整）');
  });

  it('gives the reason for declining, whole', async () => {
    const refusalReason = longText('理由完毕。');
    const state = withPaper(caseA, 'F29', 'case', { accepted: false, refusalReason });
    const { pdf } = await pdfOf(state, { form: 'F29' });
    expect(withoutMargins(textOf(pdf))).toContain(refusalReason);
    expect(tickedOfForm(requestFor(state, { form: 'F29' }))).toEqual(['不接受']);
  });

  it('of an empty case leaves everything to the pen', async () => {
    expectInOrder(await textOfForm(emptyCase, 'F29'), ['接收时间＿＿＿＿年', '期限届满日是否接受', '接收人（签名）：']);
  });
});

describe('F31 consent to the processing of personal data', () => {
  const request = requestFor(caseA, { form: 'F31', of: 'respondent' });

  it('tells handler, purposes, kinds, retention, receivers, need, rights, and asks for three consents', async () => {
    expectInOrder(withoutMargins(await textOfForm(caseA, 'F31', 'respondent')), [
      '柯龙䶮：',
      '一、个人信息处理者银行业纠纷人民调解委员会（示例），联系方式：电话0595-22000001',
      '二、处理的目的和方式',
      '三、处理的种类',
      '四、保存期限',
      '五、向谁提供',
      '刺桐湾商业银行股份有限公司信用卡中心',
      '刺桐区人民法院（示例）',
      '司法行政机关',
      '六、处理敏感个人信息的必要性和对个人的影响',
      '七、您的权利',
      '撤回同意',
      '八、单独同意',
      '敏感个人信息',
      '提供给法院',
      '录音录像',
      '被告知人（签名、按指印）：柯龙䶮',
      '撤回同意：本人于＿＿＿＿年＿＿月＿＿日撤回对上列第＿＿项的同意。签名：',
    ]);
  });

  it('ticks an answer only where it was typed: consent is never assumed', () => {
    expect(tickedOfForm(request)).toEqual(['同意', '同意', '不同意']);
    const open = withPaper(caseA, 'F31', 'respondent', {});
    expect(tickedOfForm({ ...request, state: open })).toEqual([]);
    const some = withPaper(caseA, 'F31', 'respondent', { court: false });
    expect(tickedOfForm({ ...request, state: some })).toEqual(['不同意']);
  });

  it('prints the day of a withdrawal', async () => {
    const state = withPaper(caseA, 'F31', 'respondent', { withdrawnOn: '2024-06-01' });
    expect(await textOfForm(state, 'F31', 'respondent')).toContain('本人于2024年6月1日撤回对上列第');
  });

  it('of an organisation is signed by each of its agents, whose data are meant', async () => {
    const representatives = [
      { name: '骆青屿', kind: 'employee' },
      { name: '连月笙', kind: 'employee' },
    ] as const;
    const text = await textOfForm(withParty(caseA, 'applicant', { representatives }), 'F31', 'applicant');
    expect(text).toContain('您作为该单位参加调解的经办人员的个人信息');
    expectInOrder(text, ['被告知人（签名、按指印）：骆青屿', '被告知人（签名、按指印）：连月笙']);
  });

  it('leaves what nobody knows to the pen', async () => {
    const organisation = { name: '某某人民调解委员会', numberAbbreviation: '某', sample: true };
    expectInOrder(await textOfForm(oneName, 'F31', 'applicant', { organisation }), [
      '联系方式：＿＿＿＿',
      '有管辖权的人民法院',
    ]);
  });
});
