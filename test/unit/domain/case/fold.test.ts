import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/core/domain/case/fold';
import { CASE, withCase, Workstation } from '../../../fixtures/entries';

describe('the state of a case', () => {
  it('is empty but whole without entries', () => {
    expect(fold(CASE, [])).toEqual({
      id: CASE,
      claims: [],
      facts: '',
      triage: {},
      mediators: [],
      sample: false,
      parties: [],
      sessions: [],
      signatures: [],
      approvals: [],
      documents: [],
      papers: [],
      numbers: {},
      evidence: [],
      attachments: [],
      transfers: [],
      conflicts: [],
      clashes: [],
      faults: [],
      waiting: [],
      unknown: [],
      extra: {},
      heads: [],
    });
  });

  it('has the parties by side, in the order in which they came', () => {
    const room = withCase(new Workstation('one'));
    room.partySet('third', { side: 'third-party', kind: 'person', name: '林砚' });
    room.partySet('second', { side: 'applicant', kind: 'person', name: '陈知远' });
    room.partySet('half', { name: '只有姓名' });
    room.partySet('bank', { shortName: null });
    const { parties } = fold(CASE, room.entries);
    expect(parties.map((party) => party.key)).toEqual(['ke', 'second', 'bank', 'third']);
    expect(parties[0]).toMatchObject({ name: '柯龙䶮', phone: '13800000001' });
    expect(parties[2]).not.toHaveProperty('shortName');
  });

  it('has the sessions by their time, whatever their offset, with what is not known filled in', () => {
    const room = new Workstation('one');
    const session = (id: string, set: object) => room.write({ kind: 'session-set', data: { session: id, set } });
    session('late', { startedAt: '2024-04-10T09:30:00+08:00', place: '一号室', removed: false, later: 1 });
    session('early', { startedAt: '2024-04-10T01:00:00Z' });
    session('gone', { startedAt: '2024-04-09T01:00:00Z', removed: true });
    session('none', { record: '尚未开始' });
    const state = fold(CASE, room.entries);
    expect(state.sessions).toEqual([
      {
        id: 'early',
        startedAt: '2024-04-10T01:00:00Z',
        mode: 'on-site',
        place: '',
        participants: [],
        record: '',
        result: 'to-be-continued',
      },
      {
        id: 'late',
        startedAt: '2024-04-10T09:30:00+08:00',
        mode: 'on-site',
        place: '一号室',
        participants: [],
        record: '',
        result: 'to-be-continued',
      },
    ]);
    expect(state.extra).toEqual({ 'session.late.later': 1 });
  });

  it('keeps and shows what it does not know, and applies nothing that is malformed', () => {
    const room = new Workstation('one');
    const unknown = room.write({ kind: 'evidence-added', data: { sha256: 'x' } });
    const newer = room.write({ kind: 'case-set', data: { set: { facts: '新格式' } }, v: 2 });
    const faulty = room.caseSet({ regime: 'private' });
    room.caseSet({ riskLevel: 'high', facts: '事实' });
    room.partySet('ke', { side: 'applicant', kind: 'person', wechat: 'x.y' });
    const state = fold(CASE, room.entries);
    expect(state.unknown).toEqual([
      { entry: unknown.id, kind: 'evidence-added' },
      { entry: newer.id, kind: 'case-set' },
    ]);
    expect(state.faults).toMatchObject([{ entry: faulty.id, kind: 'case-set' }]);
    expect(state.extra).toEqual({ 'case.riskLevel': 'high', 'party.ke.wechat': 'x.y' });
    expect(state.facts).toBe('事实');
    expect(state.regime).toBeUndefined();
  });

  it('ignores entries of other cases', () => {
    const other = new Workstation('one', 'case-2');
    other.caseSet({ facts: '别案' });
    expect(fold(CASE, other.entries).facts).toBe('');
  });
});
