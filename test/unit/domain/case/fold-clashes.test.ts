import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/core/domain/case/fold';
import { settleClosed } from '../../../../electron/core/domain/case/settle-closed';
import { CASE, Workstation } from '../../../fixtures/entries';
import { joined, roomsApart, together, writeAll } from './two-rooms';

const close = (room: Workstation, reason = 'settled') =>
  room.write({ kind: 'ending-set', data: { set: { reason, on: '2024-05-01' } } });
const archive = (room: Workstation) =>
  room.write({ kind: 'archive-set', data: { set: { on: '2024-05-02', by: '陈知远', missing: ['F15'] } } });
const meet = (room: Workstation) =>
  room.write({ kind: 'session-set', data: { session: 's-9', set: { startedAt: '2024-05-01T09:00:00+08:00' } } });

function settled(room: Workstation, choice: 'keep' | 'reopen'): void {
  const writes = settleClosed(fold(CASE, room.entries), choice);
  if (!writes.ok) throw new Error(writes.problem.en);
  writeAll(room, writes.value);
}

describe('a case that one room closed', () => {
  it.each([
    ['a session', meet, 'session'],
    ['the agreement', (room: Workstation) => room.agreementSet({ clauses: ['分期。'] }), 'agreement'],
    ['a party', (room: Workstation) => room.partySet('ke', { phone: '13800000009' }), 'party'],
  ] as const)('clashes with %s that another room wrote unseen, with who did what', (_what, change, did) => {
    const [one, two] = roomsApart();
    const [closing, changed] = [close(one), change(two)];
    const side = ({ id, account, station, at }: typeof closing) => ({ entry: id, account, station, at });
    const clash = {
      kind: 'closed-and-changed',
      closing: 'ending',
      sides: [
        { ...side(closing), did: 'ending' },
        { ...side(changed), did },
      ],
    };
    expect(together(one, two).clashes).toEqual([clash]);
    expect(together(two, one).clashes).toEqual([clash]);
  });

  it('does not clash with what its closer had seen, nor with what was written on top of it, nor with other fields', () => {
    const [one, two] = roomsApart(meet);
    close(one);
    two.caseSet({ recorder: '林砚' });
    two.learn(one.entries).partySet('ke', { phone: '13800000009' });
    expect(together(one, two).clashes).toEqual([]);
  });

  it('names only the newest change of each room and kind', () => {
    const [one, two] = roomsApart();
    close(one);
    meet(two);
    const last = meet(two);
    const party = two.partySet('bank', { phone: '059500000000' });
    const [clash] = together(one, two).clashes;
    expect(clash?.sides.map(({ entry }) => entry).slice(1)).toEqual([party.id, last.id]);
  });

  it.each(['keep', 'reopen'] as const)('is clean on every side after a person chose to %s', (choice) => {
    const [one, two] = roomsApart();
    close(one);
    archive(one);
    meet(two);
    const room = joined(two, one);
    expect(fold(CASE, room.entries).clashes.map((each) => each.kind)).toEqual([
      'closed-and-changed',
      'closed-and-changed',
    ]);
    settled(room, choice);
    for (const state of [together(room, one), together(one, room)]) {
      expect(state.clashes).toEqual([]);
      expect(state.conflicts).toEqual([]);
      expect(state.ending?.reason).toBe(choice === 'keep' ? 'settled' : undefined);
      expect(state.archiving?.missing).toEqual(choice === 'keep' ? ['F15'] : undefined);
      expect(state.sessions).toHaveLength(1);
    }
  });

  it('clashes by its archiving alone when the ending was seen by both', () => {
    const [one, two] = roomsApart(close);
    archive(one);
    meet(two);
    const room = joined(one, two);
    expect(fold(CASE, room.entries).clashes).toMatchObject([{ closing: 'archive' }]);
    settled(room, 'reopen');
    const state = together(two, room);
    expect(state).toMatchObject({ clashes: [], ending: { reason: 'settled' } });
    expect(state.archiving).toBeUndefined();
  });

  it('clashes again when a third room changed it beside the settling', () => {
    const [one, two] = roomsApart();
    const three = new Workstation('three').learn(one.entries);
    close(one);
    meet(two);
    const room = joined(one, two);
    settled(room, 'keep');
    three.partySet('ke', { phone: '13800000009' });
    expect(together(room, three).clashes).toMatchObject([{ sides: [{ did: 'ending' }, { did: 'party' }] }]);
  });

  it('is not settled where nothing is open, and not kept before its two endings are one', () => {
    const [one, two] = roomsApart();
    close(one);
    expect(settleClosed(together(one), 'keep')).toMatchObject({ ok: false, problem: { code: 'no-clash' } });
    meet(two);
    close(two, 'withdrawn');
    const both = together(one, two);
    expect(settleClosed(both, 'keep')).toMatchObject({
      ok: false,
      problem: { code: 'conflict-first', detail: { path: 'ending.reason' } },
    });
    expect(settleClosed(both, 'reopen').ok).toBe(true);
  });
});

describe('one party entered in two rooms', () => {
  const person = { side: 'respondent', kind: 'person', name: '林砚' };

  it.each([
    [
      'the identity number in other writing',
      { document: { type: 'resident-id', number: ' 99999919900307 001x' } },
      { document: { type: 'resident-id', number: '99999919900307001X' } },
    ],
    ['the credit code', { creditCode: '91999999MA00000000' }, { creditCode: '91999999ma0000 0000' }],
    [
      'a credit code typed as a document',
      { creditCode: '91999999MA00000000' },
      { document: { type: 'credit-code', number: '91999999MA00000000' } },
    ],
  ])('is found by %s, on whatever side', (_what, here, there) => {
    const [one, two] = roomsApart();
    const a = one.partySet('p-a', { ...person, ...here });
    const b = two.partySet('p-b', { ...person, side: 'third-party', name: '另一个名字', ...there });
    expect(together(one, two).clashes).toMatchObject([
      {
        kind: 'same-party',
        keys: ['p-a', 'p-b'],
        sides: [
          { key: 'p-a', entry: a.id },
          { key: 'p-b', entry: b.id },
        ],
      },
    ]);
  });

  it('is never found by name, by a number of another kind of document, or by the register of a household', () => {
    const [one, two] = roomsApart();
    const add = (room: Workstation, key: string, type: string, number: string) =>
      room.partySet(key, { ...person, document: { type, number } });
    add(one, 'a', 'passport', 'E1234567');
    add(two, 'b', 'other', 'E1234567');
    add(one, 'c', 'household-register', '350500123');
    add(two, 'd', 'household-register', '350500123');
    expect(together(one, two).clashes).toEqual([]);
  });
});
