import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addSecurityHeaders, limitRates } from './guard';
import { watchRequests } from './log';
import type { Metrics } from './metrics';

export interface OperationParts {
  readonly metrics: Metrics;
  readonly tls: boolean;
  readonly ratePerMinute: number;
  /** The workstation of a request's token as far as its HMAC holds; asked before the session hook, without the database. */
  readonly tokenStation: (request: FastifyRequest) => string | null;
}

/**
 * What surrounds every route（运行防护）: headers, counts, one log line a request, limits of rate. To be called on the bare
 * instance, after `Fastify(serverOptions(parts))` and before any route:
 *
 *     const metrics = createMetrics();
 *     const app = Fastify(serverOptions(parts));
 *     const db = metrics.timed(parts.db);
 *     await surround(app, { metrics, ... });
 *     ... routes ...
 *     registerHealthRoutes(app, context, { metrics, metricsFromAnywhere });
 */
export async function surround(app: FastifyInstance, parts: OperationParts): Promise<void> {
  addSecurityHeaders(app, parts.tls);
  parts.metrics.watch(app);
  watchRequests(app, parts.tokenStation);
  await limitRates(app, parts.ratePerMinute, parts.tokenStation);
}
