import { describe, expect, it } from 'vitest';
import { effectOf } from '../../../../electron/core/domain/case/effect';
import type { OfficialNumber } from '../../../../electron/core/domain/case/case-state';
import { fold } from '../../../../electron/core/domain/case/fold';
import { lostNumbers, takeSide } from '../../../../electron/core/domain/case/take-side';
import { blockSubject, foldBlock } from '../../../../electron/core/domain/numbers/number-block';
import { CASE, Workstation } from '../../../fixtures/entries';
import { joined, roomsApart, together } from './two-rooms';

const drafted = () => roomsApart((room) => room.agreementSet({ form: 'written', clauses: ['分期还款。'] }));
const numberOf = (seq: number): OfficialNumber => ({
  series: 'agreement',
  year: 2024,
  seq,
  text: `（2024）泉银人调字第00${seq}号`,
});
const give = (room: Workstation, seq: number) => room.write({ kind: 'number-given', data: { number: numberOf(seq) } });
const issue = (room: Workstation, seq: number, sha256: string) =>
  room.write({
    kind: 'document-issued',
    data: { form: 'F12', formVersion: '1', number: numberOf(seq).text, sha256, bytes: 10, pages: 1 },
  });

describe('a document issued in one room', () => {
  it('is not current beside an edit in another, and what was signed for it is void there', () => {
    const [one, two] = drafted();
    issue(one, 401, 'a'.repeat(64));
    for (const by of ['ke', 'bank', 'mediator', 'committee']) one.sign(by, '2024-04-25');
    expect(effectOf(fold(CASE, one.entries))?.effectiveOn).toBe('2024-04-25');
    two.agreementSet({ clauses: ['一次还清。'] });
    for (const state of [together(one, two), together(two, one)]) {
      expect(state.documents).toMatchObject([{ sha256: 'a'.repeat(64), current: false }]);
      expect(effectOf(state)?.effectiveOn).toBeNull();
      expect(state.agreement?.clauses).toEqual(['一次还清。']);
    }
  });

  it('never merges with one issued in another at once: both stay with their own hash and number, neither is current', () => {
    const [one, two] = drafted();
    give(one, 401);
    give(two, 501);
    issue(one, 401, 'a'.repeat(64));
    issue(two, 501, 'b'.repeat(64));
    const state = together(one, two);
    expect(state.documents.map(({ sha256, number, current }) => [sha256[0], number, current]).sort()).toEqual([
      ['a', numberOf(401).text, false],
      ['b', numberOf(501).text, false],
    ]);
    const room = joined(one, two);
    const side = together(room).conflicts[0]?.values.find(({ value }) => (value as OfficialNumber).seq === 401);
    const write = takeSide(together(room), 'number', side?.entry ?? '');
    if (!write.ok) throw new Error(write.problem.en);
    room.write(write.value);
    issue(room, 401, 'c'.repeat(64));
    expect(
      together(room, two)
        .documents.map(({ current }) => current)
        .filter(Boolean),
    ).toEqual([true]);
    expect(together(room, two).documents).toHaveLength(3);
  });
});

describe('two numbers given at once to one case', () => {
  it('are both shown, and once one is taken the other is void in the case and in its register', () => {
    const [one, two] = drafted();
    const [a, b] = [give(one, 401), give(two, 501)];
    const state = together(one, two);
    expect(state.conflicts).toMatchObject([{ path: 'number', values: [{}, {}] }]);
    expect(state.conflicts[0]?.values.map(({ entry }) => entry).sort()).toEqual([a.id, b.id].sort());
    expect(lostNumbers(state, 'number', a.id)).toEqual([numberOf(501)]);

    const write = takeSide(state, 'number', a.id);
    if (!write.ok) throw new Error(write.problem.en);
    const room = joined(two, one);
    const settled = room.write(write.value);
    expect(settled.data).toMatchObject({ number: { seq: 401 }, voided: numberOf(501).text });
    for (const after of [together(room, one), together(one, room)])
      expect(after).toMatchObject({ number: { seq: 401 }, conflicts: [] });

    const block = { series: 'agreement', year: 2024, first: 501, last: 510 } as const;
    const register = new Workstation('two', blockSubject(block));
    register.write({ kind: 'block-leased', data: { block } });
    register.write({ kind: 'number-taken', data: { seq: 501, case: CASE } });
    for (const { seq } of lostNumbers(state, 'number', a.id))
      register.write({ kind: 'number-voided', data: { seq, reason: String(settled.data['reason']) } });
    expect(foldBlock(register.entries)).toMatchObject({
      taken: [{ seq: 501, caseId: CASE, voided: settled.data['reason'] }],
      next: 502,
    });
  });

  it('are no loss where both rooms gave the same', () => {
    const [one, two] = drafted();
    give(one, 401);
    give(two, 401);
    expect(together(one, two)).toMatchObject({ number: { seq: 401 }, conflicts: [] });
  });
});
