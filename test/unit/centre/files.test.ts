import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileAnswer } from '../../../electron/core/domain/wire/files';
import { LIMITS } from '../../../electron/core/domain/wire/limits';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { newCase, type CentreStation } from '../../fixtures/centre-station';
import { fileIn, getPiece, hexOf, putPiece } from '../../fixtures/centre-files';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

const MB = LIMITS.chunkBytes;
const stateOf = (room: CentreStation, sha256: string) => room.ask('GET', `/v1/files/${sha256}`, fileAnswer);

describe('files in pieces', () => {
  it('go to the centre piece by piece in any order and come back byte for byte', async () => {
    const room = await centre.admit();
    const bytes = randomBytes(MB + 1000);
    const { sha256, pieces } = await fileIn(room, newCase(), bytes);
    expect(await stateOf(room, sha256)).toEqual({ bytes: MB + 1000, pieces: 2, missing: [0, 1], whole: false });
    expect((await putPiece(room, sha256, 1, pieces[1])).statusCode).toBe(204);
    expect(await stateOf(room, sha256)).toEqual({ bytes: MB + 1000, pieces: 2, missing: [0], whole: false });
    expect((await getPiece(room, sha256, 1)).statusCode).toBe(404);
    expect((await putPiece(room, sha256, 0, pieces[0])).statusCode).toBe(204);
    expect(await stateOf(room, sha256)).toMatchObject({ missing: [], whole: true });
    const back = await Promise.all([0, 1].map((index) => getPiece(room, sha256, index)));
    expect(back[0]?.headers['content-type']).toBe('application/octet-stream');
    expect(Buffer.concat(back.map(({ rawPayload }) => rawPayload)).equals(bytes)).toBe(true);
    expect((await getPiece(room, sha256, 2)).statusCode).toBe(404);
  });

  it('change nothing when they are sent again, before and after the file is whole', async () => {
    const room = await centre.admit();
    const { sha256, pieces } = await fileIn(room, newCase(), randomBytes(500));
    const sent = [];
    for (let n = 0; n < 3; n += 1) sent.push((await putPiece(room, sha256, 0, pieces[0])).statusCode);
    expect(sent).toEqual([204, 204, 204]);
    expect(await stateOf(room, sha256)).toMatchObject({ whole: true });
  });

  it('are refused with the reason when length, hash, header, index or type are wrong', async () => {
    const room = await centre.admit();
    const { sha256, pieces } = await fileIn(room, newCase(), randomBytes(500));
    const [piece = Buffer.alloc(0)] = pieces;
    const fault = async (answer: ReturnType<typeof putPiece>) => {
      const { statusCode, json } = await answer;
      return [statusCode, json<{ field?: string }>().field];
    };
    expect(await fault(putPiece(room, sha256, 0, piece.subarray(1)))).toEqual([400, 'body']);
    expect(await fault(putPiece(room, sha256, 0, piece, hexOf(randomBytes(4))))).toEqual([400, 'x-piece-sha256']);
    expect(await fault(putPiece(room, sha256, 0, piece, 'ABC'))).toEqual([400, 'x-piece-sha256']);
    expect(await fault(putPiece(room, sha256, 1, piece))).toEqual([400, 'index']);
    expect(await fault(putPiece(room, sha256, '-1', piece))).toEqual([400, 'index']);
    expect(await fault(putPiece(room, 'A'.repeat(64), 0, piece))).toEqual([400, 'sha256']);
    expect((await putPiece(room, sha256, 0, piece, undefined, 'application/pdf')).statusCode).toBe(415);
    expect(await stateOf(room, sha256)).toMatchObject({ missing: [0], whole: false });
  });

  it('are refused with 413 above 1 MB, and when the whole is more than the centre keeps', async () => {
    const room = await centre.admit();
    const subject = newCase();
    const { sha256 } = await fileIn(room, subject, randomBytes(500));
    const large = await putPiece(room, sha256, 0, randomBytes(MB + 1));
    expect([large.statusCode, large.json()]).toMatchObject([413, { fault: 'too-large' }]);
    const huge = hexOf(randomBytes(8));
    const data = { set: { sha256: huge, bytes: LIMITS.fileBytes + 1 } };
    await room.send([room.write(subject, {}, { kind: 'attachment-set', data })]);
    expect((await putPiece(room, huge, 0, randomBytes(MB))).statusCode).toBe(413);
  });

  it('that do not make the file are dropped with 409, and can be sent again', async () => {
    const room = await centre.admit();
    const bytes = randomBytes(MB + 10);
    const { sha256, pieces } = await fileIn(room, newCase(), bytes);
    expect((await putPiece(room, sha256, 0, randomBytes(MB))).statusCode).toBe(204);
    const last = await putPiece(room, sha256, 1, pieces[1]);
    expect([last.statusCode, last.json()]).toMatchObject([409, { fault: 'file-hash' }]);
    expect(await stateOf(room, sha256)).toMatchObject({ missing: [0, 1], whole: false });
    for (const [index, piece] of pieces.entries()) await putPiece(room, sha256, index, piece);
    expect(await stateOf(room, sha256)).toMatchObject({ whole: true });
  });

  it('are declared whole once when both last pieces come at the same moment', async () => {
    const room = await centre.admit();
    const { sha256, pieces } = await fileIn(room, newCase(), randomBytes(2 * MB));
    const answers = await Promise.all(pieces.map((piece, index) => putPiece(room, sha256, index, piece)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204]);
    expect(await stateOf(room, sha256)).toMatchObject({ whole: true });
  });

  it('are checked when they are asked for, if the service was killed before it could', async () => {
    const room = await centre.admit();
    const bytes = randomBytes(300);
    const { sha256 } = await fileIn(room, newCase(), bytes);
    await centre.db.within({ as: 'admin' }, ({ query }) =>
      query('insert into file_piece (sha256, organisation, piece, data) values ($1, $2, 0, $3)', [
        sha256,
        centre.committee,
        new Uint8Array(bytes),
      ]),
    );
    expect(await stateOf(room, sha256)).toEqual({ bytes: 300, pieces: 1, missing: [], whole: true });
  });

  it('of an entry with a wrong length do not keep out the entry with the right one', async () => {
    const [wrong, right] = [await centre.admit('调解室三'), await centre.admit('调解室五')];
    const subject = newCase();
    const bytes = randomBytes(200);
    const data = { set: { sha256: hexOf(bytes), bytes: 100 } };
    await wrong.send([wrong.write(subject, {}, { kind: 'attachment-set', data })]);
    const { sha256, pieces } = await fileIn(right, subject, bytes);
    expect((await putPiece(right, sha256, 0, pieces[0])).statusCode).toBe(204);
    expect(await stateOf(wrong, sha256)).toMatchObject({ bytes: 200, whole: true });
  });
});

