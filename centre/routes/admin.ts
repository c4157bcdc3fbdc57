import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OPERATIONS } from '../admin/operations';
import { AdminRefused } from '../admin/refused';
import type { CentreContext } from '../context';
import { isLocal } from '../operation/local';
import { notFound } from './route';

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Whether a request comes from this machine and bears the token; both are needed, and nobody is told which was missing. */
function isAdministrator(request: FastifyRequest, token: string): boolean {
  return isLocal(request) && timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

/**
 * POST /admin/v1/OPERATION with a JSON body: what an administrator does（管理接口）, see centre/admin/operations.ts. An answer of
 * 409 `{ code, zh, en }` says in words why something was not done.
 *
 * Promises: without the token, from another machine, through a proxy or where this process has no token, every address
 * below /admin is 404, like one that does not exist.
 * Proved by test/unit/centre/admin.test.ts.
 */
export function registerAdminRoutes(app: FastifyInstance, context: CentreContext): void {
  const { adminToken } = context;
  if (adminToken === null) return;
  app.post<{ Params: { operation: string } }>(
    '/admin/v1/:operation',
    {
      onRequest: (request, _reply, done) => {
        done(isAdministrator(request, adminToken) ? undefined : notFound());
      },
    },
    async (request, reply) => {
      const name = request.params.operation;
      const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
      if (!operation) throw notFound();
      try {
        return await operation.run(request.body ?? {}, context);
      } catch (fault) {
        if (!(fault instanceof AdminRefused)) throw fault;
        return reply.code(409).send({ code: fault.code, zh: fault.zh, en: fault.en });
      }
    },
  );
}
