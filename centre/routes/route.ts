import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RequestFault } from '../../electron/core/domain/wire/refusals';

/** The workstation that asks, as the session hook found it at this very request. */
export interface Caller {
  readonly station: string;
  readonly organisation: string;
  /** The committee that the organisation works under; itself for a committee. */
  readonly committee: string;
  readonly kind: 'committee' | 'institution' | 'mediator';
}

const callers = new WeakMap<FastifyRequest, Caller>();

/** For the session hook alone (centre/sessions/session-hook.ts). */
export function setCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** Who asks. Throws when the route stands outside the session hook, which is a bug. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('this route has no session hook');
  return caller;
}

/** A whole request refused; the error handler of the service writes it as `refusalSchema`. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    readonly fault: RequestFault,
    /** `field` for bad-request; `retryAfter` in seconds for too-many and unavailable. */
    readonly options: { readonly field?: string; readonly retryAfter?: number } = {},
  ) {
    super(fault);
    this.name = 'RequestRefused';
  }
}

/** Not for this workstation, or not there: the two are never told apart. */
export const notFound = (): RequestRefused => new RequestRefused(404, 'not-found');

/** The value as its schema has it. Throws RequestRefused `bad-request` with the first field that breaks it. */
export function checked<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new RequestRefused(400, 'bad-request', field === '' ? {} : { field });
}
