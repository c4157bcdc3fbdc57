import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { missingRequest, sendRequest, type SendAnswer } from '../../electron/core/domain/wire/exchange';
import type { CentreContext } from '../context';
import { takeEntries } from '../entries/arrival';
import { epochOf } from '../entries/epoch';
import { missingOf } from '../entries/missing';
import { entryById } from '../entries/subjects';
import { entriesAnswer } from './entries-answer';
import { callerOf, checked, notFound } from './route';

const byId = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** POST /v1/entries, POST /v1/entries/missing, GET /v1/entries/:id（条目收发）. */
export function registerEntryRoutes(app: FastifyInstance, context: CentreContext): void {
  const { db } = context;

  app.post('/v1/entries', (request): Promise<SendAnswer> => {
    const { entries } = checked(sendRequest, request.body);
    return takeEntries(context, callerOf(request), entries);
  });

  app.post('/v1/entries/missing', async (request) => {
    const { ids } = checked(missingRequest, request.body);
    const { station, organisation } = callerOf(request);
    return db.within({ as: 'station', station, organisation }, async (queries) => ({
      epoch: await epochOf(queries),
      missing: [...(await missingOf(queries, station, ids))],
    }));
  });

  app.get('/v1/entries/:id', async (request, reply) => {
    const found = byId.safeParse(request.params);
    if (!found.success) throw notFound();
    const { station, organisation } = callerOf(request);
    const answer = await db.within({ as: 'station', station, organisation }, async (queries) => ({
      epoch: await epochOf(queries),
      body: await entryById(queries, found.data.id),
    }));
    if (answer.body === null) throw notFound();
    return entriesAnswer(reply, { epoch: answer.epoch, bodies: [answer.body] });
  });
}
