import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { constants } from 'node:zlib';
import { SERVICE_LIMITS, type CentreClock, type CentreContext, type ServiceLimits } from './context';
import type { Db } from './db/db';
import { createNews } from './entries/news';
import { epochOf } from './entries/epoch';
import { readCentreKeys } from './keys';
import { createMetrics } from './operation/metrics';
import { surround } from './operation/operation';
import { serverOptions } from './operation/server-options';
import { registerAdminRoutes } from './routes/admin';
import { registerEnrolmentRoutes, registerStationRoutes } from './routes/enrolment';
import { registerEntryRoutes } from './routes/entries';
import { addFaults, badAddress, noHttp } from './routes/faults';
import { registerFeedRoutes } from './routes/feed';
import { registerFileRoutes } from './routes/files';
import { registerHealthRoutes } from './routes/health';
import { registerLeaseRoutes } from './routes/leases';
import { registerRulesRoutes } from './routes/rules';
import { registerSessionRoutes } from './routes/session';
import { registerSubjectRoutes } from './routes/subjects';
import { addSessionHook, tokenStation } from './sessions/session-hook';

/** What a service process is made of. */
export interface ServiceParts {
  /** Migrated (centre/db/migrate.ts). Stays open when the service closes. */
  readonly db: Db;
  readonly clock: CentreClock;
  readonly log?: FastifyServerOptions['logger'];
  readonly limits?: Partial<ServiceLimits>;
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Null or absent: no administration routes. */
  readonly adminToken?: string | null;
  /** A proxy in front tells the address of who asks. */
  readonly trustProxy?: boolean;
  /** Whether /metrics answers others than this machine. */
  readonly metricsFromAnywhere?: boolean;
}

/**
 * One process of the centre's service（中心服务）, ready to listen or to be asked by `inject`.
 *
 * Promises: it keeps nothing that another process would need; bodies are unpacked up to `LIMITS.bodyBytes` and no further; every
 * refusal has the body of `refusalSchema`; `close` answers parked requests first.
 * Does not promise: to migrate or to close the database.
 * Throws when the database is not migrated; DbAway.
 * Proved by test/unit/centre/service.test.ts.
 */
export async function createService(parts: ServiceParts): Promise<FastifyInstance> {
  const app = Fastify({
    ...serverOptions(parts),
    // An entry may hold any key: its hash is over the text as it came, and nothing here copies members about.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    frameworkErrors: badAddress,
    clientErrorHandler: noHttp,
  }) as unknown as FastifyInstance;
  const metrics = createMetrics();
  const context = await contextOf(parts, metrics.timed(parts.db));
  addFaults(app);
  await surround(app, {
    metrics,
    tls: parts.tls !== undefined,
    ratePerMinute: context.limits.ratePerMinute,
    tokenStation: (request) => tokenStation(context, request),
  });
  await app.register(compress, {
    encodings: ['gzip', 'identity'],
    requestEncodings: ['gzip', 'identity'],
    threshold: 1024,
    zlibOptions: { level: constants.Z_BEST_SPEED + 2 },
  });
  registerSessionRoutes(app, context);
  registerEnrolmentRoutes(app, context);
  registerHealthRoutes(app, context, { metrics, metricsFromAnywhere: parts.metricsFromAnywhere ?? false });
  registerAdminRoutes(app, context);
  await app.register((station, _options, done) => {
    addSessionHook(station, context);
    registerStationRoutes(station, context);
    registerEntryRoutes(station, context);
    registerFeedRoutes(station, context);
    registerSubjectRoutes(station, context);
    registerFileRoutes(station, context);
    registerLeaseRoutes(station, context);
    registerRulesRoutes(station, context);
    done();
  });
  app.addHook('preClose', (done) => {
    context.news.close();
    done();
  });
  return app;
}

async function contextOf({ clock, limits, adminToken }: ServiceParts, db: Db): Promise<CentreContext> {
  const news = createNews();
  await db.listen((organisation) => news.tell(organisation));
  return {
    db,
    clock,
    keys: await readCentreKeys(db),
    news,
    epoch: () => db.within({ as: 'service' }, epochOf),
    limits: { ...SERVICE_LIMITS, ...limits },
    adminToken: adminToken ?? null,
  };
}
