import type { FastifyInstance } from 'fastify';
import { leaseRequest, type leaseAnswer } from '../../electron/core/domain/wire/leases';
import type { z } from 'zod';
import type { CentreContext } from '../context';
import { leaseBlock } from '../leases/lease';
import { callerOf, checked, RequestRefused } from './route';

/** POST /v1/leases: a block of official numbers（号段租用）for the workstation that asks. */
export function registerLeaseRoutes(app: FastifyInstance, { db }: CentreContext): void {
  app.post('/v1/leases', async (request): Promise<z.infer<typeof leaseAnswer>> => {
    const wanted = checked(leaseRequest, request.body);
    const caller = callerOf(request);
    const lease = await db.within({ as: 'service' }, (queries) => leaseBlock(queries, caller, wanted));
    switch (lease.outcome) {
      case 'leased':
        return { block: lease.block };
      case 'no-numbers':
        throw new RequestRefused(409, 'no-numbers');
      case 'other-request':
        throw new RequestRefused(400, 'bad-request', { field: 'request' });
    }
  });
}
