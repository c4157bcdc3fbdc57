import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { SUBJECT } from '../../electron/core/domain/journal/subject-kinds';
import type { CentreContext } from '../context';
import { epochOf } from '../entries/epoch';
import { entriesOf, readableSubjects } from '../entries/subjects';
import { entriesAnswer } from './entries-answer';
import { callerOf, checked, notFound } from './route';

const listQuery = z.object({
  after: z.string().regex(SUBJECT).or(z.literal('')).default(''),
  limit: z.coerce.number().int().min(1).optional(),
});
const one = z.object({ subject: z.string().regex(SUBJECT) });

/** GET /v1/subjects and /v1/subjects/:subject: what a repair needs（案件清单与整案）. */
export function registerSubjectRoutes(app: FastifyInstance, { db, limits }: CentreContext): void {
  app.get('/v1/subjects', async (request) => {
    const { after, limit = limits.subjects } = checked(listQuery, request.query);
    const { station, organisation } = callerOf(request);
    return db.within({ as: 'station', station, organisation }, async (queries) => ({
      epoch: await epochOf(queries),
      ...(await readableSubjects(queries, organisation, after, Math.min(limit, limits.subjects))),
    }));
  });

  app.get('/v1/subjects/:subject', async (request, reply) => {
    const found = one.safeParse(request.params);
    if (!found.success) throw notFound();
    const { station, organisation } = callerOf(request);
    const answer = await db.within({ as: 'station', station, organisation }, async (queries) => ({
      epoch: await epochOf(queries),
      bodies: await entriesOf(queries, station, found.data.subject),
    }));
    if (answer.bodies.length === 0) throw notFound();
    return entriesAnswer(reply, answer);
  });
}
