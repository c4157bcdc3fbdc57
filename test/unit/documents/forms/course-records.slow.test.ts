import { describe, expect, it } from 'vitest';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { sampleCase } from '../../../fixtures/documents/sample-case';
import { pdfOf, textOf, textOfPages } from '../support';
import { expectInOrder, fieldsAgainst, longText, sixteenParties, textOfForm, withPaper } from './course-states';

const caseA = sampleCase('a').state;
const caseD = sampleCase('d').state;

describe('F09 人民调解调查记录', () => {
  it('prints the parts in the order of the form', async () => {
    expectInOrder(await textOfForm(caseD, 'F09', 'record-1'), [
      '人民调解调查记录',
      '时间2024年2月29日14时30分地点刺桐湾银行示例路网点二楼会议室',
      '参加人吴铁心（调解员）、连月笙（被申请人代表）',
      '被调查人许临川（网点理财岗）',
      '记录：',
      '问：请说明你的岗位和当时的分工。',
      '答：我在网点理财岗',
      '亲笔写明记录是否属实',
      '被调查人（签名）：许临川（网点理财岗）',
      '参加人（签名）：吴铁心',
      '调查人（签名）：苏映潮',
      '记录人（签名）：傅听澜',
    ]);
  });

  it('every page has a place for the signature of the person questioned, the last one the statement', async () => {
    const fields = { startedAt: '2024-02-29T14:30:00+08:00', questioned: '许临川', record: `答：${longText('末句')}` };
    const pages = textOfPages(
      (await pdfOf(withPaper(caseD, 'F09', 'record-1', fields), { form: 'F09', of: 'record-1' })).pdf,
    );
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(page.trimEnd().split('\n').slice(-4).join('')).toContain('被调查人（签名）：');
    expect(pages.at(-1)).toContain('末句');
    expect(pages.at(-1)).toContain('亲笔写明记录是否属实');
  });

  it('a record that does not exist names what has to be filled in', async () => {
    const paths = ['startedAt', 'questioned', 'record'].map((name) => `paper.F09.record-9.${name}`);
    expect(await fieldsAgainst(caseD, 'F09', 'record-9')).toEqual(paths);
  });
});

describe('F10 证据材料清单', () => {
  it('lists what this party handed in, and nothing of the others', async () => {
    const text = await textOfForm(caseA, 'F10', 'respondent');
    expectInOrder(text, [
      '提交人（被申请人）柯龙䶮',
      '网约车平台收入流水',
      '1页/1份',
      '原件',
      '以上共1件，1页',
      '接收人（签名）：傅听澜',
    ]);
    expect(text).not.toContain('信用卡领用合约');
  });

  it('counts the pages of the scans when none are typed', async () => {
    const evidence = caseA.evidence.map((each) => ({ ...each, pages: undefined }));
    expect(await textOfForm({ ...caseA, evidence }, 'F10', 'applicant')).toContain('以上共3件，4页。本清单一式贰份');
  });

  it('without evidence it is a list to be filled in by hand', async () => {
    expect(await textOfForm({ ...caseA, evidence: [] }, 'F10', 'applicant')).toContain('本清单一式贰份');
    expect(await fieldsAgainst(caseA, 'F10', 'nobody')).toEqual(['party.nobody.name']);
  });
});

describe('F11 人民调解记录', () => {
  it('prints time, place, who was there, the fixed line, the record, its result, in this order', async () => {
    const text = await textOfForm(caseD, 'F11', 'handed-over-1');
    expectInOrder(text, [
      '时间2024年2月28日9时30分方式现场调解',
      '地点政协委员履职解纷室',
      '当事人黄蕴棠、连月笙（被申请人代表）',
      '参加人洪远帆',
      '人民调解委员会已将人民调解的相关规定告知各方当事人。',
      '调解记录：',
      '问：（向申请人）买产品时',
      '调解结果：',
      '①调解成功②调解不成③有待继续调解',
      '当事人（签名盖章或按指印）：黄蕴棠',
      '参加人（签名）：洪远帆',
      '人民调解员（签名）：苏映潮',
      '人民调解员（签名）：吴铁心',
      '记录人（签名）：傅听澜',
    ]);
  });

  it('all parties with their agents are present when nothing else is typed', async () => {
    const sessions = caseD.sessions.map((session) => ({ ...session, present: undefined }));
    expect(await textOfForm({ ...caseD, sessions }, 'F11', 'handed-over-1')).toContain(
      '当事人申请人：黄蕴棠被申请人：刺桐湾商业银行股份有限公司泉州分行（委托代理人：连月笙）',
    );
  });

  it('who was not there has no place to sign', async () => {
    const sessions = caseD.sessions.map((session) => ({ ...session, present: ['连月笙'] }));
    const text = await textOfForm({ ...caseD, sessions }, 'F11', 'handed-over-1');
    expect(text).toContain('（签名盖章或按指印）：刺桐湾商业银行');
    expect(text).not.toContain('（签名盖章或按指印）：黄蕴棠');
  });

  it('a record of 30 pages with 16 parties is whole', async () => {
    const record = Array.from({ length: 3 }, (_, part) => `问：第${part}部分？\n答：${longText(`完${part}`)}`).join(
      '\n',
    );
    const session = {
      id: 's',
      startedAt: '2024-02-29T14:30:00+08:00',
      mode: 'remote',
      place: '',
      participants: [],
      record,
      result: 'settled',
    } as const;
    const { pdf, pages } = await pdfOf(
      { ...caseA, parties: sixteenParties, sessions: [session] },
      { form: 'F11', of: 's' },
    );
    expect(pages).toBeGreaterThan(25);
    const text = textOf(pdf).replaceAll(
      /示例数据不具有法律效力|第\d+页共\d+页|F11人民调解记录版本1\.0|（2024）泉银人调字第00401号|骑缝章/gu,
      '',
    );
    for (const part of [0, 1, 2]) expect(text).toContain(`没有其他意见。完${part}`);
    for (let point = 0; point < 250; point += 1) expect(text.split(`第${point}点：`).length).toBe(4);
    for (const party of sixteenParties) expect(text.replaceAll('\n', '')).toContain(party.name);
  });

  it('a session that does not exist is refused', async () => {
    expect(await fieldsAgainst(emptyCase, 'F11', 'none')).toEqual(['session.none']);
  });
});

describe('F15 人民调解回访记录', () => {
  it('prints who was visited, the number of the agreement, the dispute, time and situation', async () => {
    expectInOrder(await textOfForm(caseA, 'F15', 'record-1'), [
      '当事人',
      '柯龙䶮',
      '（2024）泉银人调字第00401号',
      '刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷',
      '2024年7月3日10时00分',
      '上门回访电话回访在线回访',
      '回访情况：',
      '未发现纠纷激化的苗头。',
      '回访人（签名）：傅听澜',
    ]);
  });

  it('a situation of 10,000 characters is whole, a missing one stops the print', async () => {
    const fields = { visitedAt: '2024-07-03T10:00:00+08:00', situation: longText('结束语') };
    const text = await textOfForm(withPaper(caseA, 'F15', 'record-1', fields), 'F15', 'record-1');
    expectInOrder(text, ['第0点：', '第124点：', '第249点：', '结束语', '回访人（签名）']);
    expect(await fieldsAgainst(withPaper(caseA, 'F15', 'x', { situation: ' ' }), 'F15', 'x')).toEqual([
      'paper.F15.x.visitedAt',
      'paper.F15.x.situation',
    ]);
  });
});
