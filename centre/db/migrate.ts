import { randomBytes, randomUUID } from 'node:crypto';
import { newStationKey } from '../../electron/core/crypto/signing-key';
import type { Db, Queries } from './db';
import { MIGRATIONS } from './migrations';

/**
 * Brings the tables up to date（建库与升级）.
 *
 * Promises: all or nothing, in one transaction; several processes may start at once, they queue under a lock; a second run
 * changes nothing. The first run begins the first epoch and makes the keys of the centre.
 * Does not promise: a way back to an older version.
 * Proved by test/unit/centre/migrate.test.ts; on a real PostgreSQL, from two processes, by test/sync.
 */
export async function migrate(db: Db): Promise<void> {
  await db.within({ as: 'admin' }, async (queries) => {
    await queries.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await applyMissing(queries);
    await beginHistory(queries);
    await makeKeys(queries);
  });
}

/** "centre" as a number nobody else uses. */
const LOCK = 0x63656e74;

async function applyMissing({ query }: Queries): Promise<void> {
  await query(
    `create table if not exists schema_migration (name text primary key, at timestamptz not null default now())`,
  );
  const applied = new Set((await query('select name from schema_migration')).map((row) => row['name']));
  const known = new Set<unknown>(MIGRATIONS.map(({ name }) => name));
  const newer = [...applied].filter((name) => !known.has(name));
  if (newer.length > 0) throw new Error(`the database is of a newer version: ${newer.join(', ')}`);
  for (const { name, sql } of MIGRATIONS) {
    if (applied.has(name)) continue;
    await query(sql);
    await query('insert into schema_migration (name) values ($1)', [name]);
  }
}

async function beginHistory({ query }: Queries): Promise<void> {
  await query(`insert into epoch (id, why) select $1, 'first start' where not exists (select from epoch)`, [
    randomUUID(),
  ]);
}

async function makeKeys({ query }: Queries): Promise<void> {
  const there = new Set((await query('select name from centre_key')).map((row) => row['name']));
  const make = { ed25519: () => newStationKey(), token: () => new Uint8Array(randomBytes(32)) };
  for (const [name, bytes] of Object.entries(make)) {
    if (!there.has(name)) await query('insert into centre_key (name, bytes) values ($1, $2)', [name, bytes()]);
  }
}
