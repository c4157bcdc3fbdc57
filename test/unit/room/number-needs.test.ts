import { describe, expect, it } from 'vitest';
import type { BlockState, NumberBlock } from '../../../electron/core/domain/numbers/number-block';
import { numberNeeds } from '../../../electron/core/room/number-needs';

const state = (block: NumberBlock, used: number): BlockState => {
  const left = block.last - block.first + 1 - used;
  return { block, taken: [], next: left > 0 ? block.first + used : null, left, low: false };
};
const agreement = (first: number, last: number): NumberBlock => ({ series: 'agreement', year: 2026, first, last });
const ofAgreements = (blocks: readonly BlockState[]) =>
  numberNeeds(blocks, 2026).filter((n) => n.series === 'agreement');

describe('number needs', () => {
  it('asks for a block of every series that has none this year', () => {
    expect(numberNeeds([], 2026).map(({ series, request }) => [series, request])).toEqual([
      ['agreement', 'agreement-2026-0'],
      ['oral-agreement', 'oral-agreement-2026-0'],
      ['accepted', 'accepted-2026-0'],
      ['not-accepted', 'not-accepted-2026-0'],
      ['letter', 'letter-2026-0'],
    ]);
  });

  it('asks when a fifth of the newest block is left, not before', () => {
    expect(ofAgreements([state(agreement(401, 450), 39)])).toEqual([]);
    expect(ofAgreements([state(agreement(401, 450), 40)])).toMatchObject([{ request: 'agreement-2026-1' }]);
  });

  it('does not ask again while a fresh block waits', () => {
    expect(ofAgreements([state(agreement(401, 450), 50), state(agreement(501, 550), 0)])).toEqual([]);
  });

  it('does not count numbers of another year', () => {
    expect(numberNeeds([state({ ...agreement(1, 50), year: 2025 }, 0)], 2026)).toHaveLength(5);
  });
});
