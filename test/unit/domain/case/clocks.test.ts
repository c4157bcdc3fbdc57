import { describe, expect, it } from 'vitest';
import { clocksOf, type ClockFacts } from '../../../../electron/core/domain/case/clocks';
import { HOLIDAYS_2024 } from '../../../../electron/core/domain/time/holidays';

const RUNNING: ClockFacts = { closed: false, effectiveOn: null, confirmationWanted: false, payments: [] };
const clocks = (facts: Partial<ClockFacts>, today = '2024-04-30') =>
  clocksOf({ ...RUNNING, ...facts }, today, [HOLIDAYS_2024]);
const dueOf = (facts: Partial<ClockFacts>, today?: string) =>
  clocks(facts, today).map(({ code, due }) => `${code} ${due}`);

describe('the mediation period', () => {
  it.each([
    ['court-delegation', '2024-04-02T10:20:00+08:00', '2024-05-06'],
    ['court-delegation', '2024-05-10T09:00:00+08:00', '2024-06-11'],
    ['court-entrustment', '2024-04-02T10:20:00+08:00', '2024-04-17'],
    ['party-application', '2024-01-31T10:20:00+08:00', '2024-02-29'],
    // 17:00 UTC is the next day in Shanghai.
    ['party-application', '2024-03-01T17:00:00Z', '2024-04-02'],
    [undefined, '2024-04-30T09:00:00+08:00', '2024-05-30'],
  ])('of %s received %s ends on %s (domain.md 2.5)', (source, receivedAt, due) => {
    expect(dueOf({ source, receivedAt })).toEqual([`mediation-period ${due}`]);
  });

  it('says why its last day moved', () => {
    const [clock] = clocks({ source: 'court-delegation', receivedAt: '2024-04-02T10:20:00+08:00' });
    expect(clock?.basisZh).toContain('第二十七条');
    expect(clock?.basisZh).toContain('法定休假日');
    expect(clock?.basisEn).toContain('public holiday');
  });

  it('runs neither without receipt, nor after the end, nor after effect', () => {
    const receivedAt = '2024-04-02T10:20:00+08:00';
    expect(clocks({})).toEqual([]);
    expect(clocks({ receivedAt, closed: true })).toEqual([]);
    expect(clocks({ receivedAt, effectiveOn: '2024-04-25' })).toEqual([]);
  });
});

describe('clocks after effect', () => {
  it.each([
    ['2024-04-25', '2024-05-27'],
    ['2024-04-11', '2024-05-11'],
    ['2024-09-05', '2024-10-08'],
    ['2024-06-06', '2024-07-08'],
  ])('give judicial confirmation of an agreement in effect on %s until %s', (effectiveOn, due) => {
    expect(dueOf({ effectiveOn, confirmationWanted: true }, effectiveOn)).toEqual([`confirmation ${due}`]);
    expect(dueOf({ effectiveOn, confirmationWanted: true }, due)).toEqual([`confirmation ${due}`]);
    expect(dueOf({ effectiveOn, confirmationWanted: true }, '2025-01-01')).toEqual([]);
  });

  it('name the next payment from today on', () => {
    const payments = [{ dueOn: '2024-07-01' }, { dueOn: '2024-05-01' }, { dueOn: '2024-06-01' }];
    const effectiveOn = '2024-04-25';
    expect(dueOf({ effectiveOn, payments }, '2024-05-01')).toEqual(['payment 2024-05-01']);
    expect(dueOf({ effectiveOn, payments }, '2024-05-02')).toEqual(['payment 2024-06-01']);
    expect(dueOf({ effectiveOn, payments }, '2024-07-02')).toEqual([]);
  });
});

it('a mistyped year at the end of the calendar gives no clock, and no crash', () => {
  expect(clocks({ receivedAt: '9999-12-31T23:00:00Z' })).toEqual([]);
  expect(clocks({ receivedAt: '0000-01-01T00:00:00Z' })).toEqual([]);
  expect(clocks({ effectiveOn: '9999-12-31', confirmationWanted: true })).toEqual([]);
});
