import { afterAll, beforeAll } from 'vitest';
import { freshRoomFolders, type RoomFolders } from './lab';
import { SimHistory } from './sim-history';
import { TestCentre } from './test-centre';

/** A centre in memory for the histories of a test file; `run` resolves to the hash of all that happened in one. */
export function simulation(rooms: number, steps: number): { readonly run: (seed: number) => Promise<string> } {
  let centre: TestCentre;
  let folders: RoomFolders;
  beforeAll(async () => {
    centre = await TestCentre.embedded({ page: 12 });
    folders = await freshRoomFolders(rooms);
  });
  afterAll(async () => {
    await centre.close();
    await folders.remove();
  });
  return {
    run: async (seed) => {
      const history = new SimHistory(centre, seed, { rooms, steps, folders: folders.folders });
      try {
        return await history.run();
      } catch (cause) {
        throw new Error(`${String(cause)}\n  ${history.words.slice(-60).join('\n  ')}`, { cause });
      }
    },
  };
}
