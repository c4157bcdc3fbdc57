import { describe, expect, it } from 'vitest';
import { mergeParties, type PartyMerge } from '../../../../electron/core/domain/case/merge-parties';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { fold } from '../../../../electron/core/domain/case/fold';
import { CASE, Workstation } from '../../../fixtures/entries';
import { joined, roomsApart, together, writeAll } from './two-rooms';

const PERSON = {
  side: 'respondent',
  kind: 'person',
  name: '林砚',
  document: { type: 'passport', number: 'E9999001' },
};

/** `a` was made in room one, `b` in room two, who uses it. */
function madeTwice(
  inOne: (room: Workstation) => unknown = () => undefined,
  inTwo: (room: Workstation) => unknown = () => undefined,
): readonly [Workstation, Workstation] {
  const [one, two] = roomsApart((room) => room.agreementSet({ form: 'written', clauses: ['分期。'] }));
  one.partySet('a', { ...PERSON, address: '泉州市甲路1号', phone: '13800000003' });
  two.partySet('b', { ...PERSON, address: '泉州市乙路2号', occupation: '教师', wechat: 'x' });
  inOne(one);
  inTwo(two);
  return [one, two];
}

function merged(state: CaseState, keys: readonly [string, string] = ['a', 'b']): PartyMerge {
  const merge = mergeParties(state, keys);
  if (!merge.ok) throw new Error(merge.problem.en);
  return merge.value;
}

function settle(...rooms: readonly Workstation[]) {
  const room = joined(...rooms);
  const merge = merged(fold(CASE, room.entries));
  writeAll(room, merge.writes);
  return { merge, after: fold(CASE, room.entries), room };
}

