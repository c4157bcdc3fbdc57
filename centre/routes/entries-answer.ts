import type { FastifyReply } from 'fastify';

/**
 * An answer with entries as they are kept: their text is canonical JSON already and goes out byte for byte. `rest` are the
 * other members. The shape is that of `feedAnswer` and `subjectAnswer`.
 */
export function entriesAnswer(
  reply: FastifyReply,
  { epoch, bodies, ...rest }: { readonly epoch: string; readonly bodies: readonly string[] },
): FastifyReply {
  const others = Object.entries(rest).map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
  void reply.header('content-type', 'application/json; charset=utf-8');
  return reply.send(`{"epoch":${JSON.stringify(epoch)},"entries":[${bodies.join(',')}]${others.join('')}}`);
}
