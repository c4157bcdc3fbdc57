import http from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { statusOf } from '../../electron/core/sync/status';
import { PrivatePostgres } from '../sync/support/private-postgres';
import { seeded } from '../sync/support/seeded';
import { benchRoom, openStore, type BenchRoom } from './bench-room';
import { caseDrafts } from './corpus';
import { parkListeners } from './listeners';
import { quantile, Report } from './report';
import { ServerProcess } from './server-process';

export interface LoadBench {
  readonly seconds: number;
  readonly listeners: number;
  readonly pglite: boolean;
  readonly out: string | null;
}

const ROOMS = 7;
const BANKS = 10;
const DESKS = 50;
/** Cases of a week: six a day in each room, one a day from each desk of a bank; ten entries a case in three saves. */
const CASES = ROOMS * 6 * 5 + DESKS * 5;

/**
 * Seven rooms and fifty workstations of banks on one service（负载测试）: a week's cases, pressed into some minutes, with the
 * sync of the app in the background of each. Latency: from the commit in one place until it is durable in another.
 */
export async function benchLoad({ seconds, listeners, pglite, out }: LoadBench): Promise<void> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'mediation-room-load-'));
  const postgres = pglite ? null : await PrivatePostgres.start({ fsync: true });
  const report = new Report('load', out);
  const place = postgres ? postgres.url : path.join(root, 'database');
  const server = await ServerProcess.start(postgres ? 'ours-postgres' : 'ours-pglite', place);
  const rooms: BenchRoom[] = [];
  try {
    const born = new Map<string, number>();
    const latencies: number[] = [];
    const received = (ids: readonly string[]): void => {
      const now = performance.now();
      for (const id of ids) {
        const at = born.get(id);
        if (at !== undefined) latencies.push(now - at);
      }
    };
    await server.order({ do: 'organisation', id: 'committee', kind: 'committee' });
    for (let bank = 0; bank < BANKS; bank++) {
      await server.order({ do: 'organisation', id: `bank-${bank}`, kind: 'institution', committee: 'committee' });
    }
    const url = `http://127.0.0.1:${server.port}`;
    for (let index = 0; index < ROOMS + DESKS; index++) {
      const organisation = index < ROOMS ? 'committee' : `bank-${index % BANKS}`;
      const room = await benchRoom(await openStore(path.join(root, `room-${index}`), true), received);
      rooms.push(room);
      await room.engine.enrol({ url, room: `调解室${index}`, organisation });
      await server.order({ do: 'admit', station: room.store.station, organisation });
      await room.engine.once();
      room.engine.start();
    }
    const began = await server.usage();
    const worked = await work(rooms, seconds, born);
    await settled(rooms);
    const after = await server.usage();
    const faults = rooms.filter(({ engine }) => statusOf(engine.facts()).state !== 'up-to-date');
    const result = {
      bench: 'load',
      database: postgres ? 'PostgreSQL' : 'PGlite',
      seconds: Math.round(worked),
      stations: rooms.length,
      commits: CASES * 3,
      entries: born.size,
      receipts: latencies.length,
      notUpToDate: faults.length,
      p50: Math.round(quantile(latencies, 0.5)),
      p95: Math.round(quantile(latencies, 0.95)),
      p99: Math.round(quantile(latencies, 0.99)),
      serviceCpuSeconds: Number((after.cpu - began.cpu).toFixed(1)),
      serviceMegabytes: Math.round(after.megabytes),
    };
    report.line(result);
    report.words(
      `${rooms.length} workstations, ${born.size} entries in ${result.seconds} s; latency p50 ${result.p50} ms, p95 ${result.p95} ms; not up to date in the end: ${faults.length}`,
    );
    await parked(report, server, rooms, listeners);
  } finally {
    for (const room of rooms) await room.close().catch(() => undefined);
    await server.stop();
    await postgres?.remove();
    await rm(root, { recursive: true, force: true });
    http.globalAgent.destroy();
  }
  await report.end();
}

/** The week: each save at its moment, in a random place. Resolves to the seconds that it took. */
async function work(rooms: readonly BenchRoom[], seconds: number, born: Map<string, number>): Promise<number> {
  const random = seeded(20261124);
  const start = performance.now();
  const saves: { readonly at: number; readonly room: BenchRoom; readonly drafts: ReturnType<typeof caseDrafts> }[] = [];
  for (let number = 0; number < CASES; number++) {
    const index = number < ROOMS * 30 ? number % ROOMS : ROOMS + (number % DESKS);
    const room = rooms[index];
    if (!room) continue;
    const drafts = caseDrafts(number);
    const first = random.next() * 0.8;
    for (const [part, from] of [0, 4, 7].entries()) {
      const at = (first + part * 0.08 * random.next()) * seconds * 1000;
      saves.push({ at, room, drafts: drafts.slice(from, [4, 7, 10][part]) });
    }
  }
  saves.sort((a, b) => a.at - b.at);
  for (const { at, room, drafts } of saves) {
    const left = at - (performance.now() - start);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    const made = await room.store.commit(drafts);
    const now = performance.now();
    for (const { id } of made) born.set(id, now);
  }
  return (performance.now() - start) / 1000;
}

async function settled(rooms: readonly BenchRoom[]): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    if (rooms.every(({ engine }) => statusOf(engine.facts()).state === 'up-to-date')) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function parked(
  report: Report,
  server: ServerProcess,
  rooms: readonly BenchRoom[],
  count: number,
): Promise<void> {
  for (const room of rooms.slice(1)) await room.engine.stop();
  const before = await server.usage();
  const listeners = await parkListeners(server.port, rooms.slice(0, ROOMS), count);
  const start = await server.usage();
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  const end = await server.usage();
  const began = performance.now();
  await rooms[0]?.store.commit(caseDrafts(1_000_000));
  await listeners.answered;
  const woken = performance.now() - began;
  report.line({
    bench: 'parked',
    listeners: count,
    megabytesBefore: Math.round(before.megabytes),
    megabytes: Math.round(end.megabytes),
    cpuPercentWhileParked: Number((((end.cpu - start.cpu) / 15) * 100).toFixed(1)),
    allAnsweredMilliseconds: Math.round(woken),
    faults: listeners.faults(),
  });
}
