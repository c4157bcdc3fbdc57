import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LineError } from '../../../electron/core/ports';
import { statusOf } from '../../../electron/core/sync/status';
import { openPiece, sealPiece } from '../../../electron/core/sync/piece-blob';
import { roomAt, type TestRoom } from './rooms';
import { SmallCentre } from './small-centre';

const MB = 1024 * 1024;
const CASE = 'case-one';
const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Puts bytes in the store and an entry that speaks of them. */
async function attach(
  room: TestRoom,
  kind: 'document-issued' | 'attachment-set' | 'recording-made',
  bytes: Buffer,
): Promise<string> {
  const sha256 = await room.store.blobs.put(bytes);
  const ref = { sha256, bytes: bytes.length };
  await room.store.commit([
    { subject: CASE, kind, data: kind === 'attachment-set' ? { attachment: 'x', set: ref } : ref, account: 'chen' },
  ]);
  return sha256;
}

const puts = (room: TestRoom, sha256: string): readonly string[] =>
  room.line.seen.filter((line) => line.startsWith(`PUT /v1/files/${sha256}`));

describe('files', () => {
  it('go after the entries: documents, then scans, then recordings', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    const recording = await attach(room, 'recording-made', randomBytes(10));
    const scan = await attach(room, 'attachment-set', randomBytes(20));
    const document = await attach(room, 'document-issued', randomBytes(30));
    expect(await room.engine.once()).toMatchObject({ sent: 3, filesSent: 3, filesRemaining: 0, fault: null });
    const order = room.line.seen.filter((line) => /PUT|POST \/v1\/entries$/.test(line));
    expect(order).toEqual([
      'POST /v1/entries',
      ...[document, scan, recording].map((sha256) => `PUT /v1/files/${sha256}/0`),
    ]);
    expect(statusOf(room.engine.facts()).state).toBe('up-to-date');
  });

  it('reach another room in pieces, whole, and leave no piece behind', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    const bytes = randomBytes(2 * MB + 17);
    const sha256 = await attach(a, 'recording-made', bytes);
    await a.engine.once();
    expect(await b.engine.once()).toMatchObject({ received: 1, filesReceived: 1, filesRemaining: 0, fault: null });
    expect(Buffer.compare(await b.store.blobs.get(sha256), bytes)).toBe(0);
    for (let n = 0; n < 3; n++) {
      const piece = hex(sealPiece(sha256, n, bytes.subarray(n * MB, (n + 1) * MB)));
      expect(await b.store.blobs.has(piece)).toBe(false);
    }
  });

  it('go on after a cut, sending no piece twice', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    const sha256 = await attach(room, 'recording-made', randomBytes(3 * MB));
    room.line.rule = (request, go) => (request.url.endsWith('/2') ? Promise.reject(new LineError('cut')) : go());
    expect(await room.engine.once()).toMatchObject({ filesRemaining: 1, fault: { kind: 'line', fault: 'cut' } });
    room.line.rule = null;
    await room.reopen();
    expect(await room.engine.once()).toMatchObject({ filesSent: 1, filesRemaining: 0, fault: null });
    expect(puts(room, sha256)).toHaveLength(4);
  });

  it('are fetched on after a restart, asking for no piece twice', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    const sha256 = await attach(a, 'recording-made', randomBytes(3 * MB));
    await a.engine.once();
    b.line.rule = (request, go) => (request.url.endsWith('/2') ? Promise.reject(new LineError('silent')) : go());
    expect(await b.engine.once()).toMatchObject({ filesRemaining: 1, fault: { kind: 'line', fault: 'silent' } });
    expect(statusOf({ ...b.engine.facts(), fault: null }).state).not.toBe('up-to-date');
    b.line.rule = null;
    await b.reopen();
    expect(await b.engine.once()).toMatchObject({ filesReceived: 1, fault: null });
    expect(b.line.count(`GET /v1/files/${sha256}/0`)).toBe(1);
  });

  it('whose bytes are wrong are not kept, and are fetched again', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    const sha256 = await attach(a, 'recording-made', randomBytes(2 * MB));
    await a.engine.once();
    b.line.rule = async (request, go) => {
      const came = await go();
      if (request.url.endsWith('/1')) Buffer.from(came.body.buffer, came.body.byteOffset).fill(0, 0, 9);
      return came;
    };
    expect(await b.engine.once()).toMatchObject({ filesReceived: 0, fault: { kind: 'broken-answer' } });
    expect(await b.store.blobs.has(sha256)).toBe(false);
    b.line.rule = null;
    b.clock.time += 60_000;
    expect(await b.engine.once()).toMatchObject({ filesReceived: 1, fault: null });
    expect(await b.store.blobs.has(sha256)).toBe(true);
  });

  it('are sent once more when the pieces did not make the file', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    const sha256 = await attach(room, 'document-issued', randomBytes(MB + 1));
    let broken = 1;
    room.line.rule = (request, go) => {
      if (!request.url.endsWith('/1') || request.method !== 'PUT' || broken-- < 1) return go();
      return room.line.resend({ ...request, body: Buffer.from('?') });
    };
    expect(await room.engine.once()).toMatchObject({ filesSent: 1, fault: null });
    expect(puts(room, sha256)).toHaveLength(4);
  });

  it('that their own room has not sent yet hold up nobody, and are fetched once they are there', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    await attach(a, 'recording-made', randomBytes(100));
    a.line.rule = (request, go) => (request.method === 'PUT' ? Promise.reject(new LineError('cut')) : go());
    await a.engine.once();
    expect(await b.engine.once()).toMatchObject({ received: 1, filesReceived: 0, fault: null });
    expect(b.engine.facts()).toMatchObject({ awaited: 1, toReceive: { files: 0 } });
    expect(statusOf(b.engine.facts()).state).toBe('up-to-date');
    a.line.rule = null;
    await a.engine.once();
    b.clock.time += 60_000;
    expect(await b.engine.once()).toMatchObject({ filesReceived: 1, fault: null });
    expect(b.engine.facts().awaited).toBe(0);
  });

  it('let entries that are written meanwhile go first', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await attach(room, 'recording-made', randomBytes(3 * MB));
    room.line.rule = async (request, go) => {
      const came = await go();
      if (request.method === 'PUT' && request.url.endsWith('/0')) await room.write(CASE, '此间');
      return came;
    };
    await room.engine.once();
    const order = room.line.seen.filter((line) => /PUT|POST \/v1\/entries$/.test(line)).map((line) => line.slice(0, 4));
    expect(order).toEqual(['POST', 'PUT ', 'POST', 'PUT ', 'PUT ']);
  });

  it('of entries that reached the centre by another way are sent too', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.engine.once();
    await attach(room, 'document-issued', randomBytes(9));
    centre.takeFrom(room.store.station, await room.store.read(CASE));
    expect(await room.engine.once()).toMatchObject({ filesSent: 1, fault: null });
  });
});

it('a kept piece is none of another file or place', () => {
  const piece = sealPiece('a'.repeat(64), 1, Buffer.from('x'));
  expect(Buffer.from(openPiece('a'.repeat(64), 1, piece) ?? []).toString()).toBe('x');
  expect(openPiece('a'.repeat(64), 2, piece)).toBeNull();
  expect(openPiece('b'.repeat(64), 1, piece)).toBeNull();
});
