import { describe, expect, it } from 'vitest';
import { journalLines } from '../../../electron/core/room/journal-lines';
import { withCase, Workstation } from '../../fixtures/entries';

const newest = (room: Workstation) => journalLines(room.entries)[0];

describe('the journal in words', () => {
  it.each([
    [
      'party-set',
      { party: 'ke', set: { phone: '1', address: 'x' } },
      '修改当事人 柯龙䶮：住址、联系电话',
      'Changed the party 柯龙䶮: address, telephone',
    ],
    ['party-set', { party: 'ke', set: { removed: true } }, '移除当事人 柯龙䶮', 'Removed the party 柯龙䶮'],
    ['case-set', { set: { amountFen: 1, track: 'small' } }, '修改争议金额、办理轨道', 'Changed amount, track'],
    ['agreement-set', { set: { clauses: [] } }, '修改协议：协议条款', 'Changed the agreement: clauses'],
    ['session-set', { session: 's', set: { removed: true } }, '撤下调解记录', 'Removed a mediation record'],
    ['ending-set', { set: { reason: 'settled', on: '2024-05-01' } }, '办理结案', 'Closed the case'],
    ['ending-set', { set: { reason: null } }, '撤销结案', 'Reopened the case'],
    ['archive-set', { set: { on: null } }, '撤销归档', 'Took the case out of the archive'],
    [
      'approval-set',
      { matter: 'agreement', by: '谢怀舟', on: '2024-04-24' },
      '谢怀舟审批通过协议，2024-04-24',
      '谢怀舟 approved the agreement, 2024-04-24',
    ],
    [
      'approval-set',
      { matter: 'agreement', by: '谢怀舟', on: null },
      '撤回谢怀舟对协议的审批',
      'Withdrew the approval of the agreement by 谢怀舟',
    ],
    [
      'number-given',
      { number: { series: 'letter', year: 2024, seq: 1, text: '1号' }, voided: '2号' },
      '选定编号 1号，作废 2号',
      'Kept the number 1号, voided 2号',
    ],
    ['number-given', { number: null, voided: '2号', reason: 'x' }, '编号作废 2号', 'Voided the number 2号'],
    [
      'signature-set',
      { by: 'constructor', on: null },
      '撤回当事人签名登记',
      "Withdrew the record of a party's signature",
    ],
  ])('says of %s %j: %s', (kind, data, zh, en) => {
    const room = withCase(new Workstation('one'));
    room.write({ kind, data });
    expect(newest(room)).toMatchObject({ zh, en });
  });

  it('shows a removal that an unseen change undid, and says so', () => {
    const one = withCase(new Workstation('one'));
    const two = new Workstation('two').learn(one.entries);
    const removal = one.partySet('ke', { removed: true });
    two.partySet('ke', { phone: '13800000009' });
    const line = journalLines(one.learn(two.entries).entries).find((each) => each.entry === removal.id);
    expect(line).toMatchObject({
      station: removal.station,
      zh: '移除当事人 柯龙䶮（另一处同时作了修改，未移除）',
      en: 'Removed the party 柯龙䶮 (not removed: it was changed elsewhere meanwhile)',
    });
  });
});
