import type { FastifyInstance } from 'fastify';
import { enrolmentRequest } from '../../electron/core/domain/wire/enrolment';
import type { CentreContext } from '../context';
import { directory } from '../enrolment/directory';
import { enrol } from '../enrolment/enrol';
import { callerOf, checked } from './route';

/** POST /v1/enrolment: asking for admission, without a session（入网申请）. */
export function registerEnrolmentRoutes(app: FastifyInstance, context: CentreContext): void {
  app.post('/v1/enrolment', (request) => enrol(context, checked(enrolmentRequest, request.body)));
}

/** GET /v1/stations: who is who in one's own committee, within a session. */
export function registerStationRoutes(app: FastifyInstance, { db }: CentreContext): void {
  app.get('/v1/stations', async (request) => {
    const { station, organisation, committee } = callerOf(request);
    const actor = { as: 'station', station, organisation } as const;
    return { stations: await db.within(actor, (queries) => directory(queries, committee)) };
  });
}