describe('merging a party that was entered twice', () => {
  it('keeps the smaller key where neither is used, takes over what it misses, and lists what differs', () => {
    const { merge, after } = settle(...madeTwice());
    expect(merge).toMatchObject({ kept: 'a', removed: 'b', voidSignatures: [], numbersLeft: [] });
    expect(merge.differing).toEqual([{ path: 'party.a.address', kept: '泉州市甲路1号', other: '泉州市乙路2号' }]);
    expect(after.parties.find((party) => party.key === 'a')).toMatchObject({
      address: '泉州市甲路1号',
      phone: '13800000003',
      occupation: '教师',
    });
    expect(after.extra).toMatchObject({ 'party.a.wechat': 'x' });
    expect(after.parties.map((party) => party.key)).toEqual(['ke', 'bank', 'a']);
    expect([after.clashes, after.conflicts, after.faults]).toEqual([[], [], []]);
  });

  it.each([
    [
      'a payment',
      (room: Workstation) =>
        room.agreementSet({ payments: [{ payer: 'b', payee: 'bank', amountFen: 1, dueOn: '2024-06-10' }] }),
    ],
    ['a signature', (room: Workstation) => room.sign('b', '2024-04-25')],
    [
      'an issued document',
      (room: Workstation) =>
        room.write({
          kind: 'document-issued',
          data: { form: 'F05', of: 'b', formVersion: '1', sha256: 'a'.repeat(64), bytes: 1, pages: 1 },
        }),
    ],
    [
      'a piece of evidence',
      (room: Workstation) =>
        room.write({ kind: 'evidence-set', data: { evidence: 'e', set: { by: 'b', name: '账单' } } }),
    ],
  ])('keeps the key that %s names', (_what, use) => {
    const { merge, after } = settle(...madeTwice(undefined, use));
    expect([merge.kept, merge.removed]).toEqual(['b', 'a']);
    expect(after.parties.find((party) => party.key === 'b')).toMatchObject({
      occupation: '教师',
      phone: '13800000003',
    });
  });

  it('points all that named the other to the kept one', () => {
    const letter = (seq: number) => ({ series: 'accepted', year: 2024, seq, text: `泉银调受〔2024〕${seq}号` });
    const { merge, after } = settle(
      ...madeTwice(
        (room) => {
          room.agreementSet({
            payments: [
              { payer: 'a', payee: 'bank', amountFen: 5, dueOn: '2024-06-10' },
              { payer: 'a', payee: 'bank', amountFen: 5, dueOn: '2024-07-10' },
            ],
          });
          room.write({ kind: 'paper-set', data: { form: 'F05', of: 'a', set: { toldOn: '2024-04-03' } } });
        },
        (room) => {
          room.sign('b', '2024-04-25');
          room.write({ kind: 'evidence-set', data: { evidence: 'e', set: { by: 'b', name: '账单' } } });
          room.write({
            kind: 'attachment-set',
            data: {
              attachment: 'i',
              set: { role: 'identity', of: 'b', type: 'image/png', sha256: 'd'.repeat(64), name: '证.png' },
            },
          });
          room.write({ kind: 'paper-set', data: { form: 'F05', of: 'b', set: { toldOn: '2024-04-05' } } });
          room.write({ kind: 'paper-set', data: { form: 'F31', of: 'b', set: { sensitive: true } } });
          room.write({ kind: 'paper-set', data: { form: 'F20', of: 'record-1', set: { recipient: 'b' } } });
          room.write({ kind: 'number-given', data: { number: letter(7), paper: 'F22A.b' } });
        },
      ),
    );
    expect(merge.kept).toBe('a');
    expect(after.agreement?.payments.map(({ payer }) => payer)).toEqual(['a', 'a']);
    expect(after.evidence).toMatchObject([{ by: 'a' }]);
    expect(after.attachments).toMatchObject([{ of: 'a' }]);
    expect(after.papers.map(({ form, of, fields }) => [form, of, fields])).toEqual([
      ['F05', 'a', { toldOn: '2024-04-03' }],
      ['F20', 'record-1', { recipient: 'a' }],
      ['F31', 'a', { sensitive: true }],
    ]);
    expect(after.numbers).toEqual({ 'F22A.a': letter(7) });
    expect(after.signatures).toMatchObject([{ by: 'a', on: '2024-04-25', valid: false }]);
    expect(merge.differing.map(({ path }) => path)).toEqual(['party.a.address', 'paper.F05.a.toldOn']);
    expect(JSON.stringify({ ...after, heads: [] })).not.toContain('"b"');
  });

  it('re-points payments of the other when documents decide for the kept one', () => {
    const { merge, after } = settle(
      ...madeTwice(
        (room) => {
          room.sign('a', '2024-04-25');
          room.sign('a', '2024-04-26');
          for (let at = 0; at < 2; at += 1)
            room.write({
              kind: 'document-issued',
              data: { form: 'F05', of: 'a', formVersion: '1', sha256: 'a'.repeat(64), bytes: 1, pages: 1 },
            });
        },
        (room) => room.agreementSet({ payments: [{ payer: 'b', payee: 'bank', amountFen: 1, dueOn: '2024-06-10' }] }),
      ),
    );
    expect(merge.kept).toBe('a');
    expect(after.agreement?.payments).toMatchObject([{ payer: 'a', payee: 'bank' }]);
  });

  it('says whose signatures and approvals are void, and leaves what was signed as it is', () => {
    const [one] = madeTwice();
    one.partySet('b', { ...PERSON });
    const document = one.issue();
    for (const by of ['a', 'b', 'ke', 'bank', 'mediator', 'committee']) one.sign(by, '2024-04-25');
    one.write({ kind: 'approval-set', data: { matter: 'agreement', by: '谢怀舟', on: '2024-04-24' } });
    const { merge, after } = settle(one);
    expect(merge.voidSignatures).toEqual(['a', 'b', 'bank', 'committee', 'ke', 'mediator']);
    expect(merge.voidApprovals).toEqual(['谢怀舟']);
    expect(after.signatures.map(({ by, valid }) => [by, valid])).toEqual(
      ['a', 'bank', 'committee', 'ke', 'mediator'].map((by) => [by, false]),
    );
    expect(after.documents).toMatchObject([{ entry: document.id, sha256: 'a'.repeat(64), current: false }]);
  });

  it('leaves a second number of one notice to be voided by a person', () => {
    const given = (room: Workstation, key: string, seq: number) =>
      room.write({
        kind: 'number-given',
        data: { number: { series: 'accepted', year: 2024, seq, text: `${seq}号` }, paper: `F22A.${key}` },
      });
    const { merge, after } = settle(
      ...madeTwice(
        (room) => given(room, 'a', 7),
        (room) => given(room, 'b', 8),
      ),
    );
    expect(merge.numbersLeft).toMatchObject([{ seq: 8 }]);
    expect(after.numbers['F22A.b']).toMatchObject({ seq: 8 });
  });

  it('is refused by name alone, and for a party that is not there', () => {
    const state = together(...madeTwice());
    expect(mergeParties(state, ['a', 'ke'])).toMatchObject({ ok: false, problem: { code: 'not-same-party' } });
    expect(mergeParties(state, ['a', 'x'])).toMatchObject({ ok: false, problem: { code: 'no-such-party' } });
    expect(mergeParties(state, ['a', 'a'])).toMatchObject({ ok: false, problem: { code: 'no-such-party' } });
  });

  it('is refused while a field that it would write, or that names the removed one, has two values', () => {
    const plan = (payer: string) => ({ payments: [{ payer, payee: 'bank', amountFen: 5, dueOn: '2024-06-10' }] });
    for (const [here, there] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const [one, two] = madeTwice(
        (room) => {
          room.agreementSet(plan(here));
          room.sign('a', '2024-04-25');
          room.issue();
          room.write({
            kind: 'document-issued',
            data: { form: 'F05', of: 'a', formVersion: '1', sha256: 'a'.repeat(64), bytes: 1, pages: 1 },
          });
        },
        (room) => room.agreementSet(plan(there)),
      );
      expect(mergeParties(together(one, two), ['b', 'a'])).toMatchObject({
        ok: false,
        problem: { code: 'conflict-first', detail: { path: 'agreement.payments' } },
      });
    }
  });

  it('does not lose what a third room writes to the removed one meanwhile: it is there again, and clashes again', () => {
    const [one, two] = madeTwice();
    const three = new Workstation('three').learn([...one.entries, ...two.entries]);
    const { room } = settle(one, two);
    three.partySet('b', { phone: '13800000008' });
    const state = together(room, three);
    expect(state.parties.find((party) => party.key === 'b')).toMatchObject({ phone: '13800000008' });
    expect(state.clashes).toMatchObject([{ kind: 'same-party', keys: ['a', 'b'] }]);
  });
});
