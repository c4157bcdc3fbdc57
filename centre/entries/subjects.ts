import { z } from 'zod';
import { isCaseSubject } from '../../electron/core/domain/journal/subject-kinds';
import type { Queries } from '../db/db';

/**
 * Cases by name and entries by case, for a repair. All run as a station: row-level security leaves out what it may not read,
 * and what is left out looks like what is not there. DbAway.
 */
export async function readableSubjects(
  { query }: Queries,
  organisation: string,
  after: string,
  limit: number,
): Promise<{ readonly subjects: readonly string[]; readonly more: boolean }> {
  const rows = await query(
    `select subject from (select distinct on (subject) subject, given from membership
       where organisation = $1 and subject > $2 order by subject, number desc) m
     where given order by subject limit $3`,
    [organisation, after, limit + 1],
  );
  const subjects = rows.map((row) => String(row['subject']));
  return { subjects: subjects.slice(0, limit), more: subjects.length > limit };
}

const bodies = z.array(z.object({ body: z.string() }));

/** Canonical JSON of all entries of a case or of the station's own journal; empty when there is none for it. */
export async function entriesOf({ query }: Queries, station: string, subject: string): Promise<readonly string[]> {
  const rows = await query(
    `select body from entry where subject = $1 and ($2 or station = $3) order by received_at, station, seq`,
    [subject, isCaseSubject(subject), station],
  );
  return bodies.parse(rows).map(({ body }) => body);
}

/** One entry by its id; null when it is not for this station. */
export async function entryById({ query }: Queries, id: string): Promise<string | null> {
  return bodies.parse(await query('select body from entry where id = $1', [id]))[0]?.body ?? null;
}
