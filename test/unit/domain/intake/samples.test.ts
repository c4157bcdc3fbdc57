import { describe, expect, it } from 'vitest';
import { sampleProfile } from '../../../../electron/core/room/sample-profile';
import { checkAgreement } from '../../../../electron/core/domain/checks/agreement-check';
import { checkCreditCode } from '../../../../electron/core/domain/checks/credit-code';
import { checkIdentityNumber } from '../../../../electron/core/domain/checks/identity-number';
import { checkPhone } from '../../../../electron/core/domain/checks/phone';
import { dueDates } from '../../../../electron/core/domain/time/calendar-date';
import { accepted, caseOf, problemsOf, SAMPLE, sampleFile, sampleNames } from './support';

const settled = ['case-a', 'case-b', 'case-c', 'case-d', 'case-e', 'case-f'];

describe('the sample cases', () => {
  it('are the nine of domain.md 7, each with its own id', () => {
    expect(sampleNames).toEqual([...settled.slice(0, 3), 'case-c2', ...settled.slice(3), 'case-g', 'case-g2']);
    expect(sampleNames.map((name) => accepted(sampleFile(name)).id)).toEqual(
      sampleNames.map((name) => `sample-${name}`),
    );
  });

  it.each(sampleNames)('%s is accepted', (name) => {
    expect(problemsOf(sampleFile(name))).toEqual([]);
  });

  it.each(settled)('%s: its agreement has neither error nor warning', (name) => {
    const { agreement, parties } = caseOf(sampleFile(name));
    expect(
      agreement &&
        checkAgreement(
          agreement,
          parties.map(({ key }) => key),
        ),
    ).toEqual([]);
  });

  it.each(sampleNames)('%s: agents may admit, waive and sign', (name) => {
    const agents = accepted(sampleFile(name)).parties.flatMap((party) => party.representatives ?? []);
    expect(agents).toHaveLength(1);
    expect(agents[0]?.authority).toEqual(expect.arrayContaining(['admit-change-waive', 'attend-and-sign']));
  });

  it.each(sampleNames)('%s: every session has questions, answers and the notice of rights', (name) => {
    for (const { record } of accepted(sampleFile(name)).prepared?.sessions ?? []) {
      expect(record).toMatch(/^问：/mu);
      expect(record).toMatch(/^答：/mu);
      expect(record).toMatch(/权利|权要求/u);
    }
  });

  it('A pays on the last day of each month, 24 times, 19,863.77 in all', () => {
    const payments = caseOf(sampleFile('case-a')).agreement?.payments ?? [];
    expect(payments.map(({ dueOn }) => dueOn)).toEqual(dueDates('2024-05-31', 31, 24));
    expect(payments.at(-1)).toMatchObject({ dueOn: '2026-04-30', amountFen: 82_782 });
    expect(payments.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(1_986_377);
  });

  it('B pays on the 20th of each month, 12 times, 24,787.14 in all', () => {
    const payments = caseOf(sampleFile('case-b')).agreement?.payments ?? [];
    expect(payments.map(({ dueOn }) => dueOn)).toEqual(dueDates('2024-06-20', 20, 12));
    expect(payments.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(2_478_714);
  });
});

describe('the sample organisation', () => {
  const profile = sampleProfile.parse(sampleFile('organisation'));

  it('is marked as a sample and its codes and telephones hold', () => {
    expect(profile.organisation.sample).toBe(true);
    for (const { creditCode, phone } of [profile.organisation, ...profile.institutions]) {
      expect(checkCreditCode(creditCode ?? '').ok).toBe(true);
      expect(checkPhone(phone ?? '').ok).toBe(true);
    }
    expect(profile.institutions).toHaveLength(5);
  });

  it('names representatives whose sex agrees with their number', () => {
    for (const { representative } of profile.institutions) {
      const checked = checkIdentityNumber(representative?.number ?? '', SAMPLE);
      expect(checked.ok && checked.value.sex).toBe(representative?.sex);
    }
  });

  it('is the one whose institutions and staff appear in the cases', () => {
    for (const name of sampleNames) {
      const { parties, prepared } = accepted(sampleFile(name));
      const organisation = parties.find((party) => party.kind === 'organisation');
      const known = profile.institutions.find((one) => one.name === organisation?.name);
      expect(known).toMatchObject({ creditCode: organisation?.creditCode, address: organisation?.address });
      const staff = profile.staff.map((person) => person.name);
      expect(staff).toEqual(expect.arrayContaining([...(prepared?.mediators ?? []), prepared?.recorder ?? '?']));
      for (const { place } of prepared?.sessions ?? []) expect(profile.rooms).toContain(place);
    }
  });

  it('leases no number to two rooms', () => {
    const blocks = Object.values(profile.blocks).flat();
    expect(Object.keys(profile.blocks).every((room) => profile.rooms.includes(room))).toBe(true);
    for (const [index, one] of blocks.entries()) {
      for (const other of blocks.slice(index + 1)) {
        const same = one.series === other.series && one.year === other.year;
        expect(same && one.first <= other.last && other.first <= one.last).toBe(false);
      }
    }
  });

  it('covers the numbers of the sample agreements: 401, 403, 118, 305, 436 and oral 21', () => {
    const covers = (series: string, seq: number): readonly string[] =>
      Object.entries(profile.blocks)
        .filter(([, blocks]) => blocks.some((b) => b.series === series && b.first <= seq && seq <= b.last))
        .map(([room]) => room);
    expect([401, 403, 118, 305, 436].map((seq) => covers('agreement', seq))).toEqual([
      ['调解室三'],
      ['调解室三'],
      ['调解室一'],
      ['调解室二'],
      ['调解室三'],
    ]);
    expect(covers('oral-agreement', 21)).toEqual(['调解室三']);
  });
});
