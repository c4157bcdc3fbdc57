import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../electron/core/domain/journal/entry';
import { sendRequest } from '../../electron/core/domain/wire/exchange';
import { makeCertificates, type Certificate, type Certificates } from './support/certificates';
import { expectConverged, Lab, write } from './support/lab';
import { ScriptedServer, type Asked, type Line, type Reply } from './support/scripted-server';

let lab: Lab;
let certificates: Certificates;

beforeAll(async () => {
  [lab, certificates] = await Promise.all([Lab.open(), makeCertificates()]);
});
afterAll(() => lab.close());
beforeEach(() => lab.clear());

const isSending = ({ method, path }: Asked): boolean => method === 'POST' && path === '/v1/entries';
const isReading = ({ path }: Asked): boolean => path.startsWith('/v1/feed');
/** The n-th request (from 1) of a sort is answered by this line, all others pass. */
function once(sort: (asked: Asked) => boolean, number: number, line: Line): (asked: Asked) => Line {
  let count = 0;
  return (asked) => (sort(asked) && (count += 1) === number ? line : 'pass');
}
const idsIn = ({ body, headers }: Asked): readonly unknown[] =>
  sendRequest
    .parse(JSON.parse((headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()))
    .entries.map((entry) => (entry as Entry).id);
const refusal = (status: number, fault: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ fault }),
});
const PORTAL: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>请登录酒店无线网络 Please sign in</body></html>',
};

/** What kept a round from ending well, in the midst of sending or of reading; afterwards all is as if nothing had been. */
async function throughFault(line: Line, silence?: number): Promise<readonly unknown[]> {
  const writer = await lab.room(silence === undefined ? {} : { silence });
  const reader = await lab.room(silence === undefined ? {} : { silence });
  await write(writer, 16);
  lab.server.script = once(isSending, 2, line);
  const sending = await writer.round();
  expect(writer.status.state).not.toBe('up-to-date');
  lab.server.script = () => 'pass';
  await writer.round();
  lab.server.script = once(isReading, 2, line);
  const reading = await reader.round();
  expect(reader.status.state).not.toBe('up-to-date');
  lab.server.script = () => 'pass';
  await expectConverged(lab, [writer, reader]);
  expect(await lab.atCentre()).toHaveLength(16);
  return [sending, reading];
}

describe('an answer in the midst of sending or reading', () => {
  it('401: the session is begun anew within the round, and nothing is told', async () => {
    const writer = await lab.room();
    await write(writer, 16);
    lab.server.script = once(isSending, 2, refusal(401, 'no-session'));
    expect(await writer.round()).toBeNull();
    expect(writer.status.state).toBe('up-to-date');
    expect(lab.server.asked.filter(({ path }) => path === '/v1/session')).toHaveLength(2);
    await expectConverged(lab, [writer]);
  });

  it('401 for ever is no endless loop', async () => {
    const writer = await lab.room();
    await write(writer, 3);
    lab.server.script = (asked) => (isSending(asked) ? refusal(401, 'no-session') : 'pass');
    expect(await writer.round()).not.toBeNull();
    expect(lab.server.asked.filter(isSending).length).toBeLessThan(5);
  });

  it('413: the sending is halved until it fits', async () => {
    const writer = await lab.room();
    await write(writer, 16);
    lab.server.script = (asked) => (isSending(asked) && idsIn(asked).length > 2 ? refusal(413, 'too-large') : 'pass');
    expect(await writer.round()).toBeNull();
    await expectConverged(lab, [writer]);
  });

  it('413 for one entry alone: it is shown to a person, and the others are sent', async () => {
    const writer = await lab.room();
    const ids = await write(writer, 5);
    lab.server.script = (asked) =>
      isSending(asked) && idsIn(asked).includes(ids[2]) ? refusal(413, 'too-large') : 'pass';
    await writer.round();
    expect(writer.facts.refused.map(({ id, fault }) => [id, fault])).toEqual([[ids[2], 'too-large']]);
    expect(writer.status).toMatchObject({ state: 'needs-person', reason: 'refused-entries' });
    // Those before it are in the feed, those behind it are kept at the centre until its place in the chain is filled.
    expect((await lab.atCentre()).slice().sort()).toEqual(ids.slice(0, 2).sort());
    expect((await lab.centre.counts())['held_entry']).toBe(2);
  });

  it.each([
    ['429 with Retry-After', refusal(429, 'too-many', { 'retry-after': '7' }), { kind: 'busy', seconds: 7 }],
    ['503 with Retry-After', refusal(503, 'unavailable', { 'retry-after': '30' }), { kind: 'busy', seconds: 30 }],
    ['500', refusal(500, 'centre-fault'), { kind: 'centre-fault', status: 500 }],
    ['502 of a proxy in HTML', { ...PORTAL, status: 502 }, { kind: 'centre-fault', status: 502 }],
    ['a captive portal with 200', PORTAL, { kind: 'not-the-centre' }],
    [
      'a captive portal that sends elsewhere',
      { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
      { kind: 'not-the-centre' },
    ],
    ['a network that wants a sign-in (511)', { ...PORTAL, status: 511 }, { kind: 'not-the-centre' }],
    [
      'JSON of something else',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' },
      { kind: 'not-the-centre' },
    ],
  ])('%s: it is told for what it is, and afterwards nothing is missing', async (_name, line: Line, fault) => {
    expect(await throughFault(line)).toEqual([fault, fault]);
  });

  it('none, on a connection that was kept and that the other side had closed: asked again at once', async () => {
    const writer = await lab.room();
    await write(writer, 16);
    lab.server.script = once(isSending, 2, 'hang-up');
    expect(await writer.round()).toBeNull();
    await expectConverged(lab, [writer]);
  });

  it('none, again and again: told as a cut line, and nothing is missing afterwards', async () => {
    const writer = await lab.room();
    await write(writer, 16);
    lab.server.script = (asked) => (isSending(asked) ? 'hang-up' : 'pass');
    expect(await writer.round()).toEqual({ kind: 'line', fault: 'cut' });
    lab.server.script = () => 'pass';
    await expectConverged(lab, [writer]);
  });

  it('cut in the middle: told as a cut line, and nothing of it is believed', async () => {
    const cut: Line = {
      after: (answer) => ({ ...answer, cutAfter: Math.floor(Buffer.from(answer.body ?? '').length / 2) }),
    };
    const fault = { kind: 'line', fault: 'cut' };
    expect(await throughFault(cut)).toEqual([fault, fault]);
  });

  it('gzip that breaks off though its length is right: told as a cut line', async () => {
    const cut: Line = {
      after: (answer) => {
        const plain = Buffer.from(answer.body ?? '');
        const whole = answer.headers?.['content-encoding'] === 'gzip' ? plain : gzipSync(plain);
        return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body: whole.subarray(0, -9) };
      },
    };
    const fault = { kind: 'line', fault: 'cut' };
    expect(await throughFault(cut)).toEqual([fault, fault]);
  });

  it('silence: given up when its time is over', async () => {
    const fault = { kind: 'line', fault: 'silent' };
    expect(await throughFault('silent', 400)).toEqual([fault, fault]);
  });
});

