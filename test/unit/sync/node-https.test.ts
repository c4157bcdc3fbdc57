import fs from 'node:fs/promises';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { LineError } from '../../../electron/core/ports';
import { nodeHttp } from '../../../electron/core/sync/node-http';
import { makeCertificates, type Certificates } from './certificates';

let folder: string;
let made: Certificates;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'mediation-room-test-'));
  made = await makeCertificates(folder);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

/** What comes of asking a server with this certificate. */
async function asked(cert: string, ca?: string): Promise<string> {
  const server = https.createServer({ cert, key: made.key }, (_request, response) => response.end('good'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const http = nodeHttp({ ca });
  onTestFinished(() => {
    http.close();
    server.close();
  });
  const url = `https://localhost:${(server.address() as AddressInfo).port}/`;
  return http.send({ method: 'GET', url, headers: {}, silence: 5_000, most: 1_000 }).then(
    ({ body }) => Buffer.from(body).toString(),
    (error: unknown) => (error instanceof LineError ? error.fault : String(error)),
  );
}

describe('over TLS', () => {
  it('an issuer that was given is trusted', async () => {
    expect(await asked(made.good, made.ca)).toBe('good');
  });

  it('an issuer that nobody gave is not', async () => {
    expect(await asked(made.good)).toBe('tls-unknown-issuer');
  });

  it('a certificate that has expired is named so', async () => {
    expect(await asked(made.expired, made.ca)).toBe('tls-expired');
  });

  it('a certificate of another host is named so', async () => {
    expect(await asked(made.elsewhere, made.ca)).toBe('tls-wrong-host');
  });
});
