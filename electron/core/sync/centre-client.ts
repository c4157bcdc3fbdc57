import { z } from 'zod';
import { stationsAnswer, type StationRow } from '../domain/wire/enrolment';
import {
  feedAnswer,
  missingAnswer,
  sendAnswer,
  subjectAnswer,
  subjectsAnswer,
  type Checkpoint,
  type SendAnswer,
} from '../domain/wire/exchange';
import { fileAnswer, type FileAnswer } from '../domain/wire/files';
import { leaseAnswer, type LeaseRequest } from '../domain/wire/leases';
import { LIMITS } from '../domain/wire/limits';
import type { SessionAnswer } from '../domain/wire/session';
import type { NumberBlock } from '../domain/numbers/number-block';
import { refusedFor, SyncStopped } from './centre-errors';
import { CentreLine, type CentreCall, type CentreLineParts } from './centre-line';
import { CentreSession } from './centre-session';
import type { SyncStore } from './sync-store';

/** Entries of a page are checked one by one by the store, so that a broken one does not spoil its neighbours. */
const page = feedAnswer.extend({ entries: z.array(z.unknown()) });
export type FeedPage = z.infer<typeof page>;
const caseEntries = subjectAnswer.extend({ entries: z.array(z.unknown()) });
/** The signature is over what was sent, with the fields of a newer version: checked before the schema (rules.ts). */
const rawRules = z.object({ package: z.unknown() });

/**
 * Every route of domain/wire, typed（中心客户端）.
 * Promises: an answer fits its schema; a session that ended midway is begun again once, and the request repeated.
 * Rejects with LineError, SyncStopped, CentreRefused. Proved by test/unit/sync/centre-client.test.ts.
 */
export class CentreClient {
  private readonly line: CentreLine;
  private readonly session: CentreSession;

  constructor(parts: CentreLineParts, identity: Pick<SyncStore, 'station' | 'sign'>, pinned: string) {
    this.line = new CentreLine(parts);
    this.session = new CentreSession(this.line, identity, pinned);
  }

  begin(signal?: AbortSignal): Promise<SessionAnswer> {
    return this.session.begin(signal);
  }

  async stations(signal?: AbortSignal): Promise<readonly StationRow[]> {
    return (await this.json({ method: 'GET', path: '/v1/stations', signal }, stationsAnswer)).stations;
  }

  /** `entries`: JSON texts. */
  sendEntries(entries: readonly string[], signal?: AbortSignal): Promise<SendAnswer> {
    const body = `{"entries":[${entries.join(',')}]}`;
    return this.json({ method: 'POST', path: '/v1/entries', body, signal }, sendAnswer);
  }

  /** Of at most LIMITS.ids ids, those that the centre lacks. */
  async missing(ids: readonly string[], signal?: AbortSignal): Promise<readonly string[]> {
    const call = { method: 'POST', path: '/v1/entries/missing', body: JSON.stringify({ ids }), signal } as const;
    return (await this.json(call, missingAnswer)).missing;
  }

  /** The page after a checkpoint, null for the start; held back up to `wait` seconds until there is something. */
  feed(after: Checkpoint | null, limit: number, wait: number, signal?: AbortSignal): Promise<FeedPage> {
    const { seq = 0, link = '', epoch = '' } = after ?? {};
    const query = new URLSearchParams({ after: `${seq}`, link, epoch, limit: `${limit}`, wait: `${wait}` });
    const path = `/v1/feed?${query.toString()}`;
    return this.json({ method: 'GET', path, patience: wait * 1000, signal }, page);
  }

  /** Names of cases that this workstation may read, after one of them. */
  subjects(after: string, limit: number, signal?: AbortSignal): Promise<z.infer<typeof subjectsAnswer>> {
    const query = new URLSearchParams({ after, limit: `${limit}` });
    return this.json({ method: 'GET', path: `/v1/subjects?${query.toString()}`, signal }, subjectsAnswer);
  }

  /** All entries of one case, for a repair. */
  async subject(subject: string, signal?: AbortSignal): Promise<readonly unknown[]> {
    const path = `/v1/subjects/${encodeURIComponent(subject)}`;
    return (await this.json({ method: 'GET', path, signal }, caseEntries)).entries;
  }

  /** One entry; an empty list when the centre has none that this workstation may read. */
  async entry(id: string, signal?: AbortSignal): Promise<readonly unknown[]> {
    const path = `/v1/entries/${encodeURIComponent(id)}`;
    return (await orNull(this.json({ method: 'GET', path, signal }, caseEntries)))?.entries ?? [];
  }

  /** What the centre has of a file; null when it does not know it, or not for this workstation. */
  file(sha256: string, signal?: AbortSignal): Promise<FileAnswer | null> {
    return orNull(this.json({ method: 'GET', path: `/v1/files/${sha256}`, signal }, fileAnswer));
  }

  /** Sends a piece; `hash` is its SHA-256 in hex. Rejects with CentreRefused `file-hash` when the whole does not fit. */
  async putPiece(sha256: string, index: number, piece: Uint8Array, hash: string, signal?: AbortSignal): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream', 'x-piece-sha256': hash };
    const path = `/v1/files/${sha256}/${index}`;
    const body = await this.send({ method: 'PUT', path, body: piece, headers, signal });
    // 204 has no body: a page with 200 in its place is not the centre's, and nothing was taken.
    if (body.length > 0) throw new SyncStopped({ kind: 'not-the-centre' });
  }

  /** A piece of a whole file; null when the centre does not have it whole. */
  async piece(sha256: string, index: number, signal?: AbortSignal): Promise<Uint8Array | null> {
    const piece = await orNull(this.send({ method: 'GET', path: `/v1/files/${sha256}/${index}`, signal }));
    if (piece !== null && (piece.length < 1 || piece.length > LIMITS.chunkBytes)) {
      throw new SyncStopped({ kind: 'not-the-centre' });
    }
    return piece;
  }

  /** A block of numbers. Rejects with CentreRefused `no-numbers`. */
  async lease(request: LeaseRequest, signal?: AbortSignal): Promise<NumberBlock> {
    const call = { method: 'POST', path: '/v1/leases', body: JSON.stringify(request), signal } as const;
    return (await this.json(call, leaseAnswer)).block;
  }

  /** The newest rules as they were sent, unchecked; null when none is newer than `have`. */
  async rules(have: number, signal?: AbortSignal): Promise<unknown> {
    return (await this.json({ method: 'GET', path: `/v1/rules?have=${have}`, signal }, rawRules)).package;
  }

  private json<T>(call: CentreCall, schema: z.ZodType<T>): Promise<T> {
    return this.within(call, (signed) => this.line.json(signed, schema));
  }

  private send(call: CentreCall): Promise<Uint8Array> {
    return this.within(call, (signed) => this.line.send(signed));
  }

  private async within<T>(call: CentreCall, ask: (signed: CentreCall) => Promise<T>): Promise<T> {
    const signed = async (): Promise<CentreCall> => ({
      ...call,
      headers: { ...call.headers, ...(await this.session.header(call.signal)) },
    });
    try {
      return await ask(await signed());
    } catch (error) {
      if (!refusedFor(error, 'no-session')) throw error;
      this.session.forget();
      return await ask(await signed());
    }
  }
}

/** Null for what the centre says it does not have. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (refusedFor(error, 'not-found')) return null;
    throw error;
  }
}
