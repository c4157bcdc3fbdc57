import { describe, expect, it } from 'vitest';
import { AUTHORITIES } from '../../../../electron/core/domain/case/vocabulary';
import { renderForm } from '../../../../electron/core/documents/render-form';
import { drawnGlyphs } from '../drawn-glyphs';
import { fonts, pdfOf, requestFor, textOf, textOfPages } from '../support';
import { expectInOrder, fieldsAgainst, longText, textOfForm, withPaper } from './course-states';
import { boxesOfForm, tickedOfForm } from './opening-boxes';
import { caseA, inConflict, oneName, picturesOfA, withoutMargins, withParty } from './opening-states';

/** How many pictures the pages draw. */
const imagesIn = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Subtype \/Image/gu)?.length ?? 0;

describe('F06 identity documents', () => {
  const slip = { form: 'F06', of: 'respondent', pictures: picturesOfA } as const;

  it('lists the papers with their numbers masked, the check, and the pictures behind the slip', async () => {
    const { pdf, pages } = await pdfOf(caseA, slip);
    expect(pages).toBe(2);
    const text = textOf(pdf);
    expectInOrder(text, [
      '当事人身份证明',
      '被申请人柯龙䶮居民身份证999999********0019',
      '附：证件影像1幅，见后页。',
      '原件已核对，所附复印件或者影像与原件一致',
      '核对人（签名）：傅听澜',
      '2024年4月11日',
      '证件影像1',
      '提交人（签名、按指印）：',
    ]);
    expect(text).not.toContain('999999198802140019');
    expect(imagesIn(pdf)).toBeGreaterThan(0);
  });

  it('names the head and the agents of an organisation beside its licence', async () => {
    const text = await textOfForm(caseA, 'F06', 'applicant', { pictures: picturesOfA });
    expectInOrder(text, ['营业执照91999999MA9999013K', '法定代表人（负责人）', '骆青屿居民身份证999999********0114']);
  });

  it('ticks that originals were compared only when somebody said so', () => {
    expect(tickedOfForm(requestFor(caseA, slip))).toEqual(['原件已核对，所附复印件或者影像与原件一致']);
    const unchecked = withPaper(caseA, 'F06', 'respondent', { checked: false });
    expect(tickedOfForm(requestFor(unchecked, slip))).toEqual([]);
  });

  it('draws two pictures a page and a place to sign on each', async () => {
    const [scan] = caseA.attachments.filter((each) => each.role === 'identity' && each.of === 'respondent');
    if (!scan) throw new Error('case A has a picture of the respondent’s identity card');
    const attachments = Array.from({ length: 5 }, (_, at) => ({ ...scan, key: `scan-${at}`, name: `第${at}页.png` }));
    const { pdf } = await pdfOf({ ...caseA, attachments }, slip);
    const pages = textOfPages(pdf);
    expect(pages.map((page) => page.match(/证件影像\d(?!幅)/gu)?.length ?? 0)).toEqual([0, 2, 2, 1]);
    for (const page of pages.slice(1)) expect(page).toContain('提交人（签名、按指印）');
  });

  it('names scans of several pages instead of drawing them', async () => {
    const attachments = caseA.attachments.map((each) =>
      each.of === 'respondent' ? ({ ...each, type: 'application/pdf', pages: 3, name: '户口簿.pdf' } as const) : each,
    );
    const { pdf, pages } = await pdfOf({ ...caseA, attachments }, { form: 'F06', of: 'respondent' });
    expect(pages).toBe(1);
    expect(textOf(pdf)).toContain('另附证件扫描件3页。');
  });

  it('leaves the count of copies to the pen where nothing was scanned', async () => {
    expect(await textOfForm(oneName, 'F06', 'applicant')).toContain('附：证件复印件＿＿＿页。');
  });

  it('is refused when a picture that it promises is not at hand', async () => {
    const rendered = await renderForm(requestFor(caseA, { form: 'F06', of: 'respondent' }), fonts);
    expect(rendered.ok ? [] : rendered.problems.map((each) => each.zh)).toEqual([
      '证件影像“id-a-respondent.png”没有取到，请检查附件后再打印。',
    ]);
  });
});

