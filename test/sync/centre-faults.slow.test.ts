import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectConverged, Lab, write } from './support/lab';
import { TestCentre } from './support/test-centre';

let lab: Lab;

beforeAll(async () => {
  lab = await Lab.open();
});
afterAll(() => lab.close());
beforeEach(() => lab.clear());

const readings = (): readonly number[] =>
  lab.server.asked
    .filter(({ path }) => path.startsWith('/v1/feed'))
    .map(({ path }) => Number(new URL(path, 'http://x').searchParams.get('after')));

describe('a centre that was restored from an older copy', () => {
  /** Two rooms with six entries each at the centre; the copy is from when it had four. */
  async function restored(): Promise<{ rooms: Awaited<ReturnType<Lab['room']>>[]; all: readonly string[] }> {
    const rooms = [await lab.room(), await lab.room()];
    const all: string[] = [];
    for (const room of rooms) {
      all.push(...(await write(room, 2)));
      await room.round();
    }
    await lab.centre.backup();
    for (const room of rooms) all.push(...(await write(room, 4, 'case-b')));
    await expectConverged(lab, rooms);
    await lab.centre.restore();
    await lab.restart();
    expect(await lab.atCentre()).toHaveLength(4);
    return { rooms, all };
  }

  it('with a new epoch: every room offers again what it has, and all is there', async () => {
    const { rooms, all } = await restored();
    await lab.centre.newEpoch();
    await expectConverged(lab, rooms);
    expect(await lab.atCentre()).toEqual(all.slice().sort());
  });

  it('without a word to anybody: the running hash tells, and all is there', async () => {
    const { rooms, all } = await restored();
    await expectConverged(lab, rooms);
    expect(await lab.atCentre()).toEqual(all.slice().sort());
  });

  it('and whose counter has gone past the rooms again: the running hash tells all the same', async () => {
    const { rooms, all } = await restored();
    const third = await lab.room();
    const more = await write(third, 20, 'case-c');
    await third.round();
    expect((await lab.atCentre()).length).toBeGreaterThan(12);
    await expectConverged(lab, [...rooms, third]);
    expect(await lab.atCentre()).toEqual([...all, ...more].sort());
  });

  it('is not called up to date before the room has offered what it has', async () => {
    const { rooms } = await restored();
    const [room] = rooms;
    lab.server.script = ({ path }) => (path === '/v1/entries' ? { status: 500 } : 'pass');
    await room?.round();
    expect(room?.status.state).not.toBe('up-to-date');
    lab.server.script = () => 'pass';
    await expectConverged(lab, rooms);
  });
});

describe('a centre that was replaced', () => {
  it('by an empty one with the same keys: rooms ask again, are admitted and offer all', async () => {
    const rooms = [await lab.room(), await lab.room()];
    for (const room of rooms) await write(room, 5);
    await expectConverged(lab, rooms);
    const all = await lab.atCentre();
    await lab.centre.wipe();
    await lab.centre.committee('here');
    await lab.restart();
    for (const room of rooms) {
      await room.round();
      await room.round();
      expect(room.status).toMatchObject({ state: 'needs-person', reason: 'waiting-for-admission' });
      await lab.centre.admit(room.station, 'here');
    }
    await expectConverged(lab, rooms);
    expect(await lab.atCentre()).toEqual(all);
  });

  it('by another one with keys of its own: nothing is told to it before a person says so, then all is offered', async () => {
    const rooms = [await lab.room(), await lab.room()];
    for (const room of rooms) await write(room, 5);
    await expectConverged(lab, rooms);
    const all = await lab.atCentre();
    const other = await TestCentre.embedded();
    try {
      await other.committee('here');
      lab.server.app = other.app;
      for (const room of rooms) {
        await room.round();
        expect(await room.round()).toEqual({ kind: 'other-centre' });
        expect(room.status).toMatchObject({ state: 'needs-person', reason: 'other-centre' });
        expect(await room.enrol()).toEqual({ kind: 'other-centre' });
        expect(await room.enrol(true)).toBeNull();
        await other.admit(room.station, 'here');
      }
      for (let pass = 0; pass < 3; pass++) for (const room of rooms) expect(await room.round()).toBeNull();
      for (const room of rooms) expect(room.status.state).toBe('up-to-date');
      const ids = (await other.rows('select id from entry order by id')).map(({ id }) => String(id));
      expect(ids).toEqual(all);
    } finally {
      await other.close();
    }
  });
});

