import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginEpoch } from '../../../centre/admin/epochs';
import { statusOf } from '../../../electron/core/sync/status';
import { admit, admittedRoom, ASK, listeningCentre, newRoom } from './rooms';
import { newCase } from '../../fixtures/centre-station';

let there: Awaited<ReturnType<typeof listeningCentre>>;
beforeAll(async () => {
  there = await listeningCentre();
});
afterAll(() => there.centre.close());

describe('two rooms and a centre', () => {
  it('hold the same after a round each', async () => {
    const [a, b] = [await admittedRoom(there), await admittedRoom(there)];
    const [one, two] = [newCase(), newCase()];
    await a.write(one, '甲', '乙');
    await b.write(two, '丙');
    const sent = await a.engine.once();
    expect(sent).toMatchObject({ sent: 2, remaining: 0, refused: 0, fault: null });
    expect(await b.engine.once()).toMatchObject({ sent: 1, received: 2, fault: null });
    expect(await a.engine.once()).toMatchObject({ sent: 0, received: 1, fault: null });
    expect(await a.ids(one, two)).toEqual(await b.ids(one, two));
    expect(await a.ids(one, two)).toHaveLength(3);
    expect(statusOf(a.engine.facts())).toEqual({ state: 'up-to-date', at: a.clock.time });
  });

  it('merge what both wrote in one case', async () => {
    const [a, b] = [await admittedRoom(there), await admittedRoom(there)];
    const shared = newCase();
    await a.write(shared, '甲');
    await a.engine.once();
    await b.engine.once();
    await a.write(shared, '甲一');
    await b.write(shared, '乙一');
    for (const room of [a, b, a]) expect(await room.engine.once()).toMatchObject({ fault: null });
    expect(await a.ids(shared)).toEqual(await b.ids(shared));
    expect(await a.ids(shared)).toHaveLength(3);
  });

  it('needs the administrator first, and goes on by itself once admitted', async () => {
    const room = await newRoom();
    await room.write(newCase(), '甲');
    expect(await room.engine.enrol({ ...ASK, url: there.url })).toEqual({ ok: true });
    expect(room.engine.facts().centre?.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await room.engine.once()).toMatchObject({ fault: { kind: 'waiting-for-admission' }, remaining: 1 });
    expect(statusOf(room.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'waiting-for-admission' });
    await admit(there.centre, room);
    expect(await room.engine.once()).toMatchObject({ sent: 1, fault: null });
  });

  it('gives a centre with a new epoch all that it has, and reads it from the start', async () => {
    const room = await admittedRoom(there);
    const subject = newCase();
    await room.write(subject, '甲', '乙');
    await room.engine.once();
    await there.centre.db.within({ as: 'admin' }, (queries) => beginEpoch(queries, 'restored'));
    const feeds = room.line.count('GET /v1/feed');
    expect(await room.engine.once()).toMatchObject({ remaining: 0, fault: null });
    expect(room.line.count('GET /v1/feed')).toBeGreaterThan(feeds + 1);
    expect(room.line.count('POST /v1/entries/missing')).toBe(1);
    expect(statusOf(room.engine.facts()).state).toBe('up-to-date');
  });

  it('wipes what a lost one holds, by an order of its own centre alone', async () => {
    let wiped = 0;
    const lost = await newRoom({ wipe: () => Promise.resolve(void (wiped += 1)) });
    const revoke = (wipe: boolean) =>
      there.centre.db.within({ as: 'admin' }, ({ query }) =>
        query("insert into station_event (station, event, wipe) values ($1, 'revoked', $2)", [
          lost.store.station,
          wipe,
        ]),
      );
    await admit(there.centre, lost);
    await lost.engine.enrol({ ...ASK, url: there.url });
    await lost.engine.once();
    await revoke(false);
    expect(await lost.engine.once()).toMatchObject({ fault: { kind: 'revoked' } });
    expect(wiped).toBe(0);
    await revoke(true);
    // What stands between changes the order: it is none then.
    lost.line.rule = async (_request, go) => {
      const answer = await go();
      return {
        ...answer,
        body: Buffer.from(
          Buffer.from(answer.body)
            .toString()
            .replace(/"order":\d+/, '"order":99'),
        ),
      };
    };
    expect(await lost.engine.once()).toMatchObject({ fault: { kind: 'revoked' } });
    expect(wiped).toBe(0);
    lost.line.rule = null;
    expect(await lost.engine.once()).toMatchObject({ fault: { kind: 'wiped' } });
    expect(wiped).toBe(1);
  });

  it('send a file from one to the other', async () => {
    const [a, b] = [await admittedRoom(there), await admittedRoom(there)];
    const bytes = randomBytes(1024 * 1024 + 5);
    const sha256 = await a.store.blobs.put(bytes);
    const data = { sha256, bytes: bytes.length };
    await a.store.commit([{ subject: newCase(), kind: 'document-issued', data, account: 'chen' }]);
    expect(await a.engine.once()).toMatchObject({ filesSent: 1, filesRemaining: 0, fault: null });
    expect(await b.engine.once()).toMatchObject({ filesReceived: 1, fault: null });
    expect(Buffer.compare(await b.store.blobs.get(sha256), bytes)).toBe(0);
  });
});
