import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { fold } from '../../../../electron/core/domain/case/fold';
import { CASE, Workstation } from '../../../fixtures/entries';
import { joined, roomsApart, together } from './two-rooms';

const RECORDS = [
  {
    what: 'a party',
    kind: 'party-set',
    key: { party: 'ke' },
    make: {},
    edit: { phone: '13800000009' },
    count: (state: CaseState) => state.parties.filter((party) => party.key === 'ke').length,
  },
  {
    what: 'a session',
    kind: 'session-set',
    key: { session: 's-1' },
    make: { startedAt: '2024-04-10T09:00:00+08:00' },
    edit: { record: '双方到场。' },
    count: (state: CaseState) => state.sessions.length,
  },
  {
    what: 'a piece of evidence',
    kind: 'evidence-set',
    key: { evidence: 'e-1' },
    make: { by: 'ke', name: '账单' },
    edit: { pages: 3 },
    count: (state: CaseState) => state.evidence.length,
  },
  {
    what: 'an attachment',
    kind: 'attachment-set',
    key: { attachment: 'a-1' },
    make: { role: 'other', of: 'a-1', type: 'application/pdf', sha256: 'c'.repeat(64) },
    edit: { name: '流水.pdf' },
    count: (state: CaseState) => state.attachments.length,
  },
] as const;

describe.each(RECORDS)('$what that one room removes', ({ kind, key, make, edit, count }) => {
  const write = (room: Workstation, set: object) => room.write({ kind, data: { ...key, set } });
  const apart = () => roomsApart((room) => write(room, make));

  it('stays when another room changed it without having seen the removal', () => {
    const [one, two] = apart();
    write(one, { removed: true });
    write(two, edit);
    expect(count(together(one, two))).toBe(1);
    expect(count(together(two, one))).toBe(1);
  });

  it('stays whatever is written on top of both, until it is removed by who saw both', () => {
    const [one, two] = apart();
    write(one, { removed: true });
    write(two, edit);
    const room = joined(one, two);
    write(room, edit);
    room.caseSet({ recorder: '林砚' });
    expect(count(fold(CASE, room.entries))).toBe(1);
    write(room, { removed: true });
    expect(count(together(room, two))).toBe(0);
  });

  it('is gone when the removal had seen every change', () => {
    const [one, two] = apart();
    write(two, edit);
    one.learn(two.entries);
    write(one, { removed: true });
    expect(count(together(one, two))).toBe(0);
  });

  it('is not brought back by a change that had seen the removal', () => {
    const [one, two] = apart();
    write(one, { removed: true });
    two.learn(one.entries);
    write(two, edit);
    expect(count(together(one, two))).toBe(0);
    write(two, { removed: false });
    expect(count(together(one, two))).toBe(1);
  });

  it('is gone when both rooms removed it', () => {
    const [one, two] = apart();
    write(one, { removed: true });
    write(two, { removed: true });
    expect(count(together(one, two))).toBe(0);
  });

  it('stays when one room removed and the other restored it', () => {
    const [one] = apart();
    write(one, { removed: true });
    const two = new Workstation('two').learn(one.entries);
    write(one, { removed: true });
    write(two, { removed: false });
    expect(count(together(one, two))).toBe(1);
  });
});

it('a change in another record does not keep a removed one', () => {
  const [one, two] = roomsApart();
  one.partySet('ke', { removed: true });
  two.partySet('bank', { phone: '059500000000' });
  expect(together(one, two).parties.map((party) => party.key)).toEqual(['bank']);
});
