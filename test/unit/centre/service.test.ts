import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DbAway, type Db } from '../../../centre/db/db';
import { feedAnswer } from '../../../electron/core/domain/wire/exchange';
import { LIMITS } from '../../../electron/core/domain/wire/limits';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { sharedPglite } from '../../fixtures/embedded';
import { newCase, type CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
let room: CentreStation;
beforeAll(async () => {
  centre = await testCentre();
  room = await centre.admit();
  await room.signIn();
});
afterAll(() => centre.close());

const post = (payload: Buffer | string, headers: Readonly<Record<string, string>> = {}) =>
  centre.service.inject({
    method: 'POST',
    url: '/v1/entries',
    headers: { authorization: `Bearer ${room.token ?? ''}`, 'content-type': 'application/json', ...headers },
    payload,
  });
const saidBy = async (answer: ReturnType<typeof post>): Promise<readonly unknown[]> => {
  const { statusCode, json } = await answer;
  return [statusCode, json()];
};

describe('packing', () => {
  it('is understood in requests and used in answers', async () => {
    const entries = room.writeMany(newCase(), 20);
    const packed = gzipSync(JSON.stringify({ entries }));
    expect((await post(packed, { 'content-encoding': 'gzip' })).statusCode).toBe(200);
    const answer = await centre.service.inject({
      url: '/v1/feed?after=0',
      headers: { authorization: `Bearer ${room.token ?? ''}`, 'accept-encoding': 'gzip' },
    });
    expect(answer.headers['content-encoding']).toBe('gzip');
    const page = feedAnswer.parse(JSON.parse(gunzipSync(answer.rawPayload).toString('utf8')));
    expect(page.entries).toHaveLength(20);
  });

  it('that would unpack to more than a body may hold is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(LIMITS.bodyBytes * 8, 0x20));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await saidBy(post(bomb, { 'content-encoding': 'gzip' }))).toEqual([413, { fault: 'too-large' }]);
  });

  it('that breaks off, lies, or is of an unknown kind is not understood', async () => {
    const packed = gzipSync(JSON.stringify({ entries: room.copy().writeMany(newCase(), 3) }));
    const refused = [415, { fault: 'not-understood' }];
    expect(await saidBy(post(packed.subarray(0, 200), { 'content-encoding': 'gzip' }))).toEqual(refused);
    expect(await saidBy(post('{"entries":[]}', { 'content-encoding': 'gzip' }))).toEqual(refused);
    expect(await saidBy(post(packed, { 'content-encoding': 'br' }))).toEqual(refused);
    expect(await saidBy(post(packed, { 'content-encoding': 'x-odd' }))).toEqual(refused);
  });
});

describe('a request that does not fit', () => {
  it('is refused with the field that breaks its schema', async () => {
    expect(await saidBy(post('{"entries":[]}'))).toEqual([400, { fault: 'bad-request', field: 'entries' }]);
    expect(await saidBy(post('{}'))).toEqual([400, { fault: 'bad-request', field: 'entries' }]);
    const many = JSON.stringify({ entries: Array.from({ length: LIMITS.entries + 1 }, () => 1) });
    expect(await saidBy(post(many))).toEqual([400, { fault: 'bad-request', field: 'entries' }]);
    const feed = await centre.service.inject({
      url: '/v1/feed?after=-1',
      headers: { authorization: `Bearer ${room.token ?? ''}` },
    });
    expect([feed.statusCode, feed.json()]).toEqual([400, { fault: 'bad-request', field: 'after' }]);
  });

  it('is refused in the same shape when it is no JSON, too large, nowhere or unreadable', async () => {
    expect(await saidBy(post('{"entries":'))).toEqual([415, { fault: 'not-understood' }]);
    expect(await saidBy(post(''))).toEqual([415, { fault: 'not-understood' }]);
    expect(await saidBy(post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([
      415,
      { fault: 'not-understood' },
    ]);
    expect(await saidBy(post('x'.repeat(LIMITS.bodyBytes + 1)))).toEqual([413, { fault: 'too-large' }]);
    const nowhere = await centre.service.inject({ url: '/v1/nothing' });
    expect([nowhere.statusCode, nowhere.json()]).toEqual([404, { fault: 'not-found' }]);
    const unreadable = await centre.service.inject({ url: '/v1/subjects/%c0%ae' });
    expect([unreadable.statusCode, unreadable.json()]).toEqual([400, { fault: 'bad-request' }]);
  });
});

describe('a database that fails', () => {
  const over = async (within: Db['within']): Promise<TestCentre> => {
    const db = await sharedPglite();
    let failing = false;
    const own = await testCentre({
      db: { ...db, within: (actor, work) => (failing ? within(actor, work) : db.within(actor, work)) },
    });
    failing = true;
    return own;
  };
  const ask = (own: TestCentre) =>
    own.service.inject({ url: '/v1/subjects', headers: { authorization: `Bearer ${room.token ?? ''}` } });

  it('and is away makes the centre unavailable for some seconds', async () => {
    const own = await over(() => Promise.reject(new DbAway()));
    const answer = await ask(own);
    expect([answer.statusCode, answer.json(), answer.headers['retry-after']]).toEqual([
      503,
      { fault: 'unavailable' },
      '5',
    ]);
    await own.close();
  });

  it('in another way is the centre’s own fault, of which nothing is told', async () => {
    const own = await over(() => Promise.reject(new Error('secret')));
    const answer = await ask(own);
    expect([answer.statusCode, answer.json()]).toEqual([500, { fault: 'centre-fault' }]);
    await own.close();
  });
});
