import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stationKey } from '../../electron/core/crypto/signing-key';
import type { Entry } from '../../electron/core/domain/journal/entry';
import { feedAnswer } from '../../electron/core/domain/wire/exchange';
import { TestCentre } from './support/test-centre';
import { keyFor, WireStation } from './support/wire-station';

let centre: TestCentre;
let here: WireStation;
let other: WireStation;
/** An institution under `here`'s committee, another one beside it, and a committee of strangers. */
let bank: WireStation;
let insurer: WireStation;

beforeAll(async () => {
  centre = await TestCentre.embedded();
});
afterAll(() => centre.close());
beforeEach(async () => {
  await centre.wipe();
  await centre.committee('here');
  await centre.institution('bank', 'here');
  await centre.institution('insurer', 'here');
  await centre.committee('strangers');
  here = await WireStation.admitted(centre, 'here');
  bank = await WireStation.admitted(centre, 'bank');
  insurer = await WireStation.admitted(centre, 'insurer');
  other = await WireStation.admitted(centre, 'strangers');
});

const answerTo = async (sender: WireStation, entry: unknown) => (await sender.send([entry])).answers[0];
async function feedOf(station: WireStation): Promise<readonly string[]> {
  const answer = await station.ask('GET', '/v1/feed?after=0');
  expect(answer.status).toBe(200);
  return feedAnswer.parse(answer.body).entries.map((entry) => entry.id);
}

describe("another institution's case", () => {
  const scan = Buffer.from('%PDF-1.7 扫描件');
  const sha256 = createHash('sha256').update(scan).digest('hex');
  let secret: Entry;
  beforeEach(async () => {
    const set = { name: '扫描件', sha256, bytes: scan.length, type: 'application/pdf' };
    secret = bank.write('case-secret', { attachment: 'scan', set }, 'attachment-set');
    await bank.send([secret]);
    const put = await bank.ask('PUT', `/v1/files/${sha256}/0`, scan, { 'x-piece-sha256': sha256 });
    expect(put.status).toBe(204);
  });

  const routes = (entry: Entry): readonly (readonly ['GET' | 'PUT' | 'POST', string, unknown?])[] => [
    ['GET', `/v1/subjects/${entry.subject}`],
    ['GET', `/v1/entries/${entry.id}`],
    ['GET', `/v1/files/${sha256}`],
    ['GET', `/v1/files/${sha256}/0`],
  ];

  it('is read by the institution and by its committee, by every route', async () => {
    for (const station of [bank, here]) {
      for (const [method, url] of routes(secret)) expect((await station.ask(method, url)).status).toBe(200);
      expect(await feedOf(station)).toEqual([secret.id]);
      expect((await station.ask('GET', '/v1/subjects')).text).toContain('case-secret');
      expect(Buffer.from((await station.ask('GET', `/v1/files/${sha256}/0`)).text)).toEqual(scan);
    }
  });

  it('is not there for anybody else, by no route, and not told apart from what does not exist', async () => {
    for (const station of [insurer, other]) {
      const nothing = routes({ ...secret, subject: 'case-none', id: 'C'.repeat(43) });
      for (const [index, [method, url]] of routes(secret).entries()) {
        const answer = await station.ask(method, url);
        expect(answer).toMatchObject({ status: 404, body: { fault: 'not-found' } });
        expect(answer.text).toBe((await station.ask(method, nothing[index]?.[1] ?? '')).text);
      }
      expect(await feedOf(station)).toEqual([]);
      expect((await station.ask('GET', '/v1/subjects')).text).not.toContain('case-secret');
      const missing = await station.ask('POST', '/v1/entries/missing', { ids: [secret.id] });
      expect(missing.body).toMatchObject({ missing: [secret.id] });
      const put = await station.ask('PUT', `/v1/files/${sha256}/0`, scan, { 'x-piece-sha256': sha256 });
      expect(put.status).toBe(404);
    }
  });

  it('is not opened by an entry of one s own that names its file: who knows the hash has to send the bytes', async () => {
    const set = { name: '借用', sha256, bytes: scan.length, type: 'application/pdf' };
    await insurer.send([insurer.write('case-own', { attachment: 'scan', set }, 'attachment-set')]);
    expect((await insurer.ask('GET', `/v1/files/${sha256}/0`)).status).toBe(404);
    expect((await insurer.ask('GET', `/v1/files/${sha256}`)).body).toMatchObject({ missing: [0], whole: false });
    const put = await insurer.ask('PUT', `/v1/files/${sha256}/0`, scan, { 'x-piece-sha256': sha256 });
    expect(put.status).toBe(204);
    expect((await insurer.ask('GET', `/v1/files/${sha256}/0`)).status).toBe(200);
  });

  it('cannot be written into, and a withdrawal ends reading at the next request', async () => {
    expect(await answerTo(insurer, insurer.write('case-secret'))).toMatchObject({
      outcome: 'refused',
      fault: 'not-yours',
    });
    await centre.rows(`insert into membership (subject, organisation, given) values ('case-secret', 'insurer', true)`);
    expect((await insurer.ask('GET', '/v1/subjects/case-secret')).status).toBe(200);
    await centre.rows(`insert into membership (subject, organisation, given) values ('case-secret', 'insurer', false)`);
    for (const [method, url] of routes(secret)) expect((await insurer.ask(method, url)).status).toBe(404);
    expect(await feedOf(insurer)).toEqual([]);
  });
});

describe('a session without rights', () => {
  it('gets nothing from any route, and no word of what there is', async () => {
    const urls = ['/v1/feed?after=0', '/v1/subjects', '/v1/subjects/case-1', '/v1/stations', '/v1/rules?have=0'];
    for (const url of urls) {
      const answer = await here.ask('GET', url, undefined, { authorization: 'Bearer nothing-at-all-0000000000' });
      expect(answer).toMatchObject({ status: 401, body: { fault: 'no-session' } });
    }
  });

  it('cannot enrol under a key that it does not hold', async () => {
    const thief = new WireStation(centre);
    const victim = stationKey(keyFor('victim'));
    const asked = { station: victim.station, box: thief.box, room: '一', organisation: '二' };
    const answer = await thief.ask('POST', '/v1/enrolment', {
      ...asked,
      signature: thief.key.sign(JSON.stringify(asked)),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});
