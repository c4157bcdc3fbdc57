import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RulesPackage } from '../../../electron/core/domain/wire/rules';
import { testRoom, type TestRoom } from '../../fixtures/room';

const rules = (version: number, holidays: RulesPackage['data']['holidays']): RulesPackage => ({
  version,
  madeOn: '2026-11-24',
  data: { holidays, institutions: [{ name: `银行${version}` }] },
  signature: 'A'.repeat(86),
});

describe('rules desk', () => {
  let test: TestRoom;
  beforeAll(async () => {
    test = await testRoom();
  });
  afterAll(() => test.end());

  it('starts with what is built in', () => {
    expect(test.room.rules.version()).toBe(0);
    expect(test.room.rules.holidays().map((table) => table.year)).toEqual([2024]);
  });

  it('keeps a package over a restart, replaces a built-in year and leaves other years', async () => {
    await test.room.rules.accept(rules(2, [{ year: 2027, holidays: ['2027-01-01'], workdays: [] }]));
    const again = await test.restart();
    expect(again.rules.version()).toBe(2);
    expect(again.rules.holidays().map((table) => table.year)).toEqual([2027, 2024]);
    expect(again.rules.institutions()).toEqual([{ name: '银行2' }]);
    await again.rules.accept(rules(3, [{ year: 2024, holidays: [], workdays: [] }]));
    expect(again.rules.holidays()).toEqual([{ year: 2024, holidays: [], workdays: [] }]);
  });

  it('lets an older or equal version change nothing', async () => {
    await test.room.rules.accept(rules(3, []));
    await test.room.rules.accept(rules(1, []));
    expect(test.room.rules.holidays()).toEqual([{ year: 2024, holidays: [], workdays: [] }]);
  });
});
