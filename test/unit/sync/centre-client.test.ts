import { describe, expect, it, onTestFinished } from 'vitest';
import { newStationKey, stationKey } from '../../../electron/core/crypto/signing-key';
import { CentreClient } from '../../../electron/core/sync/centre-client';
import { CentreRefused, SyncStopped } from '../../../electron/core/sync/centre-errors';
import { Line } from './rooms';
import { SmallCentre } from './small-centre';

async function client(): Promise<{ readonly centre: SmallCentre; readonly line: Line; readonly client: CentreClient }> {
  const centre = await SmallCentre.start();
  const line = new Line();
  onTestFinished(() => line.close());
  const parts = { http: line, url: centre.url, clock: { now: () => centre.now } };
  return { centre, line, client: new CentreClient(parts, stationKey(newStationKey()), centre.key.station) };
}

describe('a session', () => {
  it('is begun at the first question and kept for the next', async () => {
    const { line, client: asks } = await client();
    await asks.stations();
    await asks.stations();
    expect(line.count('POST /v1/session/challenge')).toBe(1);
  });

  it('that ended midway is begun again, and the question repeated', async () => {
    const { centre, line, client: asks } = await client();
    await asks.stations();
    centre.token += 1;
    expect(await asks.stations()).toEqual([]);
    expect(line.count('POST /v1/session/challenge')).toBe(2);
    expect(line.count('GET /v1/stations')).toBe(3);
  });

  it('is begun again once only', async () => {
    const { centre, line, client: asks } = await client();
    await asks.stations();
    centre.token += 1;
    line.rule = async (request, go) => {
      const came = await go();
      if (request.url.endsWith('/session')) centre.token += 1;
      return came;
    };
    await expect(asks.stations()).rejects.toEqual(new CentreRefused(401, 'no-session'));
  });

  it('is not begun with another centre, which learns nothing but who asks', async () => {
    const { centre, line, client: asks } = await client();
    centre.key = stationKey(newStationKey());
    await expect(asks.stations()).rejects.toEqual(new SyncStopped({ kind: 'other-centre' }));
    expect(line.seen).toEqual(['POST /v1/session/challenge']);
  });
});

describe('a question', () => {
  it('for what is not there is answered with nothing', async () => {
    const { client: asks } = await client();
    expect(await asks.file('a'.repeat(64))).toBeNull();
    expect(await asks.piece('a'.repeat(64), 0)).toBeNull();
    expect(await asks.entry('A'.repeat(43))).toEqual([]);
    expect(await asks.rules(0)).toBeNull();
    expect(await asks.missing(['A'.repeat(43)])).toEqual(['A'.repeat(43)]);
  });

  it('that a portal answers in place of 204 took nothing', async () => {
    const { line, client: asks } = await client();
    line.rule = (request, go) =>
      request.method === 'PUT' ? Promise.resolve({ status: 200, headers: {}, body: Buffer.from('<html>') }) : go();
    const put = asks.putPiece('a'.repeat(64), 0, Buffer.from('x'), 'b'.repeat(64));
    await expect(put).rejects.toEqual(new SyncStopped({ kind: 'not-the-centre' }));
  });
});
