import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { LineError } from '../../../electron/core/ports';
import { CentreRefused, SyncStopped } from '../../../electron/core/sync/centre-errors';
import { CentreLine, type CentreCall } from '../../../electron/core/sync/centre-line';
import { nodeHttp } from '../../../electron/core/sync/node-http';
import { scripted } from './scripted-server';

const schema = z.object({ n: z.number() });
const NOW = Date.UTC(2026, 10, 24, 1);

/** Asks a server that gives this answer; what comes, or the fault. */
async function asked(
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
  call: Partial<CentreCall> = {},
): Promise<unknown> {
  const url = await scripted((_request, response) => response.writeHead(status, headers).end(body));
  const http = nodeHttp();
  onTestFinished(() => http.close());
  const line = new CentreLine({ http, url, clock: { now: () => NOW } });
  return line.json({ method: 'GET', path: '/v1/x', ...call }, schema).catch((error: unknown) => {
    if (error instanceof SyncStopped) return error.fault;
    if (error instanceof LineError) return error.fault;
    if (error instanceof CentreRefused) return { status: error.status, fault: error.fault, field: error.field };
    throw error;
  });
}

const stranger = { kind: 'not-the-centre' };

describe('what answers is', () => {
  it('the centre when its answer fits', async () => {
    expect(await asked(200, '{"n":1,"newer":true}')).toEqual({ n: 1 });
  });

  it.each([
    ['a sign-in page with 200', 200, '<html><form>登录</form></html>', {}],
    ['a redirect to one', 302, '', { location: 'http://login.example/' }],
    ['an empty 200', 200, '', {}],
    ['JSON of something else', 200, '{"error":0}', {}],
    ['a web server that has no such page', 404, '<h1>404</h1>', {}],
    ['a proxy that wants a password', 407, '', {}],
    ['a network that wants a sign-in', 511, '<html></html>', {}],
    ['a filter', 403, '<html>拦截</html>', {}],
  ])('not the centre: %s', async (_, status, body, headers) => {
    expect(await asked(status, body, headers)).toEqual(stranger);
  });
});

describe('a refusal of the centre', () => {
  it.each([
    [400, 'bad-request'],
    [401, 'no-session'],
    [404, 'not-found'],
    [409, 'other-history'],
    [409, 'file-hash'],
    [415, 'not-understood'],
    [403, 'newer-fault'],
  ])('%i %s is handed to who asked', async (status, fault) => {
    expect(await asked(status, JSON.stringify({ fault, field: 'x' }))).toMatchObject({ status, fault });
  });

  it('413 is too large, whoever says it', async () => {
    expect(await asked(413, '<html>nginx</html>')).toMatchObject({ fault: 'too-large' });
  });

  it.each([
    ['not-admitted', 'waiting-for-admission'],
    ['revoked', 'revoked'],
    ['forked', 'forked'],
  ])('403 %s ends the round as %s', async (fault, kind) => {
    expect(await asked(403, JSON.stringify({ fault }))).toEqual({ kind });
  });

  it.each([
    ['seconds', { 'retry-after': '17' }, 17],
    [
      'a date against its own clock',
      { 'retry-after': 'Tue, 24 Nov 2020 01:01:00 GMT', date: 'Tue, 24 Nov 2020 01:00:00 GMT' },
      60,
    ],
    ['nothing', {}, 30],
    ['nonsense', { 'retry-after': 'soon' }, 30],
    ['a time that has passed', { 'retry-after': 'Tue, 24 Nov 2020 01:00:00 GMT' }, 0],
  ] as const)('429 and 503 are busy for as long as they say: %s', async (_, headers, seconds) => {
    expect(await asked(429, '{"fault":"too-many"}', headers)).toEqual({ kind: 'busy', seconds });
    expect(await asked(503, '<html></html>', headers)).toEqual({ kind: 'busy', seconds });
  });

  it.each([500, 502, 504])('%i is a fault of the centre', async (status) => {
    expect(await asked(status, '<html></html>')).toEqual({ kind: 'centre-fault', status });
  });
});

describe('packing', () => {
  const packed = gzipSync(JSON.stringify({ n: 2, fill: 'x'.repeat(5_000) }));
  const gzip = { 'content-encoding': 'gzip' };

  it('of an answer is undone', async () => {
    expect(await asked(200, packed, gzip)).toEqual({ n: 2 });
  });

  it('that breaks off is a cut line', async () => {
    expect(await asked(200, packed.subarray(0, packed.length - 9), gzip)).toBe('cut');
    expect(await asked(200, Buffer.from('no gzip'), gzip)).toBe('cut');
  });

  it('that would fill the memory is given up', async () => {
    expect(await asked(200, gzipSync(Buffer.alloc(64 * 1024 * 1024)), gzip)).toBe('too-large');
  });

  it('is done for bodies above 1 kB only', async () => {
    const seen: (string | undefined)[] = [];
    const url = await scripted((request, response) => {
      seen.push(request.headers['content-encoding'], request.headers['accept-encoding']);
      response.end('{"n":1}');
    });
    const http = nodeHttp();
    onTestFinished(() => http.close());
    const line = new CentreLine({ http, url, clock: { now: () => NOW } });
    for (const length of [10, 5_000])
      await line.json({ method: 'POST', path: '/', body: `"${'x'.repeat(length)}"` }, schema);
    expect(seen).toEqual([undefined, 'gzip', 'gzip', 'gzip']);
  });
});
