import { z } from 'zod';
import { proofText, type Checkpoint, type feedQuery, type Proof } from '../../electron/core/domain/wire/exchange';
import type { CentreContext } from '../context';
import type { Queries } from '../db/db';
import { RequestRefused, type Caller } from '../routes/route';
import { admittedStation } from '../sessions/station-state';
import { chainsOf } from './chain';

export type FeedQuery = z.output<typeof feedQuery>;

/** A page of the feed: bodies as they are kept, and the signed word on where the reader stands after them. */
export interface FeedPage {
  readonly epoch: string;
  /** Canonical JSON of each entry. */
  readonly bodies: readonly string[];
  readonly proof: Proof;
}

/**
 * Reads the feed of an organisation from a checkpoint（读流）.
 *
 * Promises: nothing before the new checkpoint that the reader may read was left out; a checkpoint of another history is refused
 * (409 other-history), whatever its counter; rights are those of the moment of reading, also after a wait.
 * Does not promise: that a page is full; what a reader may not read takes up places.
 * Throws RequestRefused; DbAway.
 * Proved by test/unit/centre/feed.test.ts.
 */
export function readFeed(context: CentreContext, caller: Caller, asked: FeedQuery): Promise<FeedPage> {
  const { station, organisation } = caller;
  return context.db.within({ as: 'station', station, organisation }, async (queries) => {
    // Again, for one that was parked: it may have been revoked meanwhile.
    if ((await admittedStation(queries, station)).organisation !== organisation) throw otherHistory();
    const { epoch, head } = await placeOf(queries, asked);
    const page = await pageOf(queries, context.limits, organisation, asked, head);
    const chain = (await chainsOf(queries, [station])).get(station) ?? { seq: 0, id: null };
    const checkpoint: Checkpoint = { epoch, seq: page.seq, link: page.link };
    const word = { station, checkpoint, head, chain, at: context.clock.now() };
    return { epoch, bodies: page.bodies, proof: { ...word, signature: context.keys.sign(proofText(word)) } };
  });
}

const otherHistory = (): RequestRefused => new RequestRefused(409, 'other-history');
const place = z.object({ epoch: z.string(), head: z.number(), link: z.string().nullable() });

async function placeOf(
  { query }: Queries,
  { after, link, epoch }: FeedQuery,
): Promise<{ readonly epoch: string; readonly head: number }> {
  const rows = await query(
    `select (select id from epoch order by number desc limit 1) as epoch, feed_head() as head, feed_link($1) as link`,
    [after],
  );
  const here = place.parse(rows[0]);
  const fromStart = after === 0 && link === '' && (epoch === '' || epoch === here.epoch);
  if (!fromStart && (after === 0 || epoch !== here.epoch || link !== here.link)) throw otherHistory();
  return here;
}

const pageRows = z.array(
  z.object({ seq: z.number(), link: z.string(), body: z.string().nullable(), total: z.number() }),
);
const linkRow = z.object({ link: z.string() });

/** Places that one page looks at for each entry that it may hold: rows of others' own journals are passed by in bulk. */
const WIDTH = 4;

async function pageOf(
  { query }: Queries,
  limits: CentreContext['limits'],
  organisation: string,
  { after, link, limit }: FeedQuery,
  head: number,
): Promise<{ readonly bodies: readonly string[]; readonly seq: number; readonly link: string }> {
  if (after >= head) return { bodies: [], seq: after, link };
  const size = Math.min(limit, limits.page);
  const last = Math.min(head, after + size * WIDTH);
  // Row-level security leaves out the body where the case is not for this organisation now.
  const rows = pageRows.parse(
    await query(
      `select seq, link, body, total from (
         select f.seq, f.link, e.body, count(*) over () as total,
           row_number() over (order by f.seq) as place,
           sum(coalesce(octet_length(e.body), 0)) over (order by f.seq) as bytes
         from (select seq, link, entry from feed
               where organisation = $1 and seq > $2 and seq <= $3 order by seq limit $4) f
         left join entry e on e.id = f.entry) page
       where place = 1 or bytes <= $5 order by seq`,
      [organisation, after, last, size, limits.pageBytes],
    ),
  );
  const bodies = rows.flatMap(({ body }) => (body === null ? [] : [body]));
  const newest = rows.at(-1);
  if (newest && (rows.length < newest.total || rows.length === size)) {
    return { bodies, seq: newest.seq, link: newest.link };
  }
  return { bodies, seq: last, ...linkRow.parse((await query('select feed_link($1) as link', [last]))[0]) };
}
