import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Db } from '../db/db';
import type { News } from '../entries/news';

/** Counts and times of one service process（运行指标）, for Prometheus. */
export interface Metrics {
  readonly contentType: string;
  /** The database, with the time that each transaction takes. */
  readonly timed: (db: Db) => Db;
  /** Counts every request and every entry from now on; before the routes are added. */
  readonly watch: (app: FastifyInstance) => void;
  readonly text: (context: { readonly db: Db; readonly news: News }) => Promise<string>;
}

const OUTCOMES = ['taken', 'known', 'held', 'refused'] as const;

/** The outcomes in an answer of POST /v1/entries, whoever made it. */
function outcomesOf(payload: unknown): readonly string[] {
  if (typeof payload !== 'object' || payload === null || !('answers' in payload)) return [];
  if (!Array.isArray(payload.answers)) return [];
  return payload.answers.flatMap((answer: unknown) =>
    typeof answer === 'object' && answer !== null && 'outcome' in answer ? [String(answer.outcome)] : [],
  );
}

/**
 * Promises: labels are routes as they are written in the code, methods, statuses, outcomes and the ids of organisations;
 * no name, case, token or address is in them.
 * Proved by test/unit/centre/operation.test.ts.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'centre_request_seconds',
    help: 'Requests by route and status, with their time (parked ones included)',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers,
  });
  const entries = new Counter({
    name: 'centre_entries_total',
    help: 'Entries that were sent here, by outcome',
    labelNames: ['outcome'] as const,
    registers,
  });
  const database = new Histogram({
    name: 'centre_database_seconds',
    help: 'Time of database transactions, waiting for a connection included',
    labelNames: ['actor', 'outcome'] as const,
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const parked = new Gauge({ name: 'centre_parked_listeners', help: 'Requests that wait for news', registers });
  const head = new Gauge({
    name: 'centre_feed_head',
    help: 'Place of the newest entry in the feed of an organisation',
    labelNames: ['organisation'] as const,
    registers,
  });
  for (const outcome of OUTCOMES) entries.inc({ outcome }, 0);

  return {
    contentType: registry.contentType,
    timed: (db) => ({
      ...db,
      within: async (actor, work) => {
        const end = database.startTimer({ actor: actor.as });
        try {
          const result = await db.within(actor, work);
          end({ outcome: 'done' });
          return result;
        } catch (fault) {
          end({ outcome: 'failed' });
          throw fault;
        }
      },
    }),
    watch: (app) => {
      app.addHook('preSerialization', async (request, _reply, payload: unknown) => {
        if (request.routeOptions.url === '/v1/entries') {
          for (const outcome of outcomesOf(payload)) entries.inc({ outcome });
        }
        return payload;
      });
      app.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none';
        requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
      });
    },
    text: async ({ db, news }) => {
      parked.set(news.parked());
      const rows = await db
        .within({ as: 'admin' }, ({ query }) =>
          query('select organisation, max(seq) as head from feed group by organisation'),
        )
        .catch(() => []); // the rest is told when the database is away, too
      head.reset();
      for (const row of rows) head.set({ organisation: String(row['organisation']) }, Number(row['head']));
      return registry.metrics();
    },
  };
}
