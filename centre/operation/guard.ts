import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from '../routes/route';

/** Pages may do nothing with what a service answers. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Headers of every answer, refusals included; HSTS where the line is sealed. */
export function addSecurityHeaders(app: FastifyInstance, tls: boolean): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS);
    if (tls) reply.header('strict-transport-security', 'max-age=31536000');
  });
}

/** Who watches the service must hear from it when it is busiest. */
const UNCOUNTED = new Set(['/health', '/ready', '/metrics']);

/**
 * Limits how often one workstation may ask, or one address that shows no valid token（限速）.
 *
 * Promises: above the limit the answer is 429 `too-many` with Retry-After, before the body is read or the database is
 * asked; one office's workstations behind one address do not use up each other's share.
 * Does not promise: a common count over several processes; each has its own.
 * Proved by test/unit/centre/operation.test.ts.
 *
 * @param stationOf the workstation of a request's token as far as its HMAC holds, without asking the database
 */
export async function limitRates(
  app: FastifyInstance,
  perMinute: number,
  stationOf: (request: FastifyRequest) => string | null,
): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    cache: 20_000,
    allowList: (request: FastifyRequest) => UNCOUNTED.has(request.routeOptions.url ?? ''),
    keyGenerator: (request: FastifyRequest) => stationOf(request) ?? normalizeIP(request.ip, 64),
    errorResponseBuilder: (_request, { ttl }) =>
      new RequestRefused(429, 'too-many', { retryAfter: Math.max(1, Math.ceil(ttl / 1000)) }),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': false,
    },
  });
  // A hook of the whole service, not of each route: those run after the session hook, which asks the database.
  app.addHook('onRequest', app.rateLimit());
}
