import type { z } from 'zod';
import { LIMITS } from '../domain/wire/limits';
import { refusalSchema, type Refusal } from '../domain/wire/refusals';
import type { Clock, Http, HttpAnswer } from '../ports';
import { CentreRefused, SyncStopped } from './centre-errors';
import { PACK_ABOVE, packed, unpacked } from './packing';
import { retryAfter } from './retry-after';

/**
 * Questions to the centre and what its answers mean（请求与应答）, whoever gives them.
 *
 * Promises: an answer that resolves fits its schema. Everything else has a known outcome: `not-the-centre` for redirects,
 * sign-in pages with 200 and anything that is not of this protocol; `busy` for 429 and 503 with the seconds that were asked
 * for; `centre-fault` for other 5xx; the three 403 of a workstation; CentreRefused for what the caller may act upon.
 * Proved by test/unit/sync/centre-line.test.ts.
 */
export interface CentreCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the centre's address: `/v1/feed?after=0`. */
  readonly path: string;
  /** JSON text, or bytes as they are. */
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds of silence beyond the usual, for a parked request. */
  readonly patience?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface CentreLineParts {
  readonly http: Http;
  readonly url: string;
  readonly clock: Clock;
  /** Bytes from which bodies are packed; Infinity asks for unpacked answers too. */
  readonly packAbove?: number | undefined;
  /** Milliseconds of silence after which a request is given up. */
  readonly silence?: number | undefined;
}

const SILENCE = 30_000;
/** A page of the feed holds one entry at least, however large; nothing that the centre sends is larger than this. */
const MOST = 2 * LIMITS.bodyBytes;

export class CentreLine {
  constructor(private readonly parts: CentreLineParts) {}

  /** Sends, and gives the answer of a schema. Rejects with LineError, SyncStopped, CentreRefused. */
  async json<T>(call: CentreCall, schema: z.ZodType<T>): Promise<T> {
    const body = await this.send(call);
    const parsed = schema.safeParse(jsonOf(body));
    if (!parsed.success) throw new SyncStopped({ kind: 'not-the-centre' });
    return parsed.data;
  }

  /** Sends, and gives the bytes of a 2xx answer, unpacked. Rejects like `json`. */
  async send(call: CentreCall): Promise<Uint8Array> {
    const answer = await this.exchange(call);
    const body = answer.headers['content-encoding'] === 'gzip' ? await unpacked(answer.body, MOST) : answer.body;
    if (answer.status >= 200 && answer.status < 300) return body;
    throw refusal(answer, body, this.parts.clock.now());
  }

  private async exchange({ method, path, body, headers, patience = 0, signal }: CentreCall): Promise<HttpAnswer> {
    const { http, url, packAbove = PACK_ABOVE, silence = SILENCE } = this.parts;
    const json = typeof body === 'string';
    const bytes = json ? Buffer.from(body, 'utf8') : body;
    const pack = json && bytes !== undefined && bytes.length > packAbove;
    return http.send({
      method,
      url: `${url}${path}`,
      headers: {
        accept: 'application/json, application/octet-stream',
        ...(packAbove === Infinity ? {} : { 'accept-encoding': 'gzip' }),
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...(pack ? { 'content-encoding': 'gzip' } : {}),
        ...headers,
      },
      ...(bytes === undefined ? {} : { body: pack ? await packed(bytes) : bytes }),
      silence: silence + patience,
      most: MOST,
      ...(signal ? { signal } : {}),
    });
  }
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Statuses that anything between here and the centre may give, and what a refusal of the centre itself means. */
function refusal(answer: HttpAnswer, body: Uint8Array, now: number): Error {
  const { status } = answer;
  const stranger = new SyncStopped({ kind: 'not-the-centre' });
  if (status === 413) return new CentreRefused(status, 'too-large');
  if (status === 429 || status === 503) {
    return new SyncStopped({ kind: 'busy', seconds: retryAfter(answer.headers, now) });
  }
  if (status === 511) return stranger; // RFC 6585: the network wants a sign-in first
  if (status >= 500) return new SyncStopped({ kind: 'centre-fault', status });
  const parsed = refusalSchema.safeParse(jsonOf(body));
  if (status < 400 || !parsed.success) return stranger;
  return status === 403 ? forbidden(parsed.data) : new CentreRefused(status, parsed.data.fault, parsed.data.field);
}

function forbidden({ fault }: Refusal): Error {
  if (fault === 'not-admitted') return new SyncStopped({ kind: 'waiting-for-admission' });
  if (fault === 'revoked' || fault === 'forked') return new SyncStopped({ kind: fault });
  return new CentreRefused(403, fault);
}
