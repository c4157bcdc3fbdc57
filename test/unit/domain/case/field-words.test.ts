import { describe, expect, it } from 'vitest';
import { fieldWords } from '../../../../electron/core/domain/case/field-words';
import { FIELD_TABLE } from '../../../../electron/core/domain/case/field-table';
import { valueWords } from '../../../../electron/core/domain/case/value-words';
import {
  agreementFields,
  archiveFields,
  attachmentFields,
  caseFields,
  endingFields,
  evidenceFields,
  partyFields,
  sessionFields,
  transferAnswerFields,
} from '../../../../electron/core/domain/case/entry-kinds';
import { fold } from '../../../../electron/core/domain/case/fold';
import { ENDING_REASONS, TRACKS } from '../../../../electron/core/domain/case/vocabulary';
import { CASE, withCase, Workstation } from '../../../fixtures/entries';

const room = withCase(new Workstation('one'));
room.write({
  kind: 'session-set',
  data: { session: 's-1', set: { startedAt: '2024-04-10T23:30:00+08:00', place: '一号室' } },
});
const state = fold(CASE, room.entries);

describe('a field in words', () => {
  it('has a name in the table for every field of every record', () => {
    const shapes = {
      case: caseFields,
      party: partyFields,
      session: sessionFields,
      agreement: agreementFields,
      ending: endingFields,
      evidence: evidenceFields,
      attachment: attachmentFields,
      archive: archiveFields,
      transfer: transferAnswerFields,
    };
    expect(Object.keys(FIELD_TABLE).sort()).toEqual(Object.keys(shapes).sort());
    for (const [record, { shape }] of Object.entries(shapes))
      expect(Object.keys(FIELD_TABLE[record] ?? {}).sort(), record).toEqual(Object.keys(shape).sort());
  });

  it.each([
    ['case.amountFen', '争议金额', 'amount'],
    ['case.riskLevel', 'riskLevel', 'riskLevel'],
    ['party.bank.phone', '刺桐湾银行卡中心的联系电话', 'telephone (刺桐湾银行卡中心)'],
    ['party.gone.phone', '当事人的联系电话', 'telephone (party)'],
    ['session.s-1.record', '2024-04-10调解记录的调解记录', 'record (session of 2024-04-10)'],
    ['evidence.e.pages', '证据的页数', 'pages (evidence)'],
    ['paper.F15.record-1.situation', '人民调解回访记录（第1份）的回访情况', 'situation (Follow-up record (no. 1))'],
    ['paper.F99.case.x', 'F99的x', 'x (F99)'],
    ['number', '协议编号', 'agreement number'],
    ['numbers.F27.case', '移送函的文号', 'number (Letter of transfer)'],
    ['signature.mediator', '调解员的签名', 'signature (the mediator)'],
    ['signature.ke', '柯龙䶮的签名', 'signature (柯龙䶮)'],
    ['approval.agreement.J. Smith', 'J. Smith的对协议的审批', 'approval of the agreement (J. Smith)'],
    ['ending.reason', '结案原因', 'reason of the ending'],
    ['constructor.name', 'name', 'name'],
    ['signature.constructor', '当事人的签名', 'signature (party)'],
  ])('%s is %s', (path, zh, en) => {
    expect(fieldWords(path, state)).toEqual({ zh, en });
  });

  it('needs no case to be named', () => {
    expect(fieldWords('party.bank.phone')).toEqual({ zh: '当事人的联系电话', en: 'telephone (party)' });
  });
});

