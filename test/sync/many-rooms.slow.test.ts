import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCaseSubject } from '../../electron/core/domain/journal/subject-kinds';
import { statusOf } from '../../electron/core/sync/status';
import { benchRoom, openStore, type BenchRoom } from '../bench/bench-room';
import { caseDrafts } from '../bench/corpus';
import { TestCentre } from './support/test-centre';

let centre: TestCentre;
let folder: string;
let url: string;
const open: BenchRoom[] = [];

beforeAll(async () => {
  centre = await TestCentre.embedded();
  // What travels here is timed by real clocks on both sides.
  centre.now = Date.now();
  folder = await mkdtemp(path.join(os.tmpdir(), 'mediation-room-many-'));
  url = `http://127.0.0.1:${await centre.listen()}`;
});
afterAll(async () => {
  for (const room of open) await room.close();
  await centre.close();
  await rm(folder, { recursive: true, force: true });
});

async function station(organisation: string): Promise<BenchRoom> {
  const room = await benchRoom(await openStore(path.join(folder, `room-${open.length}`), true));
  open.push(room);
  expect(await room.engine.enrol({ url, room: `调解室${open.length}`, organisation })).toEqual({ ok: true });
  await centre.admit(room.store.station, organisation);
  expect((await room.engine.once()).fault).toBeNull();
  room.engine.start();
  return room;
}

async function idsOf({ store }: BenchRoom): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const subject of store.subjects()) {
    if (isCaseSubject(subject)) ids.push(...(await store.read(subject)).map(({ id }) => id));
  }
  return ids.sort();
}

async function until(fits: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300 && !(await fits()); attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await fits()).toBe(true);
}

describe('rooms and workstations of banks that all work at once, each with the sync of the app in the background', () => {
  it('have without a fault what they may have, and nothing else', async () => {
    await centre.committee('committee');
    for (const bank of ['bank-a', 'bank-b']) await centre.institution(bank, 'committee');
    const rooms = [await station('committee'), await station('committee'), await station('committee')];
    const desks = [await station('bank-a'), await station('bank-a'), await station('bank-b')];
    const all = [...rooms, ...desks];
    const written = new Map<BenchRoom, string[]>(all.map((room) => [room, []]));
    for (let turn = 0; turn < 8; turn++) {
      await Promise.all(
        all.map(async (room, index) => {
          const made = await room.store.commit(caseDrafts(turn * 10 + index));
          written.get(room)?.push(...made.map(({ id }) => id));
        }),
      );
    }
    const of = (writers: readonly BenchRoom[]): readonly string[] =>
      writers.flatMap((room) => written.get(room) ?? []).sort();
    const due = (room: BenchRoom): readonly string[] => {
      if (rooms.includes(room)) return of(all);
      return of(desks.slice(0, 2).includes(room) ? desks.slice(0, 2) : desks.slice(2));
    };
    for (const room of all) {
      await until(async () => (await idsOf(room)).join() === due(room).join());
      await until(() => Promise.resolve(statusOf(room.engine.facts()).state === 'up-to-date'));
    }
  });
});
