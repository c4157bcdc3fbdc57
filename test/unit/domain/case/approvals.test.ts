import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/core/domain/case/fold';
import { CASE, type Workstation } from '../../../fixtures/entries';
import { joined, roomsApart, together } from './two-rooms';

const approve = (room: Workstation, on: string | null = '2024-04-24', by = '谢怀舟') =>
  room.write({ kind: 'approval-set', data: { matter: 'agreement', by, on } });
const drafted = () => roomsApart((room) => room.agreementSet({ form: 'written', clauses: ['分期还款。'] }));

describe('an approval of the agreement', () => {
  it('counts for what its writer had seen', () => {
    const [one] = drafted();
    approve(one);
    approve(one, '2024-04-25', '艾·米 J. Smith');
    expect(fold(CASE, one.entries).approvals).toMatchObject(
      [
        { matter: 'agreement', by: '艾·米 J. Smith', on: '2024-04-25', valid: true },
        { matter: 'agreement', by: '谢怀舟', on: '2024-04-24', account: 'account-one', valid: true },
      ].sort((a, b) => (a.by < b.by ? -1 : 1)),
    );
  });

  it.each([
    ['the clauses', (room: Workstation) => room.agreementSet({ clauses: ['一次还清。'] })],
    ['the facts', (room: Workstation) => room.caseSet({ facts: '另有事实。' })],
    ['the name of a party', (room: Workstation) => room.partySet('ke', { name: '柯龙炎' })],
  ])('is void when %s changed after it or, unseen, beside it, and counts when given again', (_what, change) => {
    const [one, two] = drafted();
    approve(one);
    change(two);
    expect(together(one, two).approvals).toMatchObject([{ valid: false }]);
    const room = joined(one, two);
    approve(room);
    expect(together(room, two).approvals).toMatchObject([{ valid: true }]);
    change(room);
    expect(fold(CASE, room.entries).approvals).toMatchObject([{ valid: false }]);
  });

  it('stands when something that is not approved was corrected', () => {
    const [one, two] = drafted();
    approve(one);
    two.partySet('ke', { phone: '13800000009' });
    expect(together(one, two).approvals).toMatchObject([{ valid: true }]);
  });

  it('is not given while one room withdrew what another gave', () => {
    const [one, two] = drafted();
    approve(one);
    approve(two, null);
    const state = together(one, two);
    expect(state.approvals).toEqual([]);
    expect(state.conflicts.map(({ path }) => path)).toEqual(['approval.agreement.谢怀舟']);
    approve(one, null);
    expect(fold(CASE, one.entries)).toMatchObject({ approvals: [], conflicts: [] });
  });

  it('is no approval of something else', () => {
    const [one] = drafted();
    one.write({ kind: 'approval-set', data: { matter: 'everything', by: '谢怀舟', on: '2024-04-24' } });
    expect(fold(CASE, one.entries)).toMatchObject({ approvals: [], faults: [{ kind: 'approval-set' }] });
  });
});
