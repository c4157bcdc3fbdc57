import http from 'node:http';
import https from 'node:https';
import { rootCertificates } from 'node:tls';
import { LineError, type Http, type HttpAnswer, type HttpRequest } from '../ports';
import { checkedUrl } from './centre-address';
import { lineFault } from './line-faults';

/**
 * The line to the centre by Node's own client.
 *
 * Promises: an answer that resolves came whole (its length or its last chunk was seen) from a host whose certificate is
 * good, or from this machine; no request leaves this machine unencrypted; redirects are not followed; whatever goes wrong
 * is a LineError within `silence` of the last byte, either way.
 * Does not promise: that who answers is the centre (that is CentreClient's work).
 * Proved by test/unit/sync/node-http.test.ts, node-https.test.ts.
 */
export interface NodeHttpOptions {
  /** PEM of an issuer that is trusted besides those that Node knows: a centre's own authority. */
  readonly ca?: string | undefined;
}

export interface NodeHttp extends Http {
  /** Ends idle connections. */
  readonly close: () => void;
}

/** Pieces in which a body is written, so that a slow line shows that it moves. */
const WRITE = 64 * 1024;

export function nodeHttp({ ca }: NodeHttpOptions = {}): NodeHttp {
  const plain = new http.Agent({ keepAlive: true, maxSockets: 4 });
  const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const sealed = new https.Agent({ keepAlive: true, maxSockets: 4, minVersion: 'TLSv1.2', ...trusted });
  const attempt = (request: HttpRequest, url: URL): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      exchange(request, url, url.protocol === 'https:' ? sealed : plain, resolve, reject);
    });
  return {
    send: async (request) => {
      const url = checkedUrl(request.url);
      if (request.signal?.aborted === true) throw new LineError('stopped');
      try {
        return await attempt(request, url);
      } catch (error) {
        // An idle connection that the other side had just closed: every request of this protocol may be sent twice.
        if (error instanceof StaleConnection) return await attempt(request, url);
        throw error;
      }
    },
    close: () => {
      plain.destroy();
      sealed.destroy();
    },
  };
}

/** A kept connection that broke before a byte of the answer came. */
class StaleConnection extends LineError {}

function exchange(
  request: HttpRequest,
  url: URL,
  agent: http.Agent,
  resolve: (answer: HttpAnswer) => void,
  reject: (fault: Error) => void,
): void {
  const { method, headers, body, silence, most, signal } = request;
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  const client = url.protocol === 'https:' ? https : http;
  const sent = client.request(url, { method, agent, headers: { ...headers, ...length } });
  let over = false;
  const finish = (settle: () => void): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    settle();
  };
  const fail = (error: LineError): void => {
    finish(() => {
      reject(error);
      sent.destroy();
    });
  };
  const stop = (): void => fail(new LineError('stopped'));
  const timer = setTimeout(() => fail(new LineError('silent')), silence);
  signal?.addEventListener('abort', stop);

  sent.on('error', (error) => {
    const fault = lineFault(error);
    const options = { cause: error };
    fail(sent.reusedSocket && fault === 'cut' ? new StaleConnection(fault, options) : new LineError(fault, options));
  });
  sent.on('close', () => fail(new LineError('cut')));
  sent.on('response', (answer) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    timer.refresh();
    answer.on('data', (part: Buffer) => {
      timer.refresh();
      bytes += part.length;
      if (bytes > most) fail(new LineError('too-large'));
      else parts.push(part);
    });
    answer.on('error', (error) => fail(new LineError('cut', { cause: error })));
    answer.on('end', () => {
      if (!answer.complete) fail(new LineError('cut'));
      else {
        const whole = { status: answer.statusCode ?? 0, headers: flat(answer.headers), body: Buffer.concat(parts) };
        finish(() => resolve(whole));
      }
    });
  });
  writeBody(sent, body, () => timer.refresh());
}

/** Writes piece by piece, each when the one before has gone to the system. */
function writeBody(sent: http.ClientRequest, body: Uint8Array | undefined, moved: () => void): void {
  const next = (offset: number): void => {
    if (body === undefined || offset >= body.length) {
      sent.end();
      return;
    }
    sent.write(body.subarray(offset, offset + WRITE), (error) => {
      if (error) return;
      moved();
      next(offset + WRITE);
    });
  };
  next(0);
}

function flat(headers: http.IncomingHttpHeaders): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) found[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return found;
}
