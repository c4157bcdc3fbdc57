import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CentreContext } from '../context';
import { RequestRefused, setCaller } from '../routes/route';
import { admittedStation } from './station-state';
import { stationOfToken } from './tokens';

/** The workstation of a request's token as far as its HMAC and time hold, without the database; null for none. */
export function tokenStation(
  parts: Pick<CentreContext, 'keys' | 'clock'>,
  { headers }: Pick<FastifyRequest, 'headers'>,
): string | null {
  const [scheme, token, ...rest] = (headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) return null;
  return stationOfToken(parts, token);
}

/**
 * Lets nobody but admitted workstations at the routes of this scope（会话检查）.
 *
 * Promises: the token and the newest event of the workstation are looked at before the body is read, at every request: a
 * revoked or copied workstation is refused at once.
 * Does not promise: to end what is under way; a parked request looks again itself (centre/entries/feed.ts).
 * Proved by test/unit/centre/sessions.test.ts.
 */
export function addSessionHook(app: FastifyInstance, context: CentreContext): void {
  app.addHook('onRequest', async (request) => {
    const station = tokenStation(context, request);
    if (station === null) throw new RequestRefused(401, 'no-session');
    setCaller(request, await context.db.within({ as: 'service' }, (queries) => admittedStation(queries, station)));
  });
}
