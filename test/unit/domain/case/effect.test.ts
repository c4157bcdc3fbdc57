import { describe, expect, it } from 'vitest';
import { effectOf } from '../../../../electron/core/domain/case/effect';
import { fold } from '../../../../electron/core/domain/case/fold';
import { CASE, withCase, Workstation } from '../../../fixtures/entries';

function effect(
  regime: string,
  form: 'written' | 'oral',
  signatures: Readonly<Record<string, string>>,
  agreedOn?: string,
) {
  const room = withCase(new Workstation('one'), regime);
  room.agreementSet({ form, clauses: ['分期还款。'], ...(agreedOn ? { agreedOn } : {}) });
  for (const [by, on] of Object.entries(signatures)) room.sign(by, on);
  return effectOf(fold(CASE, room.entries));
}

describe('the day of effect', () => {
  it('is none while there is no agreement or no regime', () => {
    expect(effectOf(fold(CASE, withCase(new Workstation('one')).entries))).toBeNull();
    const room = new Workstation('one');
    room.agreementSet({ form: 'written', clauses: ['x'] });
    expect(effectOf(fold(CASE, room.entries))).toBeNull();
  });

  it('is, in people’s mediation in writing, the last of all parties, the mediator and the committee seal', () => {
    const all = { ke: '2024-04-25', bank: '2024-04-24', mediator: '2024-04-25', committee: '2024-04-28' };
    expect(effect('people', 'written', all)).toEqual({
      effectiveOn: '2024-04-28',
      missing: [],
      rule: 'people-written',
    });
    const { committee: _seal, ...without } = all;
    expect(effect('people', 'written', without)).toEqual({
      effectiveOn: null,
      missing: ['committee'],
      rule: 'people-written',
    });
    expect(effect('people', 'written', {})?.missing).toEqual(['ke', 'bank', 'mediator', 'committee']);
  });

  it('is, for an oral agreement, the day agreed', () => {
    expect(effect('people', 'oral', {}, '2024-04-20')).toEqual({
      effectiveOn: '2024-04-20',
      missing: [],
      rule: 'people-oral',
    });
    expect(effect('people', 'oral', { ke: '2024-04-25' })).toMatchObject({ effectiveOn: null, missing: ['agreed-on'] });
  });

  it.each(['court-delegated', 'online'])('is, %s, the last party signature, whoever else signs later', (regime) => {
    const parties = { ke: '2024-04-25', bank: '2024-04-26' };
    const expected = { effectiveOn: '2024-04-26', missing: [], rule: regime };
    expect(effect(regime, 'written', parties)).toEqual(expected);
    expect(effect(regime, 'written', { ...parties, mediator: '2024-04-28', committee: '2024-04-29' })).toEqual(
      expected,
    );
    expect(effect(regime, 'written', { ke: '2024-04-25', committee: '2024-04-29' })).toMatchObject({
      effectiveOn: null,
      missing: ['bank'],
    });
  });

  it('is never made of no parties at all', () => {
    const room = new Workstation('one');
    room.caseSet({ regime: 'online' });
    room.agreementSet({ form: 'written', clauses: ['x'] });
    expect(effectOf(fold(CASE, room.entries))?.effectiveOn).toBeNull();
  });
});
