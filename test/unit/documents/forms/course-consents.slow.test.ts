import { describe, expect, it } from 'vitest';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { sampleCase } from '../../../fixtures/documents/sample-case';
import { drawnGlyphs } from '../drawn-glyphs';
import { pdfOf, textOfPages } from '../support';
import { expectInOrder, fieldsAgainst, longText, sixteenParties, textOfForm, withPaper } from './course-states';

const caseC2 = sampleCase('c2').state;
const caseE = sampleCase('e').state;
const caseG = sampleCase('g').state;

describe('F23 撤回调解申请书', () => {
  it('prints who withdraws what, the reasons as boxes, the signature and its day', async () => {
    const fields = { reasons: ['other'], otherReason: '拟另行协商。', withdrawnOn: '2024-05-30' };
    expectInOrder(await textOfForm(withPaper(caseG, 'F23', 'case', fields), 'F23'), [
      '撤回调解申请书',
      '申请人刺桐湾商业银行股份有限公司信用卡中心',
      '被申请人晏知衡',
      '银行业纠纷人民调解委员会（示例）：',
      '贵会于2024年5月10日受理',
      '双方已和解并履行完毕需另行组织证据个人原因其他',
      '拟另行协商。',
      '申请人（签名盖章或按指印）：刺桐湾商业银行',
      '2024年5月30日',
    ]);
  });

  it('an empty case gives a form to be filled in by hand', async () => {
    expect(await textOfForm(emptyCase, 'F23')).toContain('申请人（签名盖章或按指印）：年月日');
  });
});

describe('F24 无争议事实确认书', () => {
  it('takes the facts of the ending, numbered', async () => {
    expectInOrder(await textOfForm(caseG, 'F24'), [
      '法院案号（2024）闽0599诉前调168号',
      '对下列事实没有争议：',
      '一、',
      '二、',
      '不列入本确认书',
      '当事人（签名盖章或按指印）：刺桐湾商业银行',
      '当事人（签名盖章或按指印）：晏知衡',
      '人民调解员（签名）：谢怀舟',
      '2024年6月5日',
    ]);
  });

  it('takes the typed facts of a case that was settled, and is refused without any', async () => {
    expect(await textOfForm(caseE, 'F24')).toContain('一、双方2022年6月签订汽车消费贷款合同');
    expect(await fieldsAgainst(withPaper(caseE, 'F24', 'case', { facts: [' '] }), 'F24')).toEqual([
      'ending.undisputedFacts',
    ]);
  });

  it('no page bears signatures alone, however many parties', async () => {
    const pages = textOfPages((await pdfOf({ ...caseG, parties: sixteenParties }, { form: 'F24', of: 'case' })).pdf);
    const signed = pages.filter((page) => page.includes('（签名盖章或按指印）'));
    expect(signed.length).toBeGreaterThan(2);
    expect(signed[0]).toContain('确认上列事实没有争议');
    for (const page of signed.slice(1)) expect(page).toContain('此页无正文，为无争议事实确认书签署页');
  });
});

describe('F25 调解意见书', () => {
  it('prints amount, facts, opinion, grounds, condition, period, service and the answer', async () => {
    expectInOrder(await textOfForm(caseC2, 'F25'), [
      '争议金额人民币壹仟元整（￥1,000.00）',
      '纠纷事实：',
      '调解意见：',
      '依据：',
      '生效条件：',
      '帕丽扎提·库尔班）书面表示接受时对各方当事人产生约束力',
      '对任何一方都没有约束力',
      '异议期限：',
      '之日起15日内',
      '送达日期：2024年3月8日',
      '人民调解员（签名）：曾砚秋',
      '回执',
      '接受不接受',
      '误工费没有得到支持，不能接受。',
      '消费者一方当事人（签名、按指印）：帕丽扎提·库尔班',
    ]);
  });

  it('says nothing of a period that nobody typed', async () => {
    const text = await textOfForm(withPaper(caseC2, 'F25', 'case', { opinion: '退还差额。' }), 'F25');
    expect(text).not.toContain('异议期限');
    expect(text).toContain('帕丽扎提·库尔班）书面表示接受');
    expect(await fieldsAgainst(withPaper(caseC2, 'F25', 'case', {}), 'F25')).toEqual(['paper.F25.case.opinion']);
  });

  it('a long reason of a refusal is whole', async () => {
    const fields = { opinion: '退还差额。', answer: 'refused', answerReason: longText('理由完') };
    expectInOrder(await textOfForm(withPaper(caseC2, 'F25', 'case', fields), 'F25'), [
      '第0点：',
      '第249点：',
      '理由完',
    ]);
  });
});

describe('F32 录音录像告知同意书', () => {
  it('tells scope, storage, viewing, rights, and has a place for every party', async () => {
    expectInOrder(await textOfForm(caseE, 'F32'), [
      '尤慕枫与泉舟金融汽车消费贷款纠纷',
      '一、录制范围和目的',
      '二、保存',
      '三、查看',
      '经两级审批',
      '五、代替调解笔录',
      '无争议事实仍须以书面形式由各方确认',
      '同意以录音录像代替调解笔录仍制作调解笔录',
      '当事人（签名盖章或按指印）：尤慕枫',
      '当事人（签名盖章或按指印）：泉舟汽车金融有限公司',
      '2024年4月10日',
    ]);
  });
});

describe('F33 调解审批表', () => {
  it('prints the chain in its order and never calls it a signature', async () => {
    const text = await textOfForm(caseG, 'F33', 'record-1');
    expectInOrder(text, [
      '（电子审批）',
      '谢怀舟',
      '2024年6月5日15时00分',
      '驳回',
      '请补签',
      '通过',
      '已补签',
      '二级审批',
      '苏映潮',
    ]);
    expect(text).toContain('电子审批是审批记录，不是电子签名');
  });

  it('without a chain it is a table for the pen, and it needs a matter', async () => {
    expect(await textOfForm(withPaper(caseG, 'F33', 'r', { matter: 'seal' }), 'F33', 'r')).not.toContain('电子审批');
    expect(await fieldsAgainst(caseG, 'F33', 'none')).toEqual(['paper.F33.none.matter']);
  });
});

describe('every paper of the course', () => {
  it('draws each character, rare ones too', async () => {
    const state = sampleCase('f').state;
    const papers = [
      ['F09', 'record-1'],
      ['F10', 'applicant'],
      ['F11', 'handed-over-1'],
      ['F14', '1'],
      ['F15', 'record-1'],
    ] as const;
    for (const [form, of] of papers) {
      const { pdf } = await pdfOf(state, { form, of });
      expect(drawnGlyphs(pdf), form).not.toContain(0);
    }
  });

  it('is refused while something that it prints is in conflict', async () => {
    const at = (path: string) => ({ ...caseG, conflicts: [{ path, values: [] }] });
    expect(await fieldsAgainst(at('party.respondent.name'), 'F24')).toEqual(['party.respondent.name']);
    expect(await fieldsAgainst(at('paper.F33.record-1.content'), 'F33', 'record-1')).toEqual([
      'paper.F33.record-1.content',
    ]);
    expect(await fieldsAgainst(at('paper.F33.record-2.content'), 'F33', 'record-1')).toEqual([]);
  });
});
