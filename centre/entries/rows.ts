import { fileRefs } from '../../electron/core/domain/case/file-refs';
import { isPrivateSubject, SUBJECT } from '../../electron/core/domain/journal/subject-kinds';
import type { Queries } from '../db/db';
import { lines } from '../db/lines';
import { recordReportedBlocks } from '../leases/reported-blocks';
import { appendToFeeds } from './feed-rows';
import type { Ledger } from './ledger';

/** Writes what a ledger judged（落库）, each table at once. Runs under the locks and with `openArrival`. */
export async function writeLedger(queries: Queries, ledger: Ledger): Promise<void> {
  await addMembers(queries, ledger);
  await addEntries(queries, ledger);
  await addRefused(queries, ledger);
  await addHeld(queries, ledger);
  await appendToFeeds(queries, ledger.feed);
  await addReportedBlocks(queries, ledger);
  for (const station of ledger.forked) {
    await queries.query(`insert into station_event (station, event, by) values ($1, 'forked', 'centre')`, [station]);
  }
}

async function addMembers({ query }: Queries, { founded }: Ledger): Promise<void> {
  if (founded.length === 0) return;
  await query(
    `insert into membership (subject, organisation, given, by)
     select *, true, 'first entry' from unnest($1::text[], $2::text[])`,
    [founded.map(({ subject }) => subject), founded.map(({ organisation }) => organisation)],
  );
}

async function addEntries({ query }: Queries, { taken }: Ledger): Promise<void> {
  if (taken.length === 0) return;
  await query(
    `insert into entry (id, subject, station, seq, body)
     select * from unnest(string_to_array($1, e'\\n'), string_to_array($2, e'\\n'), string_to_array($3, e'\\n'),
       $4::bigint[], string_to_array($5, e'\\n'))`,
    [
      lines(taken.map(({ entry }) => entry.id)),
      lines(taken.map(({ entry }) => entry.subject)),
      lines(taken.map(({ entry }) => entry.station)),
      taken.map(({ counter }) => counter),
      lines(taken.map(({ body }) => body)),
    ],
  );
  const refs = taken.flatMap(({ entry }) => fileRefs(entry).map((ref) => ({ ...ref, entry })));
  if (refs.length === 0) return;
  await query(
    `insert into file_ref (entry, subject, sha256, bytes)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])`,
    [
      refs.map(({ entry }) => entry.id),
      refs.map(({ entry }) => entry.subject),
      refs.map(({ sha256 }) => sha256),
      refs.map(({ bytes }) => bytes),
    ],
  );
}

/** Number blocks that a workstation tells of in its own journals are its leases, or a clash for the administrator. */
async function addReportedBlocks(queries: Queries, ledger: Ledger): Promise<void> {
  const own = ledger.taken.filter(({ entry }) => isPrivateSubject(entry.subject)).map(({ entry }) => entry);
  for (const station of new Set(own.map((entry) => entry.station))) {
    const entries = own.filter((entry) => entry.station === station);
    await recordReportedBlocks(queries, ledger.committeeOf(station), station, entries);
  }
}

async function addRefused({ query }: Queries, { refused }: Ledger): Promise<void> {
  if (refused.length === 0) return;
  await query(
    `insert into refused_entry (station, seq, id, fault)
     select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[])`,
    [
      refused.map(({ station }) => station),
      refused.map(({ seq }) => seq),
      refused.map(({ id }) => id),
      refused.map(({ fault }) => fault),
    ],
  );
}

async function addHeld({ query }: Queries, { held }: Ledger): Promise<void> {
  if (held.length === 0) return;
  await query(
    `insert into held_entry (id, subject, station, seq, body, why, sender)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[])
     on conflict do nothing`,
    [
      held.map(({ entry }) => entry.id),
      // A name that no subject has may hold what the database does not carry; the body tells it.
      held.map(({ entry }) => (SUBJECT.test(entry.subject) ? entry.subject : '')),
      held.map(({ entry }) => entry.station),
      held.map(({ entry }) => entry.seq),
      held.map(({ body }) => body),
      held.map(({ why }) => why),
      held.map(({ sender }) => sender),
    ],
  );
}