describe('a value in words', () => {
  const payment = (dueOn: string) => ({ payer: 'ke', payee: 'bank', amountFen: 100_050, dueOn });

  it.each([
    ['case.amountFen', 2_137_645, '21,376.45元', '21,376.45 yuan'],
    ['case.amountFen', null, '（清空）', '(cleared)'],
    ['case.receivedAt', '2024-04-02T02:20:00Z', '2024-04-02 10:20', '2024-04-02 10:20'],
    ['case.acceptedOn', '2024-04-03', '2024-04-03', '2024-04-03'],
    ['case.track', 'small', '小额快处', 'small amount, fast'],
    ['case.source', 'hotline-referral', '12345、12378引导', 'hotline 12345, 12378'],
    ['case.mediators', ['陈知远', '林砚'], '陈知远、林砚', '陈知远, 林砚'],
    ['case.triage', { moneyOnly: true, other: 3 }, '仅涉及金钱给付：是；other：3', 'money only: yes; other: 3'],
    ['ending.reason', 'respondent-unreachable', '被申请人无法联系', 'the respondent cannot be reached'],
    ['party.ke.removed', true, '移除', 'removed'],
    ['party.ke.document', { type: 'passport', number: 'E1' }, '护照 E1', 'passport E1'],
    ['party.bank.legalRepresentative', { name: '王某', position: '行长' }, '王某（行长）', '王某（行长）'],
    [
      'party.bank.representatives',
      [{ name: '林砚', kind: 'employee', authority: ['evidence'] }],
      '林砚（单位工作人员；提供证据）',
      '林砚 (employee; give evidence)',
    ],
    ['session.s.recorded', false, '否', 'no'],
    ['session.s.result', 'not-settled', '调解不成', 'not settled'],
    ['agreement.clauses', ['甲。', '乙。'], '1. 甲。\n2. 乙。', '1. 甲。\n2. 乙。'],
    ['agreement.clauses', [], '（无）', '(none)'],
    ['agreement.confirmation', { wanted: true, court: '鲤城法院' }, '申请，鲤城法院', 'wanted, 鲤城法院'],
    ['agreement.confirmation', { wanted: false }, '不申请', 'not wanted'],
    [
      'agreement.payments',
      [payment('2024-06-10')],
      '1期，合计1,000.50元：2024-06-10 柯龙䶮付刺桐湾银行卡中心 1,000.50元',
      '1 payment, 1,000.50 yuan in all: 2024-06-10 柯龙䶮 to 刺桐湾银行卡中心 1,000.50 yuan',
    ],
    ['evidence.e.by', 'bank', '刺桐湾银行卡中心', '刺桐湾银行卡中心'],
    ['evidence.e.original', true, '原件', 'original'],
    ['transfer.t.status', 'to-correct', '退回补正', 'returned for correction'],
    ['paper.F14.1.amountFen', 100, '1.00元', '1.00 yuan'],
    ['paper.F15.record-1.mode', 'telephone', '电话回访', 'telephone'],
    ['paper.F20.record-1.recipient', 'ke', '柯龙䶮', '柯龙䶮'],
    ['paper.E02.case.provided', [{ on: '2023-01-02', amount: 5_000 }], '2023-01-02 50.00元', '2023-01-02 50.00 yuan'],
    [
      'number',
      { series: 'letter', year: 2024, seq: 1, text: '泉银调函〔2024〕1号' },
      '泉银调函〔2024〕1号',
      '泉银调函〔2024〕1号',
    ],
    [
      'signature.ke',
      { on: '2024-04-25', signer: '林砚' },
      '2024-04-25 由代理人林砚签名',
      'signed on 2024-04-25 by the agent 林砚',
    ],
    ['signature.ke', { on: null }, '撤回（未签名）', 'withdrawn (not signed)'],
    ['approval.agreement.谢怀舟', '2024-04-24', '2024-04-24 审批通过', 'approved on 2024-04-24'],
    ['case.later', { deep: [1, 'x'] }, '1；x', '1；x'],
  ])('%s %j is %s', (path, value, zh, en) => {
    expect(valueWords(path, value, state)).toEqual({ zh, en });
  });

  it('shows a time beyond the end of the calendar as it is written', () => {
    expect(valueWords('case.receivedAt', '9999-12-31T23:59:59Z').zh).toContain('9999-12-31T23:59:59Z');
  });

  it('shows the first payments of a long plan only, and cuts long text', () => {
    const { zh } = valueWords(
      'agreement.payments',
      Array.from({ length: 24 }, () => payment('2024-06-10')),
      state,
    );
    expect(zh).toMatch(/^24期，合计24,012\.00元：/);
    expect(zh.match(/付/g)).toHaveLength(3);
    expect(Array.from(valueWords('case.facts', '䶮'.repeat(5_000)).zh)).toHaveLength(402);
  });

  it('shows no code of the closed lists', () => {
    for (const reason of ENDING_REASONS) expect(valueWords('ending.reason', reason).zh).not.toMatch(/[a-z]/);
    for (const track of TRACKS) expect(valueWords('case.track', track).zh).not.toMatch(/[a-z]/);
  });
});
