import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/core/domain/case/fold';
import { progressOf } from '../../../../electron/core/domain/case/stage';
import { CASE, withCase, withParties, Workstation } from '../../../fixtures/entries';

const progress = (room: Workstation) => {
  const { stage, missing } = progressOf(fold(CASE, room.entries));
  return { stage, codes: missing.map((one) => one.code) };
};

describe('the stage of a case', () => {
  it('goes from registration to the archive as the case lives', () => {
    const room = new Workstation('one');
    const about = ['no-dispute-type', 'no-regime', 'no-claims', 'no-facts', 'no-mediator'];
    expect(progress(room)).toEqual({ stage: 'registered', codes: ['no-applicant', 'no-respondent', ...about] });
    expect(progress(withParties(room))).toEqual({ stage: 'registered', codes: about });
    expect(progress(withCase(room))).toEqual({ stage: 'accepted', codes: ['no-session'] });

    room.write({ kind: 'session-set', data: { session: 's1', set: { startedAt: '2024-04-10T09:00:00+08:00' } } });
    expect(progress(room)).toEqual({ stage: 'mediation', codes: ['no-clauses', 'no-number'] });

    room.agreementSet({ form: 'written', clauses: ['分期还款。'] });
    expect(progress(room)).toEqual({ stage: 'agreement', codes: ['no-number', 'not-issued'] });

    const number = { series: 'agreement', year: 2024, seq: 401, text: '（2024）泉银人调字第00401号' };
    room.write({ kind: 'number-given', data: { number } });
    room.issue();
    const unsigned = ['ke', 'bank', 'mediator', 'committee'].map((key) => `unsigned-${key}`);
    expect(progress(room)).toEqual({ stage: 'signing', codes: unsigned });

    room.agreementSet({ clauses: ['改为一次性还款。'] });
    expect(progress(room)).toEqual({ stage: 'agreement', codes: ['not-issued'] });
    room.issue();
    for (const by of ['ke', 'bank', 'mediator']) room.sign(by, '2024-04-25');
    expect(progress(room)).toEqual({ stage: 'signing', codes: ['unsigned-committee'] });
    room.sign('committee', '2024-04-26');
    expect(progress(room)).toEqual({ stage: 'performance', codes: [] });

    room.write({ kind: 'ending-set', data: { set: { reason: 'settled', on: '2024-12-01' } } });
    expect(progress(room)).toEqual({ stage: 'closed', codes: [] });
  });

  it('names the place of what is missing, and the person who has not signed', () => {
    const room = withCase(new Workstation('one'));
    room.agreementSet({ form: 'written', clauses: ['x'] });
    room.sign('bank', '2024-04-25');
    const { missing } = progressOf(fold(CASE, room.entries));
    expect(missing[0]).toMatchObject({ field: 'signatures', code: 'unsigned-ke', zh: '柯龙䶮还没有签名' });
    expect(missing[1]).toMatchObject({ zh: '调解员还没有签名' });
  });

  it('asks to settle conflicts before the agreement is issued', () => {
    const room = withCase(new Workstation('one'));
    const other = new Workstation('two').learn(room.entries);
    room.agreementSet({ form: 'written', clauses: ['甲'] });
    other.agreementSet({ form: 'written', clauses: ['乙'] });
    const { missing } = progressOf(fold(CASE, room.learn(other.entries).entries));
    expect(missing).toContainEqual(expect.objectContaining({ code: 'conflict', field: 'agreement.clauses' }));
  });

  it('asks for the regime while signing, because without it nothing takes effect', () => {
    const room = withCase(new Workstation('one'));
    room.agreementSet({ form: 'written', clauses: ['x'] });
    room.caseSet({ regime: null });
    room.sign('ke', '2024-04-25');
    expect(progress(room)).toEqual({ stage: 'signing', codes: ['no-regime'] });
  });

  it('knows a party whose key is a word of the language', () => {
    const room = withCase(new Workstation('one'));
    room.partySet('constructor', { side: 'third-party', kind: 'person', name: '林砚' });
    room.agreementSet({ form: 'written', clauses: ['x'] });
    room.sign('ke', '2024-04-25');
    expect(progressOf(fold(CASE, room.entries)).missing.map((one) => one.zh)).toContain('林砚还没有签名');
  });
});

describe('a mediation that failed', () => {
  it('is closed once each party has its notice of ending (人民调解法 Art. 26)', () => {
    const room = withCase(new Workstation('one'));
    room.write({ kind: 'ending-set', data: { set: { reason: 'too-far-apart', on: '2024-06-05' } } });
    const parties = fold(CASE, room.entries).parties.map((party) => party.key);
    expect(progress(room)).toEqual({ stage: 'mediation', codes: parties.map((key) => `no-notice-${key}`) });
    for (const of of parties) {
      const data = { form: 'F21A', of, formVersion: '1.0', sha256: 'a'.repeat(64), bytes: 1, pages: 1 };
      room.write({ kind: 'document-issued', data });
    }
    expect(progress(room)).toEqual({ stage: 'closed', codes: [] });
  });
});
