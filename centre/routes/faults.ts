import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import type { Refusal, RequestFault } from '../../electron/core/domain/wire/refusals';
import { DbAway } from '../db/db';
import { RequestRefused } from './route';

/** Seconds after which one may ask a database again that is away. */
const PAUSE = 5;

/** What Fastify and its plugins find wrong, by code; other client errors are `bad-request`. */
const CODES: Readonly<Record<string, readonly [status: number, fault: RequestFault]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'not-understood'],
  FST_ERR_CTP_INVALID_JSON_BODY: [415, 'not-understood'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [415, 'not-understood'],
  FST_CP_ERR_INVALID_CONTENT_ENCODING: [415, 'not-understood'],
  FST_CP_ERR_INVALID_CONTENT: [415, 'not-understood'],
  FST_ERR_NOT_FOUND: [404, 'not-found'],
};

/** Any error as the refusal that is sent. What is nobody's fault but ours is `centre-fault`. */
export function refusalFor(error: unknown): RequestRefused {
  if (error instanceof RequestRefused) return error;
  if (error instanceof DbAway) return new RequestRefused(503, 'unavailable', { retryAfter: PAUSE });
  const { code = '', statusCode = 500 } = error instanceof Error ? (error as Partial<FastifyError>) : {};
  const known = CODES[code];
  if (known) return new RequestRefused(...known);
  // The packing broke off, or says it is gzip and is not.
  if (code.startsWith('Z_')) return new RequestRefused(415, 'not-understood');
  if (error instanceof SyntaxError) return new RequestRefused(415, 'not-understood');
  if (statusCode === 413) return new RequestRefused(413, 'too-large');
  if (statusCode >= 400 && statusCode < 500) return new RequestRefused(400, 'bad-request');
  return new RequestRefused(500, 'centre-fault');
}

function refuse(reply: FastifyReply, { status, fault, options }: RequestRefused): FastifyReply {
  const body: Refusal = { fault, ...(options.field === undefined ? {} : { field: options.field }) };
  if (options.retryAfter !== undefined) void reply.header('retry-after', String(options.retryAfter));
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Every answer from 400 on has the body of `refusalSchema`, whatever went wrong where（拒绝）. */
export function addFaults(app: FastifyInstance): void {
  app.setErrorHandler((error, request: FastifyRequest, reply) => {
    const refused = refusalFor(error);
    if (refused.status >= 500) request.log.error({ err: error }, refused.fault);
    return refuse(reply, refused);
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, new RequestRefused(404, 'not-found')));
}

/** For an address that cannot be read: before there is a route, and for text that is no HTTP. */
export function badAddress(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void refuse(reply, new RequestRefused(400, 'bad-request'));
}

export function noHttp(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const body = JSON.stringify({ fault: 'bad-request' } satisfies Refusal);
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close`;
  socket.end(`${head}\r\n\r\n${body}`);
}
