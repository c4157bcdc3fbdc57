import { describe, expect, it } from 'vitest';
import { checkParty, type PartyDraft } from '../../../../electron/core/domain/checks/party-check';

const SAMPLE = { today: '2026-11-24', allowSyntheticRegion: true } as const;

const person: PartyDraft = {
  side: 'applicant',
  kind: 'person',
  name: '尤慕枫',
  sex: 'male',
  birthDate: '1987-07-11',
  document: { type: 'resident-id', number: '999999198707110073' },
  phone: '19900000005',
};
const bank: PartyDraft = {
  side: 'respondent',
  kind: 'organisation',
  name: '泉舟汽车金融有限公司',
  creditCode: '91999999MA99990561',
  document: { type: 'credit-code', number: '91999999MA99990561' },
  phone: '0595-22000015',
  legalRepresentative: { name: '喻砺川', position: '总经理' },
};
const agent = {
  name: '蒋砺行',
  kind: 'employee',
  sex: 'male',
  document: { type: 'resident-id', number: '999999196908150152' },
} as const;

const found = (party: PartyDraft): readonly (readonly [string, string])[] =>
  checkParty(party, SAMPLE).map(({ field, code }) => [field, code] as const);

describe('a party as typed so far (domain.md 1.4, 6.1)', () => {
  it('a sound person and a sound organisation have no fault', () => {
    expect(found(person)).toEqual([]);
    expect(found({ ...bank, representatives: [agent] })).toEqual([]);
  });

  it('what is not typed yet is not a fault', () => {
    expect(found({})).toEqual([]);
    expect(found({ kind: 'person', phone: '' })).toEqual([]);
  });

  it('999999196908150152 typed with sex 女 is refused for a party and for an agent', () => {
    const document = { type: 'resident-id', number: '999999196908150152' } as const;
    expect(found({ kind: 'person', sex: 'female', document })).toEqual([['sex', 'identity-sex-differs']]);
    expect(found({ ...bank, representatives: [{ ...agent, sex: 'female' }] })).toEqual([
      ['representatives.0.sex', 'identity-sex-differs'],
    ]);
  });

  it('a birth date other than that of the number is refused at its field', () => {
    expect(found({ ...person, birthDate: '1987-07-12' })).toEqual([['birthDate', 'identity-birth-date-differs']]);
  });

  it('a number with a wrong check digit is one fault, whatever its sex and birth date would say', () => {
    const document = { type: 'resident-id', number: '999999198707110072' } as const;
    expect(found({ ...person, sex: 'female', document })).toEqual([['document.number', 'identity-check-digit']]);
  });

  it('other documents are not read as identity numbers', () => {
    expect(found({ ...person, document: { type: 'passport', number: 'E00000000' } })).toEqual([]);
  });

  it('the unallotted region 999999 is refused outside of samples', () => {
    const real = checkParty(person, { ...SAMPLE, allowSyntheticRegion: false });
    expect(real.map(({ field, code }) => [field, code])).toEqual([['document.number', 'identity-region-synthetic']]);
  });

  it('a wrong credit code is refused as code and as document', () => {
    expect(found({ ...bank, creditCode: '91999999MA9999013L' })).toEqual([['creditCode', 'credit-check-digit']]);
    const document = { type: 'credit-code', number: '91999999MA9999013L' } as const;
    expect(found({ ...bank, document })).toEqual([['document.number', 'credit-check-digit']]);
  });

  it.each(['林?', '柯龙\uE000'])('the name %j is refused for party, head of the organisation and agent', (name) => {
    const party = { ...bank, name, legalRepresentative: { name }, representatives: [{ ...agent, name }] };
    expect(found(party).map(([field]) => field)).toEqual([
      'name',
      'legalRepresentative.name',
      'representatives.0.name',
    ]);
  });

  it('telephones of party and agent are checked', () => {
    const party = { ...person, phone: '1990000000', representatives: [{ ...agent, phone: '0595-02000001' }] };
    expect(found(party)).toEqual([
      ['phone', 'phone-mobile'],
      ['representatives.0.phone', 'phone-fixed'],
    ]);
  });

  it('three agents are one too many (民事诉讼法 Art. 61)', () => {
    expect(found({ ...bank, representatives: [agent, agent, agent] })).toEqual([['representatives', 'agents-many']]);
    expect(found({ ...bank, representatives: [agent, agent] })).toEqual([]);
  });

  it('each fault is worded in Chinese and in English', () => {
    const problems = checkParty({ ...person, name: '林?', phone: '1', birthDate: '1987-07-12' }, SAMPLE);
    expect(problems).toHaveLength(3);
    for (const { zh, en } of problems) {
      expect(zh).toMatch(/请/u);
      expect(en).toMatch(/[a-z]{3,}/u);
    }
  });
});
