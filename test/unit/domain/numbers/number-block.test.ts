import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockSubject,
  foldBlock,
  numberBlock,
  numberText,
  type NumberBlock,
} from '../../../../electron/core/domain/numbers/number-block';
import { Workstation } from '../../../fixtures/entries';

const BLOCK: NumberBlock = { series: 'agreement', year: 2024, first: 401, last: 450 };

function leased(block = BLOCK): Workstation {
  const room = new Workstation('one', blockSubject(block));
  room.write({ kind: 'block-leased', data: { block } });
  return room;
}
const take = (room: Workstation, seq: number, caseId = `case-${seq}`) =>
  room.write({ kind: 'number-taken', data: { seq, case: caseId } });

describe('a block of numbers', () => {
  it('gives its numbers one after another, is low from 20 % on, and then gives none', () => {
    const room = leased();
    for (let seq = 401; seq <= 450; seq++) {
      const state = foldBlock(room.entries);
      expect(state).toMatchObject({ next: seq, left: 451 - seq, low: 451 - seq <= 10 });
      take(room, seq);
    }
    expect(foldBlock(room.entries)).toMatchObject({ next: null, left: 0, low: true });
    expect(foldBlock(room.entries)?.taken.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 50 }, (_, at) => 401 + at),
    );
  });

  it('keeps a voided number with its reason, and never gives it again', () => {
    const room = leased();
    take(room, 401);
    room.write({ kind: 'number-voided', data: { seq: 401, reason: '打印纸张损坏' } });
    room.write({ kind: 'number-voided', data: { seq: 409, reason: '从未取用' } });
    expect(foldBlock(room.entries)).toMatchObject({
      taken: [{ seq: 401, caseId: 'case-401', voided: '打印纸张损坏' }],
      next: 402,
    });
  });

  it('shows a number taken twice under both cases', () => {
    const room = leased();
    const other = new Workstation('two', blockSubject(BLOCK)).learn(room.entries);
    take(room, 401, 'case-a');
    take(other, 401, 'case-b');
    const state = foldBlock([...room.entries, ...other.entries]);
    expect(state?.taken.map(({ caseId }) => caseId).sort()).toEqual(['case-a', 'case-b']);
    expect(state?.next).toBe(402);
  });

  it('rather burns a number than gives it twice: gaps, missing links and newer formats count as taken', () => {
    const room = leased();
    const lost = take(room, 401);
    take(room, 402);
    expect(foldBlock(room.entries.filter((entry) => entry !== lost))?.next).toBe(403);
    room.write({ kind: 'number-taken', data: { seq: 405, case: 'case-x' }, v: 2 });
    expect(foldBlock(room.entries)?.next).toBe(406);
    take(room, 9_999);
    expect(foldBlock(room.entries)?.next).toBeNull();
  });

  it('is none without a lease, and ignores what is malformed and a second lease', () => {
    expect(foldBlock([])).toBeNull();
    const room = leased();
    room.write({ kind: 'block-leased', data: { block: { ...BLOCK, first: 1, last: 9 } } });
    room.write({ kind: 'block-leased', data: { block: { ...BLOCK, last: 400 } } });
    room.write({ kind: 'number-taken', data: { seq: '401', case: 'x' } });
    room.write({ kind: 'number-voided', data: { seq: 401 } });
    expect(foldBlock(room.entries)).toMatchObject({ block: BLOCK, taken: [], next: 401 });
    for (const bad of [{ last: 400 }, { first: 0 }, { last: 20_000 }, { year: 24 }]) {
      expect(numberBlock.safeParse({ ...BLOCK, ...bad }).success).toBe(false);
    }
  });

  it('never hands a number out twice, whatever was taken, lost and voided before', () => {
    const action = fc.record({ take: fc.boolean(), lose: fc.boolean() });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 70 }), fc.integer({ min: 1, max: 60 }), (actions, size) => {
        const room = leased({ ...BLOCK, last: BLOCK.first + size - 1 });
        const given = new Set<number>();
        for (const one of actions) {
          const next = foldBlock(room.entries)?.next ?? null;
          if (next === null) expect(given.size).toBe(size);
          else if (one.take) {
            expect(given.has(next) || next < 401 || next >= 401 + size).toBe(false);
            given.add(next);
            take(room, next);
          } else if (one.lose) room.write({ kind: 'number-voided', data: { seq: next - 1, reason: '作废' } });
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the text of a number', () => {
  it.each([
    ['agreement', 2024, 401, '（2024）泉银人调字第00401号'],
    ['oral-agreement', 2024, 21, '（2024）泉银人调口字第00021号'],
    ['agreement', 2025, 123_456, '（2025）泉银人调字第123456号'],
  ] as const)('of %s %i-%i is %s (domain.md 1.3)', (series, year, seq, text) => {
    expect(numberText(series, year, seq, '泉银')).toBe(text);
  });

  it('differs for every number, year and series', () => {
    const texts = (['agreement', 'oral-agreement'] as const).flatMap((series) =>
      [2024, 2025].flatMap((year) => [1, 10, 100, 1_000].map((seq) => numberText(series, year, seq, '泉银'))),
    );
    expect(new Set(texts).size).toBe(16);
  });
});
