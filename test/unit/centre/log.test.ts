import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceLog } from '../../../centre/operation/log';
import { sendAnswer } from '../../../electron/core/domain/wire/exchange';
import { adminOf, TOKEN } from '../../fixtures/centre-admin';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { newCase } from '../../fixtures/centre-station';

const lines: string[] = [];
let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre({ adminToken: TOKEN, log: serviceLog('debug', (line) => lines.push(line)) });
});
afterAll(() => centre.close());

const SECRET_TEXT = '柯龙䶮欠款叁万元整';
const SECRET_NUMBER = '999999199003070019';

describe('the log', () => {
  it('has one line a request with route, status, time and workstation', async () => {
    const room = await centre.admit();
    await room.signIn();
    lines.length = 0;
    await room.send(room.writeMany(newCase(), 1));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { method: 'POST', route: '/v1/entries', status: 200, station: room.station.slice(0, 12), msg: 'answered' },
    ]);
  });

  it('never holds case text, a number, a token, a name, an address asked for or its query', async () => {
    const room = await centre.admit('陈知远的调解室');
    const subject = newCase();
    await room.send([room.write(subject, { facts: SECRET_TEXT, number: SECRET_NUMBER })]);
    await room.ask('POST', '/v1/entries', sendAnswer, { entries: [{ facts: SECRET_TEXT, sig: room.token }] });
    await room.feed();
    await room.subject(subject);
    const auth = { authorization: `Bearer ${room.token ?? ''}` };
    const raw = { authorization: auth.authorization, 'content-type': 'application/json' };
    await centre.service.inject({
      method: 'POST',
      url: '/v1/entries',
      headers: raw,
      payload: `{"${SECRET_TEXT}": tru`,
    });
    await centre.service.inject({
      method: 'GET',
      url: `/nowhere/${SECRET_NUMBER}?token=${room.token ?? ''}`,
      headers: auth,
    });
    await centre.service.inject({ method: 'GET', url: `/v1/feed?after=${SECRET_NUMBER}x&name=陈知远`, headers: auth });
    await centre.service.inject({ method: 'GET', url: `/v1/%ff/${SECRET_NUMBER}`, headers: auth });
    await adminOf(centre.service)('organisation-add', { id: 'x', name: '泉州保密机构', kind: 'institution' });
    await adminOf(centre.service, 'wrong-token-of-somebody')('status');
    const all = lines.join('');
    expect(all).toContain('/v1/subjects/:subject');
    for (const secret of [
      SECRET_TEXT,
      SECRET_NUMBER,
      room.token ?? '',
      TOKEN,
      'wrong-token-of-somebody',
      '陈知远',
      '泉州保密机构',
      subject,
      '?',
    ]) {
      expect(all.includes(secret), secret).toBe(false);
    }
  });

  it('tells an error by kind, code and place, not by its message', async () => {
    const database = Object.assign(new Error(`Key (facts)=(${SECRET_TEXT}) already exists`), {
      code: '23505',
      table: 'entry',
      detail: SECRET_TEXT,
    });
    const failing = await testCentre({
      log: serviceLog('debug', (line) => lines.push(line)),
      db: {
        ...centre.db,
        within: (actor, work) => (breaks ? Promise.reject(database) : centre.db.within(actor, work)),
      },
    });
    const room = await failing.admit();
    await room.signIn();
    lines.length = 0;
    breaks = true;
    await expect(room.feed()).rejects.toMatchObject({ status: 500, fault: 'centre-fault' });
    breaks = false;
    failing.service.log.error(database);
    failing.service.log.error({ err: database }, database.message);
    failing.service.log.warn(database, 'words of ours');
    await failing.close();
    const all = lines.join('');
    expect(all).not.toContain(SECRET_TEXT);
    expect(all).toContain('23505');
    expect(all).toContain('words of ours');
    expect(all).toContain('log.test.ts');
  });
});

let breaks = false;