describe('a first sync', () => {
  it('that is interrupted at each page goes on where it was, and reads no page twice', async () => {
    const writer = await lab.room();
    await write(writer, 33);
    await writer.round();
    const reader = await lab.room();
    let page = 0;
    lab.server.asked.length = 0;
    // Each second page is lost on its way: each round gets one page further.
    lab.server.script = ({ path }) => (path.startsWith('/v1/feed') && (page += 1) % 2 === 0 ? 'hang-up' : 'pass');
    let rounds = 0;
    while ((await reader.round()) !== null || (await reader.caseIds()).length < 33) {
      expect((rounds += 1)).toBeLessThan(30);
      lab.server.asked.push({ number: 0, method: '', path: '/v1/feed?after=-1', headers: {}, body: Buffer.alloc(0) });
    }
    const places = readings().filter((place) => place >= 0);
    expect([...new Set(places)]).toEqual([0, 5, 10, 15, 20, 25, 30, ...(places.includes(33) ? [33] : [])]);
    lab.server.script = () => 'pass';
    await expectConverged(lab, [writer, reader]);
  });

  it('of a room whose disk is full says so, keeps what it has, and ends well when there is room', async () => {
    const writer = await lab.room();
    await write(writer, 20);
    await writer.round();
    const reader = await lab.room();
    let writes = 0;
    reader.disk.refuse = (call) => (call === 'write' && (writes += 1) > 12 ? 'ENOSPC' : null);
    expect(await reader.round()).toEqual({ kind: 'disk', fault: 'disk-full' });
    expect(reader.status).toMatchObject({ state: 'needs-person', reason: 'disk' });
    reader.disk.refuse = () => null;
    await expectConverged(lab, [writer, reader]);
  });
});

describe('a room that dies while it reads', () => {
  it('at any call of its disk, also between data and checkpoint, has all of it once after the next round', async () => {
    const writer = await lab.room();
    await write(writer, 12);
    await writer.round();
    const there = await lab.atCentre();
    let died = 0;
    for (let call = 1; ; call += 3) {
      const reader = await lab.room();
      reader.disk.cutAfter(call);
      await reader.round();
      const whole = !reader.disk.isCut;
      await reader.die(() => call % 2 === 0);
      expect(await reader.round()).toBeNull();
      expect((await reader.caseIds()).slice().sort()).toEqual(there);
      expect(reader.status.state).toBe('up-to-date');
      await reader.close();
      if (whole) break;
      died += 1;
    }
    expect(died).toBeGreaterThan(15);
  });

  it('at any call while it writes and sends, has lost nothing that was acknowledged', async () => {
    let died = 0;
    for (let call = 1; ; call += 2) {
      await lab.clear();
      const room = await lab.room();
      const acknowledged = [...(await write(room, 3))];
      room.disk.cutAfter(call);
      await room.round();
      acknowledged.push(...(await write(room, 2)));
      const whole = !room.disk.isCut;
      await room.die(() => call % 3 === 0);
      expect(await room.round()).toBeNull();
      expect(room.status.state).toBe('up-to-date');
      expect(await lab.atCentre()).toEqual(expect.arrayContaining(acknowledged));
      if (whole) break;
      died += 1;
    }
    expect(died).toBeGreaterThan(10);
  });
});

describe('two machines with one identity', () => {
  it('are noticed: both stop and say so, get new identities, and nothing that either wrote is lost', async () => {
    const room = await lab.room();
    await write(room, 3);
    await room.round();
    const twin = await lab.newRoom();
    await twin.putBack(room.disk.image(), room.parts.folder);
    const here = await write(room, 2);
    const there = await write(twin, 2, 'case-twin');
    await room.round();
    expect(await twin.round()).toEqual({ kind: 'forked' });
    expect(await room.round()).toEqual({ kind: 'forked' });
    for (const one of [room, twin]) expect(one.status).toMatchObject({ state: 'needs-person', reason: 'forked' });
    for (const one of [room, twin]) {
      expect(await one.newIdentity()).toBeNull();
      await lab.centre.admit(one.station, 'here');
    }
    expect(room.station).not.toBe(twin.station);
    for (const one of [room, twin, room]) await one.round();
    await lab.centre.releaseForks();
    for (const one of [room, twin]) await one.dismissRefused();
    await expectConverged(lab, [room, twin]);
    expect(await lab.atCentre()).toEqual(expect.arrayContaining([...here, ...there]));
  });
});
