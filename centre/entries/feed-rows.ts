import { createHash } from 'node:crypto';
import { z } from 'zod';
import { linkText } from '../../electron/core/domain/wire/exchange';
import type { Queries } from '../db/db';
import { lines } from '../db/lines';
import type { FeedRow } from './arrival-types';

/** Lets the transaction see the counters, links and chains of all while it takes entries. Its code gives no rows away. */
export async function openArrival({ query }: Queries): Promise<void> {
  await query(`select set_config('centre.arrival', 'on', true)`);
}

const heads = z.array(z.object({ organisation: z.string(), seq: z.number(), link: z.string() }));

/**
 * Appends rows to the feeds of their organisations, in order（入流）. Runs under the locks of their committees and with
 * `openArrival`; each link is the hash of the one before and the entry (`linkText`).
 */
export async function appendToFeeds({ query }: Queries, rows: readonly FeedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const last = new Map(
    heads
      .parse(
        await query(
          `select o.id as organisation, f.seq, f.link from unnest($1::text[]) o(id) cross join lateral feed_end(o.id) f`,
          [[...new Set(rows.map(({ organisation }) => organisation))]],
        ),
      )
      .map((head) => [head.organisation, head]),
  );
  const numbered = rows.map((row) => {
    const before = last.get(row.organisation) ?? { seq: 0, link: '' };
    const link = createHash('sha256').update(linkText(before.link, row.entry), 'utf8').digest('base64url');
    const next = { organisation: row.organisation, seq: before.seq + 1, link };
    last.set(row.organisation, next);
    return { ...row, ...next };
  });
  await query(
    `insert into feed (organisation, seq, entry, subject, only_station, link)
     select * from unnest(string_to_array($1, e'\\n'), $2::bigint[], string_to_array($3, e'\\n'),
       string_to_array($4, e'\\n'), string_to_array($5, e'\\n', ''), string_to_array($6, e'\\n'))`,
    [
      lines(numbered.map(({ organisation }) => organisation)),
      numbered.map(({ seq }) => seq),
      lines(numbered.map(({ entry }) => entry)),
      lines(numbered.map(({ subject }) => subject)),
      // Empty is null.
      lines(numbered.map(({ onlyStation }) => onlyStation ?? '')),
      lines(numbered.map(({ link }) => link)),
    ],
  );
}
