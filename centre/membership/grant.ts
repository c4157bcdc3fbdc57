import type { Queries } from '../db/db';
import { appendToFeeds, openArrival } from '../entries/feed-rows';
import { lockCommittees, committeesOf } from './committee-lock';

/**
 * Who may read and write a case（案件授权）; the newest row of a pair of case and organisation counts.
 *
 * Promises: access given brings every entry of the case to the end of the organisation's feed; access withdrawn ends reading
 * and writing at the next request; both are kept with who did it.
 * Does not promise: to take back what a workstation has read already.
 * Both run inside `db.within({ as: 'admin' }, …)`; afterwards the caller announces the organisation. DbAway.
 * Proved by test/unit/centre/membership.test.ts.
 */
export interface Access {
  /** `case-…` */
  readonly subject: string;
  readonly organisation: string;
  /** Who decided, for the record. */
  readonly by: string;
}

/** Gives access. Resolves to how many entries came to the feed; null when centre has no such case or organisation. */
export async function grant(queries: Queries, access: Access): Promise<number | null> {
  if (!(await standsThere(queries, access))) return null;
  await lockCommittees(queries, await committeesOf(queries, [access.organisation], [access.subject]));
  await openArrival(queries);
  await insertRow(queries, access, true);
  const entries = await queries.query(
    `select e.id, e.subject from entry e where e.subject = $1
       and not exists (select from feed f where f.entry = e.id and f.organisation = $2)
     order by e.received_at, e.station, e.seq`,
    [access.subject, access.organisation],
  );
  const rows = entries.map(({ id, subject }) => ({
    organisation: access.organisation,
    entry: String(id),
    subject: String(subject),
    onlyStation: null,
  }));
  await appendToFeeds(queries, rows);
  return rows.length;
}

/** Withdraws access. False when the centre has no such case or organisation. */
export async function withdraw(queries: Queries, access: Access): Promise<boolean> {
  if (!(await standsThere(queries, access))) return false;
  await lockCommittees(queries, await committeesOf(queries, [access.organisation], [access.subject]));
  await insertRow(queries, access, false);
  return true;
}

async function standsThere({ query }: Queries, { subject, organisation }: Access): Promise<boolean> {
  const rows = await query(
    `select exists (select from membership where subject = $1) and exists (select from organisation where id = $2) as stands`,
    [subject, organisation],
  );
  return rows[0]?.['stands'] === true;
}

async function insertRow({ query }: Queries, { subject, organisation, by }: Access, given: boolean): Promise<void> {
  await query('insert into membership (subject, organisation, given, by) values ($1, $2, $3, $4)', [
    subject,
    organisation,
    given,
    by,
  ]);
}
