import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalSchema } from '../../electron/core/domain/wire/refusals';
import { sendAnswer } from '../../electron/core/domain/wire/exchange';
import { hostileRequest, type HostileRequest } from './support/hostile';
import { seeded, withSeeds } from './support/seeded';
import { TestCentre } from './support/test-centre';
import { WireStation } from './support/wire-station';

let centre: TestCentre;
let station: WireStation;
let stranger: WireStation;

beforeAll(async () => {
  centre = await TestCentre.embedded();
  await centre.committee('here');
  await centre.committee('strangers');
  station = await WireStation.admitted(centre, 'here');
  stranger = await WireStation.admitted(centre, 'strangers');
  await station.send([station.write('case-1'), station.write('case-2')]);
});
afterAll(() => centre.close());

/** Sends one, and looks at what any answer has to be. Resolves to its status. */
async function answered(request: HostileRequest): Promise<number> {
  const about = (): string =>
    JSON.stringify({ ...request, payload: request.payload?.toString('latin1').slice(0, 500) });
  const answer = await centre.app.inject(request);
  const status = answer.statusCode;
  if (status >= 500 || status < 200) throw new Error(`${status} ${answer.payload.slice(0, 200)} to ${about()}`);
  if (answer.headers['x-injected'] !== undefined || answer.headers['set-cookie'] !== undefined) {
    throw new Error(`a header was injected by ${about()}`);
  }
  const plain = answer.headers['content-encoding'] === undefined && request.method !== 'HEAD';
  if (status >= 400 && plain && !refusalSchema.safeParse(jsonOf(answer.payload)).success) {
    throw new Error(`${status} without a refusal: ${answer.payload.slice(0, 200)} to ${about()}`);
  }
  return status;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

describe('a hundred thousand generated requests', () => {
  it(
    'are each answered by this protocol, none with a fault of the centre, and leave nothing behind',
    { timeout: 300_000 },
    async () => {
      const statuses: Record<number, number> = {};
      const before = await centre.counts();
      await withSeeds('generated requests', 100, async (seed) => {
        const random = seeded(seed);
        const { id } = station.write(`case-${seed}`);
        [station.seq, station.prev] = [station.seq - 1, null];
        const words = [station.key.station, stranger.key.station, id, 'case-1', 'case-2', 'room-1', 'b'.repeat(64)];
        const known = { tokens: [station.token, stranger.token], words };
        for (let n = 0; n < 1000; n++) {
          const status = await answered(hostileRequest(random, known));
          statuses[status] = (statuses[status] ?? 0) + 1;
        }
      });
      console.log('statuses', statuses);
      // None of them carries a sound entry, a signed enrolment or a file: whatever the answer was, no row stands for it.
      expect(await centre.counts()).toEqual(before);
      expect((await station.ask('GET', '/v1/feed?after=0')).status).toBe(200);
    },
  );

  it('among which sound entries stand are told apart: just those are taken', async () => {
    await withSeeds('mixed sendings', 20, async (seed) => {
      const random = seeded(seed);
      const writer = await WireStation.admitted(centre, 'here');
      const before = await centre.counts();
      let taken = 0;
      for (let n = 0; n < 10; n++) {
        const known = { tokens: [writer.token], words: [writer.key.station, 'case-1'] };
        const rubbish = Array.from({ length: 5 }, () => {
          const { payload } = hostileRequest(random, known);
          return jsonOf(payload?.toString() ?? '') ?? null;
        });
        const sound = writer.write(`case-${seed}`);
        rubbish.splice(random.below(6), 0, sound);
        const answer = await writer.ask('POST', '/v1/entries', { entries: rubbish });
        expect(answer.status).toBe(200);
        const { answers } = sendAnswer.parse(answer.body);
        expect(answers.filter(({ outcome }) => outcome === 'taken')).toEqual([{ id: sound.id, outcome: 'taken' }]);
        taken += 1;
      }
      const after = await centre.counts();
      expect((after['entry'] ?? 0) - (before['entry'] ?? 0)).toBe(taken);
      expect((after['feed'] ?? 0) - (before['feed'] ?? 0)).toBe(taken);
      expect(after['membership']).toBe((before['membership'] ?? 0) + 1);
      for (const table of ['held_entry', 'refused_entry', 'file_ref', 'lease'])
        expect(after[table]).toBe(before[table]);
    });
  });
});

describe('bytes that are no HTTP, or HTTP that is not sound', () => {
  const LINES = [
    'GET / HTTP/1.1\r\nhost: a\r\nx: a\nb: c\r\n\r\n',
    'POST /v1/entries HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /v1/entries HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
    'POST /v1/entries HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n',
    'GET /v1/feed?after=0\r\nx-injected: yes HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET /v1/feed HTTP/9.9\r\n\r\n',
    `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
    `GET / HTTP/1.1\r\nhost: a\r\n${'x: y\r\n'.repeat(5000)}\r\n`,
    '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
    '\u0000\u0000\u0000',
  ];

  it('end the connection or get a 4xx, and the service goes on', async () => {
    const port = await centre.listen();
    const random = seeded(7);
    const noise = Array.from({ length: 50 }, () => Buffer.from(random.bytes(200)).toString('latin1'));
    for (const line of [...LINES, ...noise]) {
      const said = await raw(port, line);
      if (said !== '') expect(said).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(said.toLowerCase()).not.toContain('x-injected');
    }
    expect((await station.ask('GET', '/v1/feed?after=0')).status).toBe(200);
  });
});

/** What a raw connection says to these bytes, until it ends or a moment has passed. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.end(Buffer.from(text, 'latin1')));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (piece) => (said += piece.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}
