import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionText } from '../../../electron/core/domain/wire/session';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { CentreSaid, type CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

const noSession = 'no-session';
const faultOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof CentreSaid) return error.fault;
    throw error;
  }
};
const begin = (station: CentreStation, challenge: string, signature: string) =>
  centre.service.inject({
    method: 'POST',
    url: '/v1/session',
    payload: { station: station.station, challenge, signature },
  });

describe('a session', () => {
  it('begins with a signed challenge and lasts ten minutes by the centre’s clock', async () => {
    const room = await centre.admit();
    const answer = await room.signIn();
    expect(answer).toMatchObject({ lasts: 600, chain: { seq: 0, id: null }, held: 0, now: centre.clock.now });
    centre.clock.now += 599_000;
    await room.feed();
    centre.clock.now += 2_000;
    expect(await faultOf(room.feed())).toBe(noSession);
  });

  it('ends when the clock is set back behind its beginning', async () => {
    const room = await centre.admit();
    await room.signIn();
    centre.clock.now -= 3_600_000;
    expect(await faultOf(room.feed())).toBe(noSession);
    centre.clock.now += 3_600_000;
    await room.feed();
  });

  it('is not begun with an old challenge, another one’s, another centre’s, or by a wrong signature', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const { challenge, centre: key } = await room.challenge();
    const good = room.key.sign(sessionText(key, challenge));
    const elsewhere = room.key.sign(sessionText(other.station, challenge));
    const tries = [
      begin(other, challenge, other.key.sign(sessionText(key, challenge))),
      begin(room, challenge, elsewhere),
      begin(room, `${challenge}x`, room.key.sign(sessionText(key, `${challenge}x`))),
      begin(room, challenge, other.key.sign(sessionText(key, challenge))),
    ];
    for (const answer of await Promise.all(tries)) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toEqual({ fault: noSession });
    }
    expect((await begin(room, challenge, good)).statusCode).toBe(200);
    centre.clock.now += 61_000;
    expect((await begin(room, challenge, good)).statusCode).toBe(401);
  });

  it('is not begun by who was never admitted, or asked and waits', async () => {
    await expect(centre.stranger().signIn()).rejects.toEqual(new CentreSaid(403, 'not-admitted'));
  });

  it('is needed, unharmed, for every route of a workstation', async () => {
    const room = await centre.admit();
    const { token } = await room.signIn();
    const { challenge } = await room.challenge();
    const headers = [
      undefined,
      'Bearer',
      `Basic ${token}`,
      `Bearer ${token}x`,
      `Bearer ${challenge}`,
      `Bearer ${token} x`,
    ];
    for (const authorization of headers) {
      for (const url of ['/v1/feed?after=0', '/v1/subjects', '/v1/stations', '/v1/rules?have=0']) {
        const given = authorization === undefined ? {} : { authorization };
        const answer = await centre.service.inject({ method: 'GET', url, headers: given });
        expect([answer.statusCode, answer.json()]).toEqual([401, { fault: noSession }]);
      }
    }
  });

  it('is good at every process of the centre', async () => {
    const room = await centre.admit();
    await room.signIn();
    const second = await testCentre();
    second.clock.now = centre.clock.now;
    const answer = await second.service.inject({
      url: '/v1/subjects',
      headers: { authorization: `Bearer ${room.token ?? ''}` },
    });
    expect(answer.statusCode).toBe(200);
    await second.close();
  });
});
