import { describe, expect, it } from 'vitest';
import { writesOfKind } from '../../../../electron/core/domain/case/kind-writes';
import { takeSide } from '../../../../electron/core/domain/case/take-side';
import type { Written } from '../../../fixtures/entries';
import { joined, roomsApart, together } from './two-rooms';

const number = (seq: number) => ({ series: 'letter', year: 2024, seq, text: `泉银调函〔2024〕${seq}号` });
const both = (kind: string, one: Written['data'], two: Written['data']): readonly [Written, Written] => [
  { kind, data: one },
  { kind, data: two },
];
const set = (kind: string, key: object, one: object, two: object): readonly [Written, Written] => [
  { kind, data: { ...key, set: one } },
  { kind, data: { ...key, set: two } },
];
const CASES: readonly (readonly [path: string, writes: readonly [Written, Written]])[] = [
  ['case.amountFen', set('case-set', {}, { amountFen: 100 }, { amountFen: 200 })],
  ['case.later.field', set('case-set', {}, { 'later.field': 1 }, { 'later.field': { deep: [2] } })],
  ['case.courtNumber', set('case-set', {}, { courtNumber: null }, { courtNumber: '（2024）闽0503诉前调1号' })],
  ['party.ke.phone', set('party-set', { party: 'ke' }, { phone: '13800000003' }, { phone: null })],
  ['session.s-1.record', set('session-set', { session: 's-1' }, { record: '甲' }, { record: '乙' })],
  ['agreement.clauses', set('agreement-set', {}, { clauses: ['甲。'] }, { clauses: ['乙。', '丙。'] })],
  ['ending.reason', set('ending-set', {}, { reason: 'settled' }, { reason: 'withdrawn' })],
  ['evidence.e-1.pages', set('evidence-set', { evidence: 'e-1' }, { pages: 1 }, { pages: 2 })],
  ['attachment.a-1.name', set('attachment-set', { attachment: 'a-1' }, { name: '甲.pdf' }, { name: '乙.pdf' })],
  ['archive.on', set('archive-set', {}, { on: '2024-06-01' }, { on: '2024-06-02' })],
  ['transfer.t-1.status', set('transfer-answer-set', { transfer: 't-1' }, { status: 'sent' }, { status: 'received' })],
  [
    'paper.F15.record-1.situation',
    set('paper-set', { form: 'F15', of: 'record-1' }, { situation: '甲' }, { situation: '乙' }),
  ],
  ['number', both('number-given', { number: number(1) }, { number: number(2) })],
  [
    'numbers.F27.case',
    both('number-given', { number: number(3), paper: 'F27.case' }, { number: null, paper: 'F27.case' }),
  ],
  [
    'signature.ke',
    both(
      'signature-set',
      { by: 'ke', on: '2024-04-25', signer: '林砚', at: '2024-04-25T09:00:00+08:00' },
      { by: 'ke', on: null },
    ),
  ],
  [
    'approval.agreement.J. Smith',
    both(
      'approval-set',
      { matter: 'agreement', by: 'J. Smith', on: '2024-04-24' },
      { matter: 'agreement', by: 'J. Smith', on: '2024-04-25' },
    ),
  ],
];

describe.each(CASES)('two values of %s', (path, writes) => {
  it.each([0, 1] as const)('are settled for everybody by taking side %i', (taken) => {
    const [one, two] = roomsApart();
    const sides = [one.write(writes[0]), two.write(writes[1])] as const;
    const before = together(one, two);
    expect(before.conflicts.map((conflict) => conflict.path)).toEqual([path]);
    const value = before.conflicts[0]?.values.find(({ entry }) => entry === sides[taken].id)?.value;
    const write = takeSide(before, path, sides[taken].id);
    if (!write.ok) throw new Error(write.problem.en);
    const settled = joined(one, two).write(write.value);
    const after = together(two, joined(one));
    expect(after.conflicts).toEqual([]);
    expect(after.faults).toEqual([]);
    expect(after.heads).toEqual([settled.id]);
    expect(writesOfKind(write.value.kind, write.value.data)).toEqual([[path, value]]);
  });
});

describe('a side that cannot be taken', () => {
  it('is one of a field with one value, of a path that is none, or of an entry that is no side', () => {
    const [one, two] = roomsApart();
    const written = one.caseSet({ recorder: '林砚' });
    expect(takeSide(together(one), 'case.recorder', written.id)).toMatchObject({
      ok: false,
      problem: { code: 'no-conflict' },
    });
    two.caseSet({ recorder: '谢怀舟' });
    const state = together(one, two);
    expect(takeSide(state, 'case.facts', written.id)).toMatchObject({ problem: { code: 'no-conflict' } });
    expect(takeSide(state, 'constructor.x', written.id)).toMatchObject({ problem: { code: 'no-conflict' } });
    expect(takeSide(state, 'case.recorder', state.heads[0] === written.id ? 'x' : 'y')).toMatchObject({
      problem: { code: 'no-such-side' },
    });
  });
});
