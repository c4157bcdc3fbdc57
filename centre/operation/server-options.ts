import { LogController, type FastifyServerOptions } from 'fastify';
import type { SecureVersion } from 'node:tls';
import { LIMITS } from '../../electron/core/domain/wire/limits';

export interface ServerParts {
  readonly log?: FastifyServerOptions['logger'];
  /** PEM texts; without them the service speaks plain HTTP. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** A proxy in front tells the address of who asks (`x-forwarded-for`); only then is it believed. */
  readonly trustProxy?: boolean;
}

const OLDEST_TLS: SecureVersion = 'TLSv1.2';

/**
 * How the server meets the network（服务器选项）: TLS 1.2 or newer, 8 MB a body at most, 30 s for a request to arrive (10 s
 * for its head), a silent connection ended after the longest parked request. One request is logged once, by
 * `watchRequests` and not by Fastify, whose line would bear the address with its query.
 */
export const serverOptions = ({ log = false, tls, trustProxy = false }: ServerParts) => ({
  logger: log,
  logController: new LogController({ disableRequestLogging: true }),
  trustProxy,
  bodyLimit: LIMITS.bodyBytes,
  requestTimeout: 30_000,
  connectionTimeout: (LIMITS.waitSeconds + 30) * 1000,
  keepAliveTimeout: (LIMITS.waitSeconds + 20) * 1000,
  http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
  // Parked requests are answered by the service before it closes; idle connections need no goodbye.
  forceCloseConnections: 'idle' as const,
  routerOptions: { maxParamLength: 200 },
  ...(tls
    ? {
        https: {
          cert: tls.cert,
          key: tls.key,
          minVersion: OLDEST_TLS,
          headersTimeout: 10_000,
          maxHeaderSize: 16 * 1024,
        },
      }
    : {}),
});
