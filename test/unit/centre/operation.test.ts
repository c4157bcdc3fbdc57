import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DbAway } from '../../../centre/db/db';
import { isReady } from '../../../centre/operation/ready';
import { feedAnswer } from '../../../electron/core/domain/wire/exchange';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { newCase } from '../../fixtures/centre-station';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

const get = (url: string, over: object = {}) => centre.service.inject({ method: 'GET', url, ...over });

describe('watching the service', () => {
  it('tells that the process lives, and whether the database answers', async () => {
    expect((await get('/health')).statusCode).toBe(200);
    expect((await get('/ready')).statusCode).toBe(200);
    let away = false;
    const within: typeof centre.db.within = (actor, work) =>
      away ? Promise.reject(new DbAway()) : centre.db.within(actor, work);
    const cut = await testCentre({ db: { ...centre.db, within } });
    away = true;
    const [health, ready] = [await cut.service.inject('/health'), await cut.service.inject('/ready')];
    expect([health.statusCode, ready.statusCode, ready.headers['retry-after']]).toEqual([200, 503, '5']);
    expect((await cut.service.inject('/metrics')).statusCode).toBe(200);
    away = false;
    await cut.close();
  });

  it('does not wait for ever for a database that is silent', async () => {
    const silent = { ...centre.db, within: () => new Promise<never>(() => undefined) };
    expect(await isReady(silent, 20)).toBe(false);
  });

  it('counts requests by route, entries by outcome and the head of each feed, without names', async () => {
    const room = await centre.admit('陈知远的调解室');
    const entries = room.writeMany(newCase(), 4);
    await room.send(entries.slice(0, 2));
    await room.send([entries[3], { broken: true }]);
    const text = (await get('/metrics')).body;
    expect(text).toContain('centre_entries_total{outcome="taken"} 2');
    expect(text).toContain('centre_entries_total{outcome="held"} 1');
    expect(text).toContain('centre_entries_total{outcome="refused"} 1');
    expect(text).toMatch(/centre_request_seconds_count\{method="POST",route="\/v1\/entries",status="200"\} 2/);
    expect(text).toContain(`centre_feed_head{organisation="${centre.committee}"} 2`);
    expect(text).toContain('centre_parked_listeners 0');
    expect(text).toMatch(/centre_database_seconds_count\{actor="service",outcome="done"\} \d+/);
    for (const name of ['陈知远', room.station, room.token ?? '-', '机构']) expect(text.includes(name)).toBe(false);
  });

  it('gives the counts to this machine only, unless it was told otherwise', async () => {
    expect((await get('/metrics', { remoteAddress: '10.0.0.9' })).statusCode).toBe(404);
    expect((await get('/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(404);
    const open = await testCentre({ metricsFromAnywhere: true });
    const answer = await open.service.inject({ method: 'GET', url: '/metrics', remoteAddress: '10.0.0.9' });
    expect(answer.statusCode).toBe(200);
    await open.close();
  });
});

describe('limits', () => {
  it('answer 429 with Retry-After to a workstation, and leave another one behind the same address alone', async () => {
    const small = await testCentre({ limits: { ratePerMinute: 6 } });
    const [greedy, other] = [await small.admit('甲'), await small.admit('乙')];
    await greedy.signIn();
    await other.signIn();
    const ask = (token: string | null) =>
      small.service.inject({ method: 'GET', url: '/v1/rules', headers: { authorization: `Bearer ${token ?? ''}` } });
    for (let n = 0; n < 6; n += 1) expect((await ask(greedy.token)).statusCode).toBe(200);
    const refused = await ask(greedy.token);
    expect([refused.statusCode, refused.json()]).toMatchObject([429, { fault: 'too-many' }]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await expect(other.ask('GET', '/v1/feed?after=0', feedAnswer)).resolves.toBeDefined();
    for (let n = 0; n < 8; n += 1) expect((await small.service.inject('/health')).statusCode).toBe(200);
    await small.close();
  });

  it('count requests without a valid token by address, invented tokens included', async () => {
    const small = await testCentre({ limits: { ratePerMinute: 3 } });
    const ask = (token: string, remoteAddress: string) =>
      small.service.inject({
        method: 'GET',
        url: '/v1/rules',
        headers: { authorization: `Bearer ${token}` },
        remoteAddress,
      });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await ask(`invented-${n}`, '10.1.1.1')).statusCode);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await ask('invented', '10.1.1.2')).statusCode).toBe(401);
    await small.close();
  });

  it('refuse a body above 8 MB before it is read', async () => {
    const room = await centre.admit();
    await room.signIn();
    const answer = await centre.service.inject({
      method: 'POST',
      url: '/v1/entries',
      headers: { authorization: `Bearer ${room.token ?? ''}`, 'content-type': 'application/json' },
      payload: ' '.repeat(8 * 1024 * 1024 + 1),
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([413, { fault: 'too-large' }]);
  });
});

describe('every answer', () => {
  it('forbids pages to do anything with it, refusals and unknown addresses included', async () => {
    for (const url of ['/health', '/v1/feed?after=0', '/nowhere']) {
      const { headers } = await get(url);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });
});
