import { describe, expect, it } from 'vitest';
import { effectOf } from '../../../../electron/core/domain/case/effect';
import { fold } from '../../../../electron/core/domain/case/fold';
import { CASE, withCase, Workstation } from '../../../fixtures/entries';

const SIGNERS = ['ke', 'bank', 'mediator', 'committee'];

/** A case with an agreement that all have signed on 2024-04-25. */
function signedCase(): Workstation {
  const room = withCase(new Workstation('one'));
  room.agreementSet({ form: 'written', clauses: ['被申请人分期还款。'] });
  for (const by of SIGNERS) room.sign(by, '2024-04-25');
  return room;
}

const validOf = (room: Workstation): readonly string[] =>
  fold(CASE, room.entries)
    .signatures.filter((one) => one.valid)
    .map((one) => one.by);

describe('a signature', () => {
  it('counts for the agreement that its recorder had seen', () => {
    expect(validOf(signedCase())).toEqual([...SIGNERS].sort());
    expect(effectOf(fold(CASE, signedCase().entries))?.effectiveOn).toBe('2024-04-25');
  });

  it.each([
    ['the clauses', (room: Workstation) => room.agreementSet({ clauses: ['一次性还款。'] })],
    ['the payments', (room: Workstation) => room.agreementSet({ payments: [] })],
    ['the facts', (room: Workstation) => room.caseSet({ facts: '另有事实。' })],
    ['the regime', (room: Workstation) => room.caseSet({ regime: 'online' })],
    ['a name', (room: Workstation) => room.partySet('ke', { name: '柯龙炎' })],
    ['an identity number', (room: Workstation) => room.partySet('ke', { document: null })],
    ['a representative', (room: Workstation) => room.partySet('bank', { representatives: [] })],
    [
      'the parties',
      (room: Workstation) => room.partySet('third', { side: 'third-party', kind: 'person', name: '林砚' }),
    ],
    ['a party by removal', (room: Workstation) => room.partySet('bank', { removed: true })],
  ])('is void when %s changed after it', (_what, change) => {
    const room = signedCase();
    change(room);
    const state = fold(CASE, room.entries);
    expect(state.signatures.map((one) => one.valid)).toEqual([false, false, false, false]);
    expect(effectOf(state)?.effectiveOn).toBeNull();
    for (const by of SIGNERS) room.sign(by, '2024-04-26');
    expect(validOf(room)).toEqual([...SIGNERS].sort());
  });

  it('is void when the agreement changed in another room that had not seen it, and it had not seen the change', () => {
    const room = withCase(new Workstation('one'));
    room.agreementSet({ form: 'written', clauses: ['甲。'] });
    const other = new Workstation('two').learn(room.entries);
    for (const by of SIGNERS) room.sign(by, '2024-04-25');
    other.agreementSet({ clauses: ['乙。'] });
    expect(validOf(room.learn(other.entries))).toEqual([]);
  });

  it.each([
    ['a telephone number', (room: Workstation) => room.partySet('ke', { phone: '13800000002' })],
    [
      'a session record',
      (room: Workstation) => room.write({ kind: 'session-set', data: { session: 's', set: { record: 'x' } } }),
    ],
    [
      'the ending',
      (room: Workstation) => room.write({ kind: 'ending-set', data: { set: { reason: 'settled', on: '2024-05-01' } } }),
    ],
  ])('stands when %s is corrected', (_what, change) => {
    const room = signedCase();
    change(room);
    expect(validOf(room)).toEqual([...SIGNERS].sort());
  });

  it('goes when it was recorded by mistake and withdrawn', () => {
    const room = signedCase();
    room.sign('bank', null);
    expect(fold(CASE, room.entries).signatures.map((one) => one.by)).toEqual(['committee', 'ke', 'mediator']);
    expect(effectOf(fold(CASE, room.entries))?.missing).toEqual(['bank']);
  });
});

describe('an issued document', () => {
  it('is current until something that it shows changes, and keeps its printings', () => {
    const room = signedCase();
    const issued = room.issue();
    room.write({ kind: 'document-printed', data: { document: issued.id, copies: 3, way: 'viewer' } });
    const [document] = fold(CASE, room.entries).documents;
    expect(document).toMatchObject({
      entry: issued.id,
      form: 'F12',
      current: true,
      issuedAt: '2026-11-24T01:00:00.009Z',
    });
    expect(document?.printings).toMatchObject([{ copies: 3, way: 'viewer' }]);
    room.partySet('ke', { phone: '13800000002' });
    expect(fold(CASE, room.entries).documents[0]?.current).toBe(false);
    room.issue();
    expect(fold(CASE, room.entries).documents.map((one) => one.current)).toEqual([false, true]);
  });

  it('is not current beside a change that its writer had not seen', () => {
    const room = signedCase();
    const other = new Workstation('two').learn(room.entries);
    room.issue();
    other.caseSet({ mediators: ['林砚'] });
    expect(fold(CASE, [...room.entries, ...other.entries]).documents[0]?.current).toBe(false);
  });

  it('cannot claim to be current, or printed, by its own data', () => {
    const room = new Workstation('one');
    const data = { form: 'F12', formVersion: '1', sha256: 'a'.repeat(64), bytes: 1, pages: 1 };
    const forged = room.write({
      kind: 'document-issued',
      data: { ...data, current: true, entry: 'x', printings: [1] },
    });
    room.caseSet({ facts: '后来' });
    expect(fold(CASE, room.entries).documents[0]).toMatchObject({ entry: forged.id, current: false, printings: [] });
  });
});
