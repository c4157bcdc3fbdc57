import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/core/domain/case/fold';
import { CASE, Workstation } from '../../../fixtures/entries';

/** Two rooms that know the same beginning. */
function rooms(): readonly [Workstation, Workstation] {
  const one = new Workstation('one');
  one.caseSet({ facts: '起初', courtNumber: '（2024）闽0503诉前调1234号' });
  return [one, new Workstation('two').learn(one.entries)];
}

describe('two rooms that change one case', () => {
  it('keep both changes of different fields', () => {
    const [one, two] = rooms();
    one.caseSet({ facts: '甲室' });
    two.caseSet({ contractNumber: 'HT-9' });
    const state = fold(CASE, [...one.entries, ...two.entries]);
    expect(state).toMatchObject({ facts: '甲室', contractNumber: 'HT-9', conflicts: [] });
    expect(state.heads).toHaveLength(2);
  });

  it('show both values of one field, with who wrote them, until a person settles it', () => {
    const [one, two] = rooms();
    const [a, b] = [one.caseSet({ facts: '甲室' }), two.caseSet({ facts: '乙室' })];
    const state = fold(CASE, [...one.entries, ...two.entries]);
    expect(state.conflicts).toHaveLength(1);
    const [conflict] = state.conflicts;
    expect(conflict?.path).toBe('case.facts');
    expect(conflict?.values).toEqual(
      [a, b]
        .sort((x, y) => (x.id < y.id ? -1 : 1))
        .map(({ data, id, account, station, at }) => {
          return { value: (data['set'] as { facts: string }).facts, entry: id, account, station, at };
        }),
    );
    two.learn(one.entries).caseSet({ facts: '合议后' });
    expect(fold(CASE, two.entries)).toMatchObject({ facts: '合议后', conflicts: [] });
  });

  it('have no conflict when both wrote the same', () => {
    const [one, two] = rooms();
    one.caseSet({ triage: { moneyOnly: true, reachable: false } });
    two.caseSet({ triage: { reachable: false, moneyOnly: true } });
    expect(fold(CASE, [...one.entries, ...two.entries]).conflicts).toEqual([]);
  });

  it('have a conflict when one clears what the other changes', () => {
    const [one, two] = rooms();
    one.caseSet({ courtNumber: null });
    two.caseSet({ courtNumber: '（2024）闽0503诉前调1235号' });
    const values = fold(CASE, [...one.entries, ...two.entries]).conflicts[0]?.values.map((v) => v.value);
    expect(new Set(values)).toEqual(new Set(['（2024）闽0503诉前调1235号', null]));
  });

  it('are not settled by who saw one side only', () => {
    const [one, two] = rooms();
    const third = new Workstation('three').learn(one.entries);
    one.caseSet({ facts: '甲室' });
    two.caseSet({ facts: '乙室' });
    third.learn(one.entries).caseSet({ facts: '丙室' });
    const all = [...one.entries, ...two.entries, ...third.entries];
    expect(
      fold(CASE, all)
        .conflicts[0]?.values.map((v) => v.value)
        .sort(),
    ).toEqual(['丙室', '乙室'].sort());
  });

  it('do not lose a value to an entry that names one foundation twice', () => {
    const [one, two] = rooms();
    const a = one.caseSet({ facts: '甲室' });
    two.caseSet({ facts: '乙室' });
    const forged = new Workstation('three').write({
      kind: 'case-set',
      data: { set: { facts: '丙室' } },
      after: [a.id, a.id],
    });
    const all = [...one.entries, ...two.entries, forged];
    expect(
      fold(CASE, all)
        .conflicts[0]?.values.map((v) => v.value)
        .sort(),
    ).toEqual(['丙室', '乙室'].sort());
  });

  it('may know the same party under fields named like built-in ones', () => {
    const one = new Workstation('one');
    const set = JSON.parse('{"__proto__":{"side":"applicant","kind":"person"},"toString":"x"}') as Record<
      string,
      unknown
    >;
    one.partySet('constructor', set);
    one.write({
      kind: 'ending-set',
      data: { set: JSON.parse('{"__proto__":{"reason":"settled","on":"2024-04-01"}}') as unknown },
    });
    const state = fold(CASE, one.entries);
    expect(state.parties).toEqual([]);
    expect(state.ending).toBeUndefined();
    expect(state.extra).toMatchObject({ 'party.constructor.toString': 'x' });
  });
});
