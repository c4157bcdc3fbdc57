import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, testRoom, type TestRoom } from '../../fixtures/room';

const SAMPLES = path.resolve(import.meta.dirname, '../../../assets/samples');
const BROKEN = path.resolve(import.meta.dirname, '../../fixtures/intake');

let at: TestRoom;
beforeEach(async () => {
  at = await testRoom();
});
afterEach(() => at.end());

const sample = (name: string): Promise<string> => readFile(path.join(SAMPLES, name), 'utf8');

describe('intake files', () => {
  it('of all sample cases come in cleanly, and again change nothing', async () => {
    const names = (await readdir(SAMPLES)).filter((name) => name.startsWith('case-'));
    expect(names.length).toBeGreaterThanOrEqual(7);
    for (const name of names) {
      const [result] = await at.room.intake.take(name, await sample(name), false);
      expect(result, name).toMatchObject({ outcome: 'imported', problems: [] });
    }
    const heads = at.room.cases.list({ query: '', stage: null, offset: 0, limit: 100 });
    for (const name of names) {
      expect((await at.room.intake.take(name, await sample(name), false))[0]?.outcome, name).toBe('unchanged');
    }
    expect(at.room.cases.list({ query: '', stage: null, offset: 0, limit: 100 })).toEqual(heads);
  });

  it('with an id that was used for other content are refused, named, and leave the case as it was', async () => {
    const text = await sample('case-a.json');
    const [first] = await at.room.intake.take('a', text, true);
    const before = must(await at.room.cases.open(first?.caseId ?? ''));
    const [second] = await at.room.intake.take('a', text.replace('谢怀舟', '谢怀州'), true);
    expect(second).toMatchObject({ outcome: 'refused', problems: [{ code: 'id-taken', field: 'id' }] });
    expect(must(await at.room.cases.open(first?.caseId ?? '')).state).toEqual(before.state);
  });

  it('hold one record, an array, or one a line; a bad record never blocks the good ones', async () => {
    const [a, f] = [
      JSON.parse(await sample('case-a.json')) as object,
      JSON.parse(await sample('case-f.json')) as object,
    ];
    const lines = [
      JSON.stringify(a),
      JSON.stringify({ ...f, disputeType: 'XX' }),
      JSON.stringify({ ...f, id: 'other' }),
    ].join('\n');
    const results = await at.room.intake.take('x.jsonl', lines, true);
    expect(results.map((r) => [r.record, r.outcome])).toEqual([
      [1, 'imported'],
      [2, 'refused'],
      [3, 'imported'],
    ]);
    expect(at.room.caseCount).toBe(2);
  });

  it('that are broken leave nothing behind, whatever is wrong with them', async () => {
    const names = await readdir(BROKEN);
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) {
      const results = await at.room.intake.take(name, await readFile(path.join(BROKEN, name), 'utf8'), false);
      for (const result of results) {
        expect(result.outcome, name).toBe('refused');
        expect(result.problems[0]?.zh, name).toBeTruthy();
        expect(result.problems[0]?.en, name).toBeTruthy();
      }
    }
    expect(at.room.caseCount).toBe(0);
  });

  it('of the invented region are refused in a real committee unless they are the shipped samples', async () => {
    await at.end();
    at = await testRoom({
      profile: {
        room: '一',
        operator: '某',
        organisation: { name: '某委员会', numberAbbreviation: '某', sample: false },
      },
      blocks: [],
    });
    expect((await at.room.intake.take('a', await sample('case-a.json'), false))[0]).toMatchObject({
      outcome: 'refused',
    });
    const [taken] = await at.room.intake.take('a', await sample('case-a.json'), true);
    expect(taken?.outcome).toBe('imported');
    expect(must(await at.room.cases.open(taken?.caseId ?? '')).state.sample).toBe(true);
  });
});
