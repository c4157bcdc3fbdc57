import type { FastifyInstance } from 'fastify';
import { stationVerifier } from '../../electron/core/crypto/signing-key';
import {
  challengeRequest,
  sessionRequest,
  sessionText,
  type SessionAnswer,
} from '../../electron/core/domain/wire/session';
import type { CentreContext } from '../context';
import { chainOf, heldOf } from '../entries/chain';
import { admittedStation } from '../sessions/station-state';
import { challengeHolds, newChallenge, newToken, SESSION_SECONDS } from '../sessions/tokens';
import { checked, RequestRefused } from './route';

/** POST /v1/session/challenge and /v1/session: a session by challenge and signature（会话）. */
export function registerSessionRoutes(app: FastifyInstance, context: CentreContext): void {
  const { db, clock, keys } = context;

  app.post('/v1/session/challenge', (request) => {
    const { station } = checked(challengeRequest, request.body);
    return { challenge: newChallenge(context, station), centre: keys.station };
  });

  app.post('/v1/session', async (request): Promise<SessionAnswer> => {
    const { station, challenge, signature } = checked(sessionRequest, request.body);
    const holds =
      challengeHolds(context, station, challenge) &&
      stationVerifier.verify(station, sessionText(keys.station, challenge), signature);
    if (!holds) throw new RequestRefused(401, 'no-session');
    return db.within({ as: 'service' }, async (queries) => {
      await admittedStation(queries, station);
      const chain = await chainOf(queries, station);
      const held = await heldOf(queries, station);
      return { token: newToken(context, station), lasts: SESSION_SECONDS, chain, held, now: clock.now() };
    });
  });
}
