import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LIMITS } from '../../electron/core/domain/wire/limits';
import type { CentreContext } from '../context';
import type { Station } from '../files/file-facts';
import { Pieces, type Put } from '../files/pieces';
import { callerOf, checked, notFound, RequestRefused } from './route';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileOnly = z.object({ sha256 });
const pieceOf = z.object({
  sha256,
  index: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});
const pieceHeader = z.object({ 'x-piece-sha256': sha256 });

const stationOf = (request: FastifyRequest): Station => {
  const { station, organisation } = callerOf(request);
  return { as: 'station', station, organisation };
};

/** Throws RequestRefused for what was not kept. */
function refuse(put: Exclude<Put, 'kept'>): never {
  switch (put) {
    case 'not-found':
      throw notFound();
    case 'too-large':
      throw new RequestRefused(413, 'too-large');
    case 'wrong-file':
      throw new RequestRefused(409, 'file-hash');
    case 'wrong-index':
      throw new RequestRefused(400, 'bad-request', { field: 'index' });
    case 'wrong-length':
      throw new RequestRefused(400, 'bad-request', { field: 'body' });
    case 'wrong-piece':
      throw new RequestRefused(400, 'bad-request', { field: 'x-piece-sha256' });
  }
}

/** The routes of domain/wire/files.ts: what is there of a file, a piece to the centre, a piece from it. */
export function registerFileRoutes(app: FastifyInstance, { db }: CentreContext): void {
  const pieces = new Pieces(db);

  app.get('/v1/files/:sha256', async (request) => {
    const { sha256: file } = checked(fileOnly, request.params);
    const answer = await pieces.state(stationOf(request), file);
    if (!answer) throw notFound();
    return answer;
  });

  app.get('/v1/files/:sha256/:index', async (request, reply) => {
    const { sha256: file, index } = checked(pieceOf, request.params);
    const data = await pieces.get(stationOf(request), file, index);
    if (!data) throw notFound();
    return reply
      .header('cache-control', 'no-store')
      .type('application/octet-stream')
      .send(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  });

  // A scope of its own: nowhere else are raw bytes understood.
  app.register((scope, _options, ready) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: LIMITS.chunkBytes },
      (_request, body, done) => done(null, body),
    );
    scope.put('/v1/files/:sha256/:index', { bodyLimit: LIMITS.chunkBytes }, async (request, reply) => {
      const { sha256: file, index } = checked(pieceOf, request.params);
      const { 'x-piece-sha256': hex } = checked(pieceHeader, request.headers);
      if (!Buffer.isBuffer(request.body)) throw new RequestRefused(415, 'not-understood');
      const put = await pieces.put(stationOf(request), file, index, request.body, hex);
      if (put !== 'kept') refuse(put);
      return reply.code(204).send();
    });
    ready();
  });
}
