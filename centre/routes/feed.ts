import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { feedQuery } from '../../electron/core/domain/wire/exchange';
import type { CentreContext } from '../context';
import { readFeed, type FeedPage, type FeedQuery } from '../entries/feed';
import { entriesAnswer } from './entries-answer';
import { callerOf, checked, RequestRefused, type Caller } from './route';

/** GET /v1/feed: what is new for this workstation, at once or when it comes（读新条目）. */
export function registerFeedRoutes(app: FastifyInstance, context: CentreContext): void {
  app.get('/v1/feed', async (request, reply) => {
    const asked = checked(feedQuery, request.query);
    const page = await waitForPage(context, callerOf(request), asked, goneSignal(request, reply));
    return entriesAnswer(reply, page);
  });
}

/** Reads, and parks until there is something for this reader; no connection to the database is held while parked. */
async function waitForPage(
  context: CentreContext,
  caller: Caller,
  asked: FeedQuery,
  gone: AbortSignal,
): Promise<FeedPage> {
  const { news, limits } = context;
  // Not the centre's clock: that may be set, and this is a duration.
  const until = performance.now() + asked.wait * 1000;
  for (let from = asked; ;) {
    const mark = news.mark(caller.organisation);
    const page = await readFeed(context, caller, from);
    const left = until - performance.now();
    const { checkpoint, head } = page.proof;
    if (page.bodies.length > 0 || left <= 0 || gone.aborted || news.closed()) return page;
    from = { ...asked, after: checkpoint.seq, link: checkpoint.link, epoch: checkpoint.epoch };
    if (checkpoint.seq < head) continue;
    if (news.parked() >= limits.parked) throw new RequestRefused(429, 'too-many', { retryAfter: 5 });
    await news.wait(caller.organisation, mark, left, gone);
  }
}

function goneSignal(request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const control = new AbortController();
  const { socket } = request.raw;
  const abort = (): void => control.abort();
  socket.once('close', abort);
  // One connection carries many requests: nothing of an answered one stays on it.
  reply.raw.once('close', () => {
    socket.off('close', abort);
    abort();
  });
  return control.signal;
}
