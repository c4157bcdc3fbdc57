import { nodeHttp } from '../../../electron/core/sync/node-http';
import type { CutPlan, CuttingProxy } from './cutting-proxy';
import { seeded, type Seeded } from './seeded';
import { anyDraft } from './sim-drafts';
import { SimRoom } from './sim-room';
import type { TestCentre } from './test-centre';

export interface ProxyWorld {
  readonly centre: TestCentre;
  readonly proxy: CuttingProxy;
  /** A real folder for each room. */
  readonly folders: readonly string[];
  /** kill -9 of the database and its restart, where it is one that can be killed. */
  readonly killDatabase?: () => Promise<void>;
}

const ROOMS = 3;
const STEPS = 22;

function cutPlan(random: Seeded): CutPlan {
  const dice = random.next();
  if (dice < 0.35) return {};
  // Small numbers hit the heads, larger ones the bodies.
  const at = (): number => 1 + random.below(random.pick([80, 600, 4_000]));
  if (dice < 0.6) return { up: at() };
  if (dice < 0.9) return { down: at() };
  return random.chance(0.5) ? { silentAfter: at() } : { delay: random.below(8) };
}

/**
 * Rooms and the service over real connections that are cut at any byte, either way（断线历史）; the service is killed and the
 * database too. Afterwards all hold the same, and nothing acknowledged is missing. What the network does with its pieces
 * is not the seed's, so a replay is alike and not the same.
 */
export async function proxyHistory({ centre, proxy, folders, killDatabase }: ProxyWorld, seed: number): Promise<void> {
  const random = seeded(seed);
  await centre.wipe();
  await centre.committee('here');
  proxy.plan = () => ({});
  proxy.down = false;
  const http = nodeHttp();
  const rooms: SimRoom[] = [];
  const acknowledged = new Set<string>();
  try {
    for (let index = 0; index < ROOMS; index++) {
      const parts = { name: `room-${index}`, folder: folders[index] ?? '', words: ['proxy', seed, index], http };
      const url = `http://127.0.0.1:${proxy.port}`;
      const room = await SimRoom.create({ ...parts, url, silence: 900, clock: { now: () => centre.now } });
      rooms.push(room);
      while ((await room.enrol()) !== null) proxy.dropAll();
      await centre.admit(room.station, 'here');
    }
    proxy.plan = () => cutPlan(random);
    for (let step = 0; step < STEPS; step++) {
      const room = random.pick(rooms);
      const dice = random.next();
      if (dice < 0.4) {
        const drafts = Array.from({ length: 1 + random.below(12) }, () => anyDraft(random, `case-${random.below(4)}`));
        for (const { id } of (await room.commit(drafts)) ?? []) acknowledged.add(id);
      } else if (dice < 0.8) await room.round();
      else if (dice < 0.86) proxy.dropAll();
      else if (dice < 0.92) {
        const round = room.round();
        await killService(centre, proxy, random.below(15));
        await round;
      } else if (killDatabase && dice < 0.96) {
        const round = room.round();
        await killDatabase();
        await round;
      } else await room.die(() => random.chance(0.5));
    }
    proxy.plan = () => ({});
    proxy.dropAll();
    for (let pass = 0; pass < 3; pass++) for (const room of rooms) await room.round();
    const there = (await centre.rows("select id from entry where subject like 'case-%' order by id")).map(
      ({ id }) => id,
    );
    for (const room of rooms) {
      const fault = await room.round();
      if (room.status.state !== 'up-to-date')
        throw new Error(`not up to date: ${JSON.stringify([fault, room.status])}`);
      const here = (await room.caseIds()).slice().sort();
      if (here.join() !== there.join()) throw new Error(`a room holds ${here.length}, the centre ${there.length}`);
    }
    const lost = [...acknowledged].filter((id) => !there.includes(id));
    if (lost.length > 0) throw new Error(`${lost.length} acknowledged entries are gone`);
  } finally {
    for (const room of rooms) await room.close();
    http.close();
  }
}

/** After some milliseconds all connections of the service end, and another one begins on another port. */
async function killService(centre: TestCentre, proxy: CuttingProxy, after: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, after));
  centre.app.server.closeAllConnections();
  await centre.restart();
  proxy.target = { host: '127.0.0.1', port: await centre.listen() };
}
