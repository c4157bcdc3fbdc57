import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stationVerifier } from '../../../electron/core/crypto/signing-key';
import { linkText, proofText } from '../../../electron/core/domain/wire/exchange';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { CentreSaid, newCase, START } from '../../fixtures/centre-station';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

const otherHistory = new CentreSaid(409, 'other-history');

describe('the feed', () => {
  it('is read in pages, each from where the one before ended, nothing twice', async () => {
    const own = await testCentre({ limits: { page: 3 } });
    const room = await own.admit();
    const ids = room.writeMany(newCase(), 8).map((entry) => entry);
    await room.send(ids);
    expect((await room.feed()).entries).toHaveLength(3);
    expect((await room.readAll()).ids).toEqual(ids.map(({ id }) => id));
    await own.close();
  });

  it('bounds a page by bytes, and gives at least one entry', async () => {
    const own = await testCentre({ limits: { pageBytes: 3000 } });
    const room = await own.admit();
    const subject = newCase();
    const entries = [5000, 900, 900, 900].map((size) => room.write(subject, { facts: 'x'.repeat(size) }));
    await room.send(entries);
    const first = await room.feed();
    expect(first.entries.map(({ id }) => id)).toEqual([entries[0]?.id]);
    expect((await room.feed(first.proof.checkpoint)).entries).toHaveLength(2);
    expect((await room.readAll()).ids).toEqual(entries.map(({ id }) => id));
    await own.close();
  });

  it('goes on over others’ own journals, however many', async () => {
    const own = await testCentre({ limits: { page: 2 } });
    const [room, other] = [await own.admit(), await own.admit('调解室五')];
    await other.send(other.writeMany('room-settings', 30));
    const entry = room.write(newCase());
    await room.send([entry]);
    expect((await room.readAll()).ids).toEqual([entry.id]);
    await own.close();
  });

  it('links every place to all before it', async () => {
    const room = await centre.admit('调解室三', await centre.organisation('committee'));
    const entries = room.writeMany(newCase(), 3);
    await room.send(entries);
    const { checkpoint } = (await room.feed()).proof;
    const link = entries.reduce((before, { id }) => stationVerifier.hash(linkText(before, id)), '');
    expect(checkpoint).toMatchObject({ seq: 3, link });
  });

  it('says where the reader stands, signed by the centre', async () => {
    const room = await centre.admit();
    const entries = room.writeMany(newCase(), 2);
    await room.send(entries);
    const { centre: key } = await room.challenge();
    centre.clock.now += 5000;
    const { proof } = (await room.readAll()).last;
    expect(stationVerifier.verify(key, proofText(proof), proof.signature)).toBe(true);
    expect(proof).toMatchObject({ station: room.station, chain: { seq: 2, id: entries[1]?.id }, at: centre.clock.now });
    expect(proof.checkpoint.seq).toBe(proof.head);
  });

  it('leaves nothing out for who reads while many send at once', async () => {
    const its = await centre.organisation('committee');
    const reader = await centre.admit('调解室一', its);
    const rooms = await Promise.all([2, 3, 4, 5, 6].map((n) => centre.admit(`调解室${n}`, its)));
    const sent: string[] = [];
    const sending = rooms.map(async (room) => {
      for (let n = 0; n < 6; n += 1) {
        const entries = room.writeMany(newCase(), 1 + (n % 3));
        sent.push(...entries.map(({ id }) => id));
        await room.send(entries);
      }
    });
    const state = { done: false };
    const finished = Promise.all(sending).finally(() => {
      state.done = true;
    });
    const read: string[] = [];
    let at = START;
    for (let more = true; more;) {
      more = !state.done;
      const { ids, last } = await reader.readAll(at, 4);
      read.push(...ids);
      at = last.proof.checkpoint;
      // Nothing here waits for the line, as it would in life: let the others go on.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await finished;
    expect([...read].sort()).toEqual([...sent].sort());
    expect(new Set(read).size).toBe(read.length);
  });

  it('refuses a checkpoint of another history: link, counter, epoch, organisation', async () => {
    const room = await centre.admit();
    await room.send(room.writeMany(newCase(), 2));
    const { checkpoint } = (await room.feed()).proof;
    const link = stationVerifier.hash('another');
    await expect(room.feed({ ...checkpoint, link })).rejects.toEqual(otherHistory);
    await expect(room.feed({ ...checkpoint, seq: checkpoint.seq + 1 })).rejects.toEqual(otherHistory);
    await expect(room.feed({ ...checkpoint, seq: 0 })).rejects.toEqual(otherHistory);
    await expect(room.feed({ ...checkpoint, epoch: 'another' })).rejects.toEqual(otherHistory);
    await expect(room.feed({ ...START, epoch: 'another' })).rejects.toEqual(otherHistory);
    const elsewhere = await centre.admit('调解室九', await centre.organisation('committee'));
    await expect(elsewhere.feed(checkpoint)).rejects.toEqual(otherHistory);
    expect((await room.feed({ ...START, epoch: checkpoint.epoch })).entries.length).toBeGreaterThan(0);
  });

  it('is of another history after a new epoch', async () => {
    const room = await centre.admit();
    const { checkpoint } = (await room.readAll()).last.proof;
    await centre.db.within({ as: 'admin' }, ({ query }) =>
      query(`insert into epoch (id, why) values ($1, 'restored')`, [newCase()]),
    );
    await expect(room.feed(checkpoint)).rejects.toEqual(otherHistory);
    expect((await room.readAll()).last.epoch).not.toBe(checkpoint.epoch);
  });
});

describe('waiting for news', () => {
  it('ends when another workstation sends, and gives what it sent', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const from = (await room.readAll()).last.proof.checkpoint;
    await other.signIn();
    const waiting = room.feed(from, { wait: 30 });
    const entry = other.write(newCase());
    await other.send([entry]);
    expect((await waiting).entries.map(({ id }) => id)).toEqual([entry.id]);
  });

  it('goes on when the news is of another workstation’s own journal, to the end of its time', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const from = (await room.readAll()).last.proof.checkpoint;
    await other.signIn();
    const began = performance.now();
    const waiting = room.feed(from, { wait: 1 });
    await other.send([other.write('room-settings', {})]);
    const page = await waiting;
    expect(page.entries).toEqual([]);
    expect(performance.now() - began).toBeGreaterThan(950);
    expect(page.proof.checkpoint.seq).toBe(page.proof.head);
    expect(page.proof.checkpoint.seq).toBe(from.seq + 1);
  });

  it('gives nothing to a workstation that was revoked meanwhile', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const from = (await room.readAll()).last.proof.checkpoint;
    await other.signIn();
    const waiting = room.feed(from, { wait: 30 });
    const refused = expect(waiting).rejects.toEqual(new CentreSaid(403, 'revoked'));
    await centre.event(room, 'revoked');
    await other.send([other.write(newCase())]);
    await refused;
  });

  it('is answered when the service closes, and refused above the limit', async () => {
    const own = await testCentre({ limits: { parked: 1 } });
    const [room, other] = [await own.admit(), await own.admit('调解室五')];
    await other.signIn();
    const [waiting] = await Promise.all([room.feed(START, { wait: 30 }), expectParked(own, other)]);
    expect(waiting.entries).toEqual([]);
  });
});

async function expectParked(own: TestCentre, other: { feed: TestFeed }): Promise<void> {
  await expect
    .poll(async () => (await own.service.inject({ method: 'GET', url: '/metrics' })).body)
    .toContain('centre_parked_listeners 1');
  await expect(other.feed(START, { wait: 30 })).rejects.toEqual(new CentreSaid(429, 'too-many'));
  await own.close();
}
type TestFeed = (from: typeof START, options: { wait: number }) => Promise<unknown>;
