import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres } from '../../centre/db/pg-db';
import { feedAnswer } from '../../electron/core/domain/wire/exchange';
import { CuttingProxy } from './support/cutting-proxy';
import { freshRoomFolders, type RoomFolders } from './support/lab';
import { PrivatePostgres } from './support/private-postgres';
import { proxyHistory } from './support/proxy-history';
import { seeded, withSeeds } from './support/seeded';
import { SimHistory } from './support/sim-history';
import { TestCentre } from './support/test-centre';
import { WireStation } from './support/wire-station';

let postgres: PrivatePostgres;
let centre: TestCentre;
let rooms: RoomFolders;

beforeAll(async () => {
  postgres = await PrivatePostgres.start();
  centre = await TestCentre.on(await openPostgres(postgres.url, { patience: 2_000 }));
  rooms = await freshRoomFolders(5);
});
afterAll(async () => {
  await centre.close();
  await postgres.remove();
  await rooms.remove();
});

const killDatabase = async (): Promise<void> => {
  await postgres.kill();
  await new Promise((resolve) => setTimeout(resolve, 30));
  await postgres.restart();
};

describe('the same histories on a real PostgreSQL', () => {
  it('end with the same set everywhere over a simulated network', { timeout: 300_000 }, async () => {
    await withSeeds('simulation on PostgreSQL', 12, async (seed) => {
      const count = seeded(seed ^ 0x5eed).chance(0.7) ? 3 : 5;
      await new SimHistory(centre, seed, { rooms: count, steps: 14, folders: rooms.folders }).run();
    });
  });

  it(
    'end so over a cutting proxy, with kills of the service and kill -9 of the database',
    { timeout: 300_000 },
    async () => {
      const proxy = await CuttingProxy.start({ host: '127.0.0.1', port: await centre.listen() });
      let kills = 0;
      const kill = async (): Promise<void> => {
        kills += 1;
        await killDatabase();
      };
      await withSeeds('cutting proxy on PostgreSQL', 20, (seed) =>
        proxyHistory({ centre, proxy, folders: rooms.folders, killDatabase: kill }, seed),
      );
      expect(proxy.cuts).toBeGreaterThan(10);
      console.log(`PostgreSQL killed ${kills} times`);
      await proxy.close();
    },
  );
});

describe('several processes on one database', () => {
  beforeEach(async () => {
    await centre.wipe();
    await centre.committee('here');
  });

  it('hear each other s news: a change sent to one ends the waiting at the other', async () => {
    const second = await TestCentre.on(await openPostgres(postgres.url));
    try {
      const [writer, reader] = [await WireStation.admitted(centre, 'here'), await WireStation.admitted(second, 'here')];
      await writer.send([writer.write('case-1')]);
      const first = feedAnswer.parse((await reader.ask('GET', '/v1/feed?after=0')).body);
      const { seq, link, epoch } = first.proof.checkpoint;
      const query = new URLSearchParams({ after: `${seq}`, link, epoch, wait: '20' });
      const began = performance.now();
      const waiting = reader.ask('GET', `/v1/feed?${query.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const entry = writer.write('case-1');
      await writer.send([entry]);
      expect(feedAnswer.parse((await waiting).body).entries.map(({ id }) => id)).toEqual([entry.id]);
      expect(performance.now() - began).toBeLessThan(10_000);
    } finally {
      await second.close();
    }
  });

  it('and several writers at once: the feed has no hole, each entry once, and a reader who keeps reading skips none', async () => {
    const second = await TestCentre.on(await openPostgres(postgres.url));
    try {
      const writers = await Promise.all(
        Array.from({ length: 6 }, (_, n) => WireStation.admitted(n % 2 === 0 ? centre : second, 'here')),
      );
      const reader = await WireStation.admitted(second, 'here');
      const written: string[] = [];
      let writing = writers.length;
      const work = writers.map(async (writer, index) => {
        for (let n = 0; n < 25; n++) {
          const batch = [writer.write(`case-${index}`), writer.write('case-shared')];
          written.push(...batch.map(({ id }) => id));
          await writer.send(batch);
        }
        writing -= 1;
      });
      const read: string[] = [];
      let place = { seq: 0, link: '', epoch: '' };
      for (let last = false; !last;) {
        last = writing === 0;
        const query = new URLSearchParams({ after: `${place.seq}`, link: place.link, epoch: place.epoch, limit: '7' });
        const answer = await reader.ask('GET', `/v1/feed?${query.toString()}`);
        const { entries, proof } = feedAnswer.parse(answer.body);
        read.push(...entries.map(({ id }) => id));
        place = proof.checkpoint;
        if (proof.checkpoint.seq < proof.head) last = false;
      }
      await Promise.all(work);
      expect(new Set(read).size).toBe(read.length);
      expect(read.slice().sort()).toEqual(written.slice().sort());
      const rows = await centre.rows("select seq from feed where organisation = 'here' order by seq");
      expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, index) => index + 1));
    } finally {
      await second.close();
    }
  });
});

describe('a row that commits late', () => {
  it('is never skipped: nobody gets a place behind it before it is there or gone', async () => {
    await centre.wipe();
    await centre.committee('here');
    const [slow, fast] = [await WireStation.admitted(centre, 'here'), await WireStation.admitted(centre, 'here')];
    const reader = await WireStation.admitted(centre, 'here');
    // The slow one s transaction is stopped just before its commit, with its rows written.
    let goOn: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => (goOn = resolve));
    const held = await TestCentre.on(stoppedBeforeCommit(await openPostgres(postgres.url), stopped));
    const slowThere = new WireStation(held, slow.pkcs8);
    await slowThere.begin();
    const late = slowThere.write('case-late');
    const sending = slowThere.send([late]);
    await untilLocked();
    const quick = fast.write('case-quick');
    const second = fast.send([quick]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const before = feedAnswer.parse((await reader.ask('GET', '/v1/feed?after=0')).body);
    expect(before.entries).toEqual([]);
    expect(before.proof.head).toBe(0);
    goOn();
    await Promise.all([sending, second]);
    const after = feedAnswer.parse((await reader.ask('GET', '/v1/feed?after=0')).body);
    expect(after.entries.map(({ id }) => id)).toEqual([late.id, quick.id]);
    await held.close();
  });

  /** Until some connection holds the lock of the feed and has written. */
  async function untilLocked(): Promise<void> {
    const client = new pg.Client(postgres.url);
    await client.connect();
    for (let attempt = 0; attempt < 200; attempt++) {
      const found = await client.query(
        "select 1 from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
      );
      if (found.rows.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await client.end();
  }
});

type Db = Awaited<ReturnType<typeof openPostgres>>;

/** Transactions that wrote an entry wait before their commit. */
function stoppedBeforeCommit(db: Db, stopped: Promise<void>): Db {
  return {
    ...db,
    within: (actor, work) =>
      db.within(actor, async (queries) => {
        const texts: string[] = [];
        const result = await work({
          query: (text, parameters) => {
            texts.push(text);
            return queries.query(text, parameters);
          },
        });
        if (texts.some((text) => /insert\s+into\s+feed\b/i.test(text))) await stopped;
        return result;
      }),
  };
}
