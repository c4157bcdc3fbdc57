import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRoomFolders, type RoomFolders } from './support/lab';
import { seeded, withSeeds } from './support/seeded';
import { SimHistory } from './support/sim-history';
import { TestCentre } from './support/test-centre';

let centre: TestCentre;
let folders: RoomFolders;

beforeAll(async () => {
  centre = await TestCentre.embedded({ page: 12 });
  folders = await freshRoomFolders(5);
});
afterAll(async () => {
  await centre.close();
  await folders.remove();
});

const historyOf = (seed: number): SimHistory => {
  const rooms = seeded(seed ^ 0x5eed).chance(0.75) ? 3 : 5;
  return new SimHistory(centre, seed, { rooms, steps: rooms === 3 ? 16 : 20, folders: folders.folders });
};

describe('a thousand histories of three and five rooms', () => {
  it(
    'end with every room and the centre holding the same, and nothing acknowledged missing',
    { timeout: 600_000 },
    async () => {
      await withSeeds('simulation', 1000, async (seed) => {
        const history = historyOf(seed);
        try {
          await history.run();
        } catch (cause) {
          throw new Error(`${String(cause)}\n  ${history.words.slice(-60).join('\n  ')}`, { cause });
        }
      });
    },
  );

  it('replay exactly: the same seed gives the same history', async () => {
    for (const seed of [11, 12, 13, 14, 15, 16]) {
      const first = await historyOf(seed).run();
      expect(await historyOf(seed).run()).toBe(first);
    }
    expect(await historyOf(17).run()).not.toBe(await historyOf(18).run());
  });
});