describe('F07 power of attorney', () => {
  it('gives the principal, the agent, the mandate, seven authorities in their order, the warning and two places', async () => {
    expectInOrder(await textOfForm(caseA, 'F07', 'applicant'), [
      '授权委托书',
      '委托人名称刺桐湾商业银行股份有限公司信用卡中心统一社会信用代码91999999MA9999013K法定代表人（主要负责人）',
      '身份证号',
      '地址',
      '联系号码',
      '受委托人姓名骆青屿性别男年龄48岁身份证号999999197601220114工作单位',
      '与委托人关系单位工作人员',
      '现委托骆青屿在我单位与柯龙䶮的信用卡透支逾期纠纷中，作为我单位的委托代理人参加人民调解，委托权限如下：',
      '代为申请调解或者要求终止调解',
      '代为收集、提供证据',
      '代为选择或者接受人民调解员',
      '代为承认、变更和放弃调解请求',
      '代为参加调解，签署调查记录、调解记录、权利义务告知书、人民调解协议书等法律文书',
      '代为领取相关法律文书等',
      '其他委托事项：',
      '仅写“全权代理”而没有具体授权的',
      '（委托人印章）',
      '受委托人（签名）：骆青屿',
    ]);
  });

  it.each(AUTHORITIES.map((authority, at) => [authority, at] as const))('ticks %s alone', (authority, at) => {
    const agent = { name: '骆青屿', kind: 'employee', authority: [authority] } as const;
    const state = withParty(caseA, 'applicant', { representatives: [agent] });
    const boxes = boxesOfForm(requestFor(state, { form: 'F07', of: 'applicant' }));
    expect(boxes.map((box) => box.ticked)).toEqual(AUTHORITIES.map((_, index) => index === at));
  });

  it('ticks nothing without authority, and has a block for the pen without an agent', async () => {
    const request = requestFor(oneName, { form: 'F07', of: 'applicant' });
    expect(boxesOfForm(request)).toHaveLength(7);
    expect(tickedOfForm(request)).toEqual([]);
    expect(await textOfForm(oneName, 'F07', 'applicant')).toContain(
      '现委托＿＿＿＿＿＿＿＿在我与＿＿＿＿＿＿＿＿的纠纷中，作为我的委托代理人参加人民调解',
    );
  });

  it('has a block with boxes and a place to sign for each of two agents', async () => {
    const representatives = [
      { name: '欧阳骆青屿', kind: 'lawyer', authority: ['evidence'] },
      { name: '程望舒', kind: 'near-relative', authority: [] },
    ] as const;
    const state = withPaper(withParty(caseA, 'respondent', { representatives }), 'F07', 'respondent', {
      relation: '律师',
      secondRelation: '表兄',
    });
    expect(boxesOfForm(requestFor(state, { form: 'F07', of: 'respondent' }))).toHaveLength(14);
    expectInOrder(await textOfForm(state, 'F07', 'respondent'), [
      '受委托人（1）姓名欧阳骆青屿',
      '与委托人关系律师',
      '受委托人（2）姓名程望舒',
      '与委托人关系表兄',
      '受委托人（签名）：欧阳骆青屿',
      '受委托人（签名）：程望舒',
    ]);
  });

  it('keeps 10,000 characters of other matters whole', async () => {
    const agent = { name: '骆青屿', kind: 'employee', authority: ['other'] } as const;
    const otherMatters = longText('委托事项到此为止。');
    const state = withPaper(withParty(caseA, 'applicant', { representatives: [agent] }), 'F07', 'applicant', {
      otherMatters,
    });
    const { pdf } = await pdfOf(state, { form: 'F07', of: 'applicant' });
    expect(withoutMargins(textOf(pdf))).toContain(otherMatters);
  });
});

describe('F08 proof of legal representative', () => {
  it('names the organisation and its head, what is enclosed, and has a place for the seal with the day', async () => {
    const head = { name: '沈北柠', position: '总经理' };
    const state = withParty(caseA, 'applicant', { legalRepresentative: head });
    expectInOrder(await textOfForm(state, 'F08', 'applicant'), [
      '法定代表人（负责人）身份证明书',
      '单位名称刺桐湾商业银行股份有限公司信用卡中心',
      '沈北柠现任我单位总经理职务，系我单位法定代表人（负责人）。',
      '附：法定代表人（负责人）身份证复印件',
      '刺桐湾商业银行股份有限公司信用卡中心（单位印章）2024年4月8日',
    ]);
  });

  it('leaves an unknown head to the pen', async () => {
    const state = withParty(caseA, 'applicant', { legalRepresentative: undefined });
    expect(await textOfForm(state, 'F08', 'applicant')).toContain('＿＿＿＿＿＿现任我单位＿＿＿＿＿＿职务');
  });

  it('is refused for a person, for a stranger, and while a field has two values', async () => {
    expect(await fieldsAgainst(caseA, 'F08', 'respondent')).toEqual(['party.respondent.kind']);
    expect(await fieldsAgainst(caseA, 'F08', 'stranger')).toEqual(['party.stranger.name']);
    expect(await fieldsAgainst(inConflict, 'F08', 'applicant')).toEqual(['party.respondent.address']);
  });

  it('draws a rare name', async () => {
    const state = withParty(caseA, 'applicant', { legalRepresentative: { name: '林𬎆庄𬭊' } });
    const { pdf } = await pdfOf(state, { form: 'F08', of: 'applicant' });
    expect(drawnGlyphs(pdf)).not.toContain(0);
  });
});
