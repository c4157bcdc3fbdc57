import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { drawnGlyphs } from '../drawn-glyphs';
import { pdfOf, requestFor, textOf } from '../support';
import { expectInOrder, fieldsAgainst, longText, sixteenParties, textOfForm, withPaper } from './course-states';
import { tickedOfForm } from './opening-boxes';
import { caseA, inConflict, oneName, withoutMargins } from './opening-states';

describe('F05 notice of rights and duties', () => {
  it('tells its ten parts in order and is signed by party and mediator', async () => {
    const text = withoutMargins(await textOfForm(caseA, 'F05', 'respondent'));
    expectInOrder(text, [
      '柯龙䶮：',
      '一、调解组织',
      '群众性组织',
      '二、调解原则',
      '三、调解不收费',
      '四、当事人的权利',
      '五、当事人的义务',
      '六、调解协议的效力',
      '三十日内共同向人民法院申请司法确认',
      '七、调解不成',
      '八、回避',
      '九、在线调解、录音录像与虚假调解',
      '十、个人信息',
      '当事人（签名）：柯龙䶮2024年4月11日',
      '告知人（人民调解员签名）：谢怀舟',
    ]);
  });

  it('has a day for the pen and an empty place for the mediator where nothing is known', async () => {
    expectInOrder(await textOfForm(oneName, 'F05', 'applicant'), [
      '林𬎆：',
      '当事人（签名）：林𬎆年月日',
      '签名）：年月日',
    ]);
  });

  it('is refused for a stranger and while a field has two values', async () => {
    expect(await fieldsAgainst(caseA, 'F05', 'stranger')).toEqual(['party.stranger.name']);
    expect(await fieldsAgainst(inConflict, 'F05', 'applicant')).toEqual(['party.respondent.address']);
  });
});

describe('F28 notice of session', () => {
  const at = (fields: Readonly<Record<string, unknown>>): CaseState => withPaper(caseA, 'F28', 'record-1', fields);

  it('tells parties, time in Shanghai, place, mediator, what to bring, telephone and way of service', async () => {
    const state = at({
      at: '2024-04-25T01:30:00Z',
      place: '调解室三',
      bring: ['身份证原件', '收入流水'],
      delivery: '短信',
      issuedOn: '2024-04-18',
    });
    expectInOrder(await textOfForm(state, 'F28', 'record-1'), [
      '调解通知书',
      '刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷',
      '申请人：刺桐湾商业银行股份有限公司信用卡中心（委托代理人：骆青屿）',
      '被申请人：柯龙䶮',
      '2024年4月25日9时30分',
      '调解室三',
      '谢怀舟',
      '1.身份证原件2.收入流水',
      '0595-22000001',
      '短信',
      '2024年4月18日',
    ]);
  });

  it('shows no number and no address of one side to the other', async () => {
    const text = await textOfForm(caseA, 'F28', 'record-1');
    for (const party of caseA.parties)
      for (const secret of [party.document?.number, party.address, party.phone])
        if (secret !== undefined) expect(text).not.toContain(secret);
  });

  it('prints sixteen parties and 10,000 characters of what to bring', async () => {
    const state = { ...at({ bring: [longText('带齐为止。')] }), parties: sixteenParties };
    const { pdf } = await pdfOf(state, { form: 'F28', of: 'record-1' });
    const text = withoutMargins(textOf(pdf));
    for (const party of sixteenParties) expect(text).toContain(party.name);
    expect(text).toContain('带齐为止。');
    expect(drawnGlyphs(pdf)).not.toContain(0);
  });

  it('of an empty case leaves time and place to the pen', async () => {
    expect(await textOfForm(emptyCase, 'F28', 'record-1')).toContain('＿＿＿＿年＿＿月＿＿日＿＿时＿＿分');
  });
});

describe('F30 mediator’s disclosure', () => {
  const own = { relations: ['interest'], disclosure: '曾在该行任职。', outcome: 'consented', declaredOn: '2024-04-03' };

  it('gives relations, disclosure, outcome and signatures, in this order', async () => {
    const state = withPaper(caseA, 'F30', 'case', own);
    expectInOrder(await textOfForm(state, 'F30'), [
      '调解员披露与回避声明',
      '案件刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷',
      '人民调解员谢怀舟',
      '近亲属',
      '利害关系',
      '可能影响公正调解',
      '二、披露内容曾在该行任职。',
      '三、处理结果',
      '当事人（签名盖章或按指印）：刺桐湾商业银行股份有限公司信用卡中心',
      '人民调解员（签名）：谢怀舟2024年4月3日',
    ]);
    expect(tickedOfForm(requestFor(state, { form: 'F30' }))).toEqual([
      '与纠纷有利害关系',
      '已披露，各方同意继续由其调解',
    ]);
  });

  it('ticks nothing that was not declared', () => {
    expect(tickedOfForm(requestFor(withPaper(caseA, 'F30', 'case', {}), { form: 'F30' }))).toEqual([]);
  });

  it('keeps 10,000 characters of disclosure whole', async () => {
    const disclosure = longText('披露完毕。');
    const { pdf } = await pdfOf(withPaper(caseA, 'F30', 'case', { disclosure }), { form: 'F30' });
    expect(withoutMargins(textOf(pdf))).toContain(disclosure);
  });
});