describe('who gets a file', () => {
  it('is nobody without an entry of a case of his own that speaks of it: told, taken and given alike', async () => {
    const [room, bank] = [await centre.admit(), await centre.admit('柜台', centre.institution)];
    const bytes = randomBytes(400);
    const { sha256, pieces } = await fileIn(room, newCase(), bytes);
    const nowhere = hexOf(randomBytes(9));
    for (const file of [sha256, nowhere]) {
      await expect(stateOf(bank, file)).rejects.toMatchObject({ status: 404, fault: 'not-found' });
      expect((await putPiece(bank, file, 0, pieces[0])).statusCode).toBe(404);
      expect((await getPiece(bank, file, 0)).statusCode).toBe(404);
    }
    await putPiece(room, sha256, 0, pieces[0]);
    expect((await getPiece(bank, sha256, 0)).statusCode).toBe(404);
  });

  it('is the committee too when an institution sent it, and no more when access is withdrawn', async () => {
    const [room, bank] = [await centre.admit(), await centre.admit('柜台', centre.institution)];
    const subject = newCase();
    const bytes = randomBytes(400);
    const { sha256, pieces } = await fileIn(bank, subject, bytes);
    await putPiece(bank, sha256, 0, pieces[0]);
    expect(
      createHash('sha256')
        .update((await getPiece(room, sha256, 0)).rawPayload)
        .digest('hex'),
    ).toBe(sha256);
    await centre.db.within({ as: 'admin' }, ({ query }) =>
      query('insert into membership (subject, organisation, given) values ($1, $2, false)', [
        subject,
        centre.committee,
      ]),
    );
    expect((await getPiece(room, sha256, 0)).statusCode).toBe(404);
    await expect(stateOf(room, sha256)).rejects.toMatchObject({ status: 404 });
  });
});