describe('one refused entry among good ones', () => {
  it('is shown with its reason, and the good ones are there for all', async () => {
    const stranger = await lab.room({ organisation: 'strangers' });
    await write(stranger, 1, 'case-theirs');
    await stranger.round();
    const [writer, reader] = [await lab.room(), await lab.room()];
    const good = await write(writer, 2);
    const [bad] = await write(writer, 1, 'case-theirs');
    const more = await write(writer, 2, 'case-b');
    expect(await writer.round()).toBeNull();
    expect(writer.status).toMatchObject({ state: 'needs-person', reason: 'refused-entries' });
    expect(writer.facts.refused).toMatchObject([{ id: bad, subject: 'case-theirs-0', fault: 'not-yours' }]);
    await reader.round();
    expect((await reader.caseIds()).slice().sort()).toEqual([...good, ...more].sort());
    await writer.dismissRefused();
    expect(await writer.round()).toBeNull();
    expect(writer.status.state).toBe('up-to-date');
  });
});

describe('a line that does not come about', () => {
  const overTls = async (own: Certificate): Promise<unknown> => {
    const server = await ScriptedServer.start(lab.centre.app, own);
    try {
      const room = await lab.newRoom({ url: server.url, ca: certificates.issuer });
      return await room.enrol();
    } finally {
      await server.close();
    }
  };

  it('with a sound certificate of the centre s own issuer it does', async () => {
    expect(await overTls(certificates.good)).toBeNull();
  });

  it.each([
    ['an expired certificate', 'expired', 'tls-expired'],
    ['a certificate for another host', 'otherHost', 'tls-wrong-host'],
    ['an issuer that nobody knows', 'stranger', 'tls-unknown-issuer'],
  ] as const)('with %s: refused before anything is said', async (_name, which, fault) => {
    lab.server.asked.length = 0;
    expect(await overTls(certificates[which])).toEqual({ kind: 'line', fault });
    expect((await lab.centre.counts())['station_event']).toBe(0);
  });

  it('to a name that is not there', async () => {
    const room = await lab.newRoom({ url: 'https://centre.invalid' });
    expect(await room.enrol()).toEqual({ kind: 'line', fault: 'name-not-found' });
  });

  it('to a machine where nobody listens, and comes back by itself', async () => {
    const server = await ScriptedServer.start(lab.centre.app);
    const room = await lab.room({ url: server.url });
    const { port } = server;
    expect(await room.round()).toBeNull();
    await server.close();
    await write(room, 2);
    expect(await room.round()).toEqual({ kind: 'line', fault: 'refused' });
    expect(room.status).toMatchObject({ state: 'offline', waiting: 2 });
    const again = await ScriptedServer.start(lab.centre.app, undefined, port);
    expect(await room.round()).toBeNull();
    expect(room.status.state).toBe('up-to-date');
    await again.close();
  });
});
