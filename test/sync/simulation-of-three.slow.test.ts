import { describe, expect, it } from 'vitest';
import { simulation } from './support/simulation';
import { withSeeds } from './support/seeded';

const world = simulation(3, 6);

describe('histories of three rooms', () => {
  it('end with every room and the centre holding the same, nothing acknowledged missing', { timeout: 900_000 }, () =>
    withSeeds('simulation of three rooms', 100, async (seed) => {
      await world.run(seed);
    }),
  );

  it('replay exactly: the same seed gives the same history', async () => {
    for (const seed of [11, 12, 13, 14]) expect(await world.run(seed)).toBe(await world.run(seed));
    expect(await world.run(17)).not.toBe(await world.run(18));
  });
});
