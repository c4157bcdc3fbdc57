import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { newStationKey, stationKey, stationVerifier } from '../../../electron/core/crypto/signing-key';
import { fileRefs } from '../../../electron/core/domain/case/file-refs';
import { entryFault, type Entry } from '../../../electron/core/domain/journal/entry';
import { linkText, proofText } from '../../../electron/core/domain/wire/exchange';
import { LIMITS } from '../../../electron/core/domain/wire/limits';

interface Asked {
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly json: Record<string, unknown>;
  readonly station: string;
}
interface Said {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
}

const ok = (json: unknown): Said => ({ status: 200, json });
const no = (status: number, fault: string): Said => ({ status, json: { fault } });
const sha = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/**
 * The wire of the centre over a real server, in memory and with one organisation: small enough that a test can see all of
 * it and break any of it. What the real one does is tested with it in exchange.test.ts.
 */
export class SmallCentre {
  key = stationKey(newStationKey());
  readonly box = 'B'.repeat(43);
  url = '';
  epoch = 'epoch-1';
  now = Date.UTC(2026, 10, 24, 1);
  state: 'asked' | 'admitted' | 'revoked' | 'forked' = 'admitted';
  entries: Entry[] = [];
  /** Ids that are refused, with why. */
  readonly refuse = new Map<string, string>();
  readonly pieces = new Map<string, Map<number, Buffer>>();
  rules: unknown = null;
  /** Number of the next lease of each series; a series that is not begun has none. */
  readonly numbers = new Map<string, number>();
  private readonly leases = new Map<string, unknown>();
  private readonly chains = new Map<string, { seq: number; id: string | null }>();
  token = 1;
  /** Parked questions, called when something came. */
  private readonly parked = new Set<() => void>();

  static async start(): Promise<SmallCentre> {
    const centre = new SmallCentre();
    const server = http.createServer((request, response) => void centre.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    centre.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return centre;
  }

  chainOf(station: string): { readonly seq: number; readonly id: string | null } {
    return this.chains.get(station) ?? { seq: 0, id: null };
  }

  /** Forgets all and begins a new epoch, as a centre that was set up from an empty database. */
  empty(): void {
    this.entries = [];
    this.chains.clear();
    this.epoch = `${this.epoch}x`;
  }

  private async serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const packed = Buffer.concat(parts);
    const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(packed) : packed;
    const url = new URL(request.url ?? '', 'http://x');
    const json = (request.headers['content-type'] === 'application/json' ? JSON.parse(body.toString()) : {}) as Record<
      string,
      unknown
    >;
    const [, token, station = ''] = /^Bearer (\d{20})(.*)$/.exec(request.headers.authorization ?? '') ?? [];
    const open = /^\/v1\/(session|enrolment)/.test(url.pathname);
    const said =
      !open && Number(token) !== this.token
        ? no(401, 'no-session')
        : await this.answer(request.method ?? '', url.pathname, { query: url.searchParams, body, json, station });
    const text = said.bytes ?? (said.json === undefined ? '' : JSON.stringify(said.json));
    response.writeHead(said.status, { 'content-type': said.bytes ? 'application/octet-stream' : 'application/json' });
    response.end(text);
  }

  private async answer(method: string, path: string, asked: Asked): Promise<Said> {
    const [, , area = '', one = '', two = ''] = path.split('/');
    if (area === 'enrolment')
      return ok({ state: this.state, centre: this.key.station, centreBox: this.box, organisation: null });
    if (area === 'session' && one === 'challenge') return ok({ challenge: 'c'.repeat(30), centre: this.key.station });
    if (this.state !== 'admitted') return no(403, this.state === 'asked' ? 'not-admitted' : this.state);
    if (area === 'session') {
      const station = String(asked.json['station']);
      const token = `${String(this.token).padStart(20, '0')}${station}`;
      return ok({ token, lasts: 900, chain: this.chainOf(station), held: 0, now: this.now });
    }
    if (area === 'stations') return ok({ stations: [] });
    if (area === 'rules') return ok({ package: this.rules });
    if (area === 'leases') return this.lease(asked.json);
    if (area === 'subjects')
      return ok({ epoch: this.epoch, entries: this.entries.filter(({ subject }) => subject === one) });
    if (area === 'files') return method === 'PUT' ? this.put(one, Number(two), asked.body) : this.file(one, two);
    if (area === 'feed') return this.feed(asked);
    if (area === 'entries' && one === 'missing') {
      const here = new Set(this.entries.map(({ id }) => id));
      const ids = asked.json['ids'] as string[];
      return ok({ epoch: this.epoch, missing: ids.filter((id) => !here.has(id)) });
    }
    if (area === 'entries' && one !== '') {
      const entries = this.entries.filter(({ id }) => id === one);
      return entries.length > 0 ? ok({ epoch: this.epoch, entries }) : no(404, 'not-found');
    }
    if (area === 'entries') return this.take(asked);
    return no(404, 'not-found');
  }

