import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LineError, type HttpAnswer, type HttpRequest } from '../../../electron/core/ports';
import { centreAddress } from '../../../electron/core/sync/centre-address';
import { lineFault } from '../../../electron/core/sync/line-faults';
import { nodeHttp } from '../../../electron/core/sync/node-http';
import { rawServer, scripted } from './scripted-server';

function line(): (url: string, more?: Partial<HttpRequest>) => Promise<HttpAnswer> {
  const http = nodeHttp();
  onTestFinished(() => http.close());
  return (url, more) => http.send({ method: 'GET', url, headers: {}, silence: 5_000, most: 100_000, ...more });
}

const faultOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it ended well',
    (error: unknown) => (error instanceof LineError ? error.fault : String(error)),
  );

describe('an answer', () => {
  it('of any status comes whole, with its headers and bytes', async () => {
    const url = await scripted((request, response) => {
      response.writeHead(418, { 'X-Kind': 'pot', 'content-type': 'text/plain' });
      request.pipe(response);
    });
    const body = Buffer.alloc(300_000, 'x');
    const { status, headers, body: came } = await line()(url, { method: 'POST', body, most: 400_000 });
    expect(status).toBe(418);
    expect(headers['x-kind']).toBe('pot');
    expect(Buffer.compare(came, body)).toBe(0);
  });

  it('that redirects is given as it is', async () => {
    const url = await scripted((_request, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    );
    expect((await line()(url)).status).toBe(302);
  });

  it('is asked for over one connection, one after another', async () => {
    const ports = new Set<number | undefined>();
    const url = await scripted((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('x');
    });
    const send = line();
    for (let n = 0; n < 5; n++) await send(url);
    expect(ports.size).toBe(1);
  });

  it('comes though the kept connection was closed meanwhile', async () => {
    let asked = 0;
    const url = await scripted((request, response) => {
      asked += 1;
      // The second request on a connection finds it closing.
      if (asked === 2) request.socket.destroy();
      else response.end('x');
    });
    const send = line();
    await send(url);
    expect((await send(url)).body.toString()).toBe('x');
    expect(asked).toBe(3);
  });
});

describe('a line fault is named', () => {
  it.each([
    ['content-length', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
    ['chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'],
    ['a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nhello'],
    ['the header', 'HTTP/1.1 200 OK\r\nconte'],
    ['the first byte', ''],
    ['what HTTP looks like', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ])('cut: by %s', async (_, bytes) => {
    expect(await faultOf(line()(await rawServer(bytes)))).toBe('cut');
  });

  it('silent: before the answer, and in the middle of it', async () => {
    const send = line();
    expect(await faultOf(send(await rawServer('', 'silence'), { silence: 100 }))).toBe('silent');
    const half = await rawServer('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', 'silence');
    expect(await faultOf(send(half, { silence: 100 }))).toBe('silent');
  });

  it('not silent while bytes come, however slowly', async () => {
    const url = await scripted((_request, response) => {
      let left = 6;
      const timer = setInterval(() => {
        response.write('x');
        if (--left > 0) return;
        clearInterval(timer);
        response.end();
      }, 100);
    });
    expect((await line()(url, { silence: 400 })).body.toString()).toBe('xxxxxx');
  });

  it('too-large: an answer beyond what was allowed is not read on', async () => {
    const url = await scripted((_request, response) => void response.end(Buffer.alloc(200_000)));
    expect(await faultOf(line()(url))).toBe('too-large');
  });

  it('refused: nobody listens', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await faultOf(line()(`http://127.0.0.1:${port}`))).toBe('refused');
  });

  it('name-not-found: there is no such name', async () => {
    expect(await faultOf(line()('https://centre.invalid/'))).toBe('name-not-found');
  });

  it('stopped: before and during', async () => {
    const send = line();
    const url = await rawServer('', 'silence');
    expect(await faultOf(send(url, { signal: AbortSignal.abort() }))).toBe('stopped');
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect(await faultOf(send(url, { signal: stop.signal }))).toBe('stopped');
  });

  it('tls: what answers over https is no TLS', async () => {
    const url = await scripted((_request, response) => response.end());
    expect(await faultOf(line()(url.replace('http:', 'https:')))).toBe('tls');
  });

  it.each([
    ['EAI_AGAIN', 'name-not-found'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'silent'],
    ['CERT_NOT_YET_VALID', 'tls-expired'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-unknown-issuer'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['CERT_REVOKED', 'tls'],
  ])('%s is %s', (code, fault) => {
    expect(lineFault(Object.assign(new Error(code), { code }))).toBe(fault);
  });
});

describe('an address', () => {
  it.each([
    'http://centre.example/',
    'http://10.0.0.1/',
    'http://128.0.0.1/',
    'http://[::2]/',
    'http://localhost.evil.cn/',
  ])('that leaves this machine unencrypted is refused before anything is sent: %s', async (url) => {
    expect(await faultOf(line()(url))).toBe('not-encrypted');
  });

  it.each(['ftp://centre.example/', 'no address', 'https://user:word@centre.example/', 'https://'])(
    'that is none: %s',
    async (url) => {
      expect(await faultOf(line()(url))).toBe('bad-address');
    },
  );

  it.each([
    [' centre.example:8443/ ', 'https://centre.example:8443'],
    ['https://Centre.Example/sync/', 'https://centre.example/sync'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000'],
    ['http://[::1]:9000/', 'http://[::1]:9000'],
    ['http://localhost:9000', 'http://localhost:9000'],
  ])('is put in one form: %s', (typed, address) => {
    expect(centreAddress(typed)).toBe(address);
  });
});
