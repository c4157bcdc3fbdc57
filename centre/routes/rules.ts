import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { rulesAnswer } from '../../electron/core/domain/wire/rules';
import type { CentreContext } from '../context';
import { newestRules } from '../rules/rules';
import { checked } from './route';

const query = z.object({ have: z.coerce.number().int().min(0).default(0) });

/** GET /v1/rules?have=VERSION: the newest package of rules（规则数据包）, null when it is not newer. */
export function registerRulesRoutes(app: FastifyInstance, { db }: CentreContext): void {
  app.get('/v1/rules', async (request): Promise<z.infer<typeof rulesAnswer>> => {
    const { have } = checked(query, request.query);
    const newest = await db.within({ as: 'service' }, newestRules);
    return { package: newest !== null && newest.version > have ? newest : null };
  });
}
