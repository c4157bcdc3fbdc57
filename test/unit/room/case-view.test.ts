import { describe, expect, it } from 'vitest';
import { caseViewSchema } from '../../../electron/contract/case-view';
import { viewOf } from '../../../electron/core/room/case-view';
import { CASE, withCase, Workstation } from '../../fixtures/entries';

const view = (room: Workstation, station?: string) => viewOf(CASE, room.entries, '2026-11-24', [], station);

describe('the view of a case', () => {
  it('tells in which room it began and which workstations wrote in it', () => {
    const one = withCase(new Workstation('one'));
    const two = new Workstation('two').learn(one.entries);
    const [first] = one.entries;
    const second = two.partySet('ke', { phone: '13800000009' });
    const [here, there] = [first?.station ?? '', second.station];
    expect(view(two, there)).toMatchObject({ origin: { station: here, here: false }, stations: [here, there] });
    expect(view(two, here).origin).toEqual({ station: here, here: true });
    expect(view(two).origin?.here).toBe(true);
    expect(view(two).journal.map((line) => line.station)).toEqual([there, here, here, here]);
  });

  it('has no origin while the first entry has not arrived', () => {
    const one = withCase(new Workstation('one'));
    const late = new Workstation('two').learn(one.entries.slice(1));
    expect(view(late)).toMatchObject({ origin: null, stations: [] });
  });

  it('passes its contract with clashes, conflicts and approvals', () => {
    const one = withCase(new Workstation('one'));
    const two = new Workstation('two').learn(one.entries);
    one.agreementSet({ clauses: ['甲。'] });
    one.write({ kind: 'approval-set', data: { matter: 'agreement', by: '谢怀舟', on: '2024-04-24' } });
    one.write({ kind: 'ending-set', data: { set: { reason: 'settled', on: '2024-05-01' } } });
    two.agreementSet({ clauses: ['乙。'] });
    two.partySet('again', {
      side: 'third-party',
      kind: 'person',
      name: '柯某',
      document: { type: 'resident-id', number: '999999199003070019' },
    });
    const whole = view(one.learn(two.entries));
    expect(caseViewSchema.parse(JSON.parse(JSON.stringify({ ...whole, originRoom: null })))).toEqual({
      ...whole,
      originRoom: null,
    });
    expect(whole.state.clashes.map(({ kind }) => kind)).toEqual(['closed-and-changed', 'same-party']);
    expect(whole.state.approvals).toMatchObject([{ valid: false }]);
  });
});
