import type { FastifyInstance, FastifyRequest } from 'fastify';

interface ErrorFacts extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly frames: readonly string[];
}

const frame = /^\s+at .*$/gm;

/**
 * An error as far as it may be logged: its kind, code and place. Messages of parsers and of the database quote what they
 * were given, so they stay out.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  return {
    type: error.name,
    ...Object.fromEntries(Object.entries({ code, table, constraint }).filter(([, value]) => typeof value === 'string')),
    frames: (error.stack?.match(frame) ?? []).slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}

/** As Fastify wants it: with a message and a stack, both harmless. */
function errorLine(
  error: unknown,
): Readonly<Record<string, unknown>> & { type: string; message: string; stack: string } {
  const { type, frames, ...facts } = errorFacts(error);
  return { ...facts, type, message: type, stack: frames.join('\n') };
}

interface Requestish {
  readonly method?: unknown;
  readonly routeOptions?: { readonly url?: unknown };
}

/** The words that go with a line: none of an error's own. */
function wordsOf(error: Error, words: readonly unknown[]): string {
  const first = words.find((word) => typeof word === 'string' && word !== '' && !word.includes(error.message));
  return error.message !== '' && typeof first === 'string' ? first : 'fault';
}

/** A line as it may be written: an error speaks by `errorFacts` alone. */
function harmless([first, ...rest]: readonly unknown[]): readonly unknown[] {
  if (first instanceof Error) return [{ err: first }, wordsOf(first, rest)];
  if (typeof first === 'object' && first !== null && 'err' in first && first.err instanceof Error)
    return [first, wordsOf(first.err, rest)];
  return [first, ...rest];
}

/**
 * The log of the service（运行日志）, for Fastify: JSON lines with time, level, route, status, milliseconds, workstation.
 *
 * Promises: no body, query, header, token, name or text of a case is in it, whatever part of the service logs a request,
 * an answer or an error: the serializers let only the named facts through.
 * Proved by test/unit/centre/log.test.ts.
 *
 * @param write takes one line
 */
export const serviceLog = (level: string, write: (line: string) => void) => ({
  level,
  base: null,
  serializers: {
    req: ({ method, routeOptions }: Requestish) => ({ method: String(method), route: routeOptions?.url }),
    res: ({ statusCode }: { readonly statusCode?: unknown }) => ({ statusCode: Number(statusCode) }),
    err: (error: Error) => errorLine(error),
  },
  hooks: {
    logMethod(this: unknown, words: unknown[], method: (...words: never[]) => void): void {
      method.apply(this, harmless(words) as never[]);
    },
  },
  stream: { write },
});

/** Logs each request once, when it is answered. */
export function watchRequests(app: FastifyInstance, stationOf: (request: FastifyRequest) => string | null): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        station: stationOf(request)?.slice(0, 12) ?? null,
      },
      'answered',
    );
  });
}
