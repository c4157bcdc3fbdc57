import type { FastifyInstance } from 'fastify';
import type { CentreContext } from '../context';
import { isLocal } from '../operation/local';
import type { Metrics } from '../operation/metrics';
import { isReady } from '../operation/ready';
import { notFound, RequestRefused } from './route';

export interface HealthOptions {
  readonly metrics: Metrics;
  /** Whether /metrics answers others than this machine. */
  readonly metricsFromAnywhere: boolean;
}

/**
 * For whoever watches the service, without a session: GET /health (the process answers), /ready (the database answers;
 * else 503), /metrics (Prometheus text, from this machine only unless said otherwise).
 */
export function registerHealthRoutes(
  app: FastifyInstance,
  context: CentreContext,
  { metrics, metricsFromAnywhere }: HealthOptions,
): void {
  app.get('/health', () => ({ state: 'up' }));

  app.get('/ready', async () => {
    if (!(await isReady(context.db))) throw new RequestRefused(503, 'unavailable', { retryAfter: 5 });
    return { state: 'ready' };
  });

  app.get('/metrics', async (request, reply) => {
    if (!metricsFromAnywhere && !isLocal(request)) throw notFound();
    return reply.type(metrics.contentType).send(await metrics.text(context));
  });
}