  private take({ json, station }: Asked): Said {
    const answers = (json['entries'] as Entry[]).map((entry) => this.takeOne(entry));
    for (const wake of this.parked) wake();
    return ok({ epoch: this.epoch, answers, chain: this.chainOf(station) });
  }

  /** Entries that came by another way, in the order of their counters. */
  takeFrom(station: string, entries: readonly Entry[]): void {
    const own = entries.filter((entry) => entry.station === station).sort((a, b) => a.seq - b.seq);
    for (const entry of own) this.takeOne(entry);
  }

  private takeOne(entry: Entry): { id: string; outcome: string; fault?: string } {
    const { id, station, seq, prev } = entry;
    const fault = entryFault(entry, stationVerifier);
    const chain = this.chainOf(station);
    if (fault) return { id, outcome: 'refused', fault };
    if (this.entries.some((known) => known.id === id)) return { id, outcome: 'known' };
    if (seq > chain.seq + 1) return { id, outcome: 'held' };
    if (seq <= chain.seq || prev !== chain.id) return { id, outcome: 'refused', fault: 'fork' };
    this.chains.set(station, { seq, id });
    const refused = this.refuse.get(id);
    if (refused !== undefined) return { id, outcome: 'refused', fault: refused };
    this.entries.push(entry);
    return { id, outcome: 'taken' };
  }

  private linkAt(seq: number): string {
    return this.entries.slice(0, seq).reduce((link, { id }) => this.key.hash(linkText(link, id)), '');
  }

  private async feed({ query, station }: Asked): Promise<Said> {
    const after = Number(query.get('after'));
    const wait = Number(query.get('wait'));
    if (after > 0 && (query.get('epoch') !== this.epoch || query.get('link') !== this.linkAt(after))) {
      return no(409, 'other-history');
    }
    if (wait > 0 && this.entries.length <= after) await this.park(wait * 1000);
    const entries = this.entries.slice(after, after + Number(query.get('limit')));
    const seq = after + entries.length;
    const proof = {
      station,
      checkpoint: { epoch: this.epoch, seq, link: this.linkAt(seq) },
      head: this.entries.length,
      chain: this.chainOf(station),
      at: this.now,
    };
    return ok({ epoch: this.epoch, entries, proof: { ...proof, signature: this.key.sign(proofText(proof)) } });
  }

  private park(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.parked.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.parked.add(wake);
    });
  }

  private refOf(sha256: string): { readonly bytes: number } | undefined {
    return this.entries.flatMap((entry) => fileRefs(entry)).find((ref) => ref.sha256 === sha256);
  }

  private file(sha256: string, index: string): Said {
    const ref = this.refOf(sha256);
    if (!ref) return no(404, 'not-found');
    const pieces = Math.ceil(ref.bytes / LIMITS.chunkBytes);
    const here = this.pieces.get(sha256) ?? new Map<number, Buffer>();
    if (index !== '') {
      const piece = here.size === pieces ? here.get(Number(index)) : undefined;
      return piece ? { status: 200, bytes: piece } : no(404, 'not-found');
    }
    const missing = Array.from({ length: pieces }, (_, n) => n).filter((n) => !here.has(n));
    return ok({ bytes: ref.bytes, pieces, missing, whole: missing.length === 0 });
  }

  private put(sha256: string, index: number, piece: Buffer): Said {
    const ref = this.refOf(sha256);
    if (!ref) return no(404, 'not-found');
    const here = this.pieces.get(sha256) ?? new Map<number, Buffer>();
    this.pieces.set(sha256, here.set(index, piece));
    if (here.size < Math.ceil(ref.bytes / LIMITS.chunkBytes)) return { status: 204 };
    const whole = Buffer.concat([...here].sort(([a], [b]) => a - b).map(([, bytes]) => bytes));
    if (sha(whole) === sha256) return { status: 204 };
    this.pieces.delete(sha256);
    return no(409, 'file-hash');
  }

  private lease(json: Record<string, unknown>): Said {
    const { series, year, size, request } = json as { series: string; year: number; size: number; request: string };
    const known = this.leases.get(request);
    if (known !== undefined) return ok({ block: known });
    const first = this.numbers.get(series);
    if (first === undefined) return no(409, 'no-numbers');
    const block = { series, year, first, last: first + size - 1 };
    this.numbers.set(series, first + size);
    this.leases.set(request, block);
    return ok({ block });
  }
}
