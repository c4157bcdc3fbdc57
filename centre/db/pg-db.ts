import pg from 'pg';
import { actorSettings } from './actor-settings';
import { DbAway, type Db, type Queries, type Row } from './db';
import { listenOn } from './pg-listener';

export interface PostgresOptions {
  /** Connections at most of this process for requests; one more listens. */
  readonly connections?: number;
  /** Milliseconds after which a database that does not answer counts as away. */
  readonly patience?: number;
}

const CHANNEL = 'centre_feed';

/**
 * A PostgreSQL server, 15 or newer, by `pg`.
 *
 * Promises: what `Db` says; LISTEN has a connection of its own that comes back after a break, and then tells every
 * organisation it knows of, so that no news is slept through.
 * Does not promise: durability beyond the server's own `synchronous_commit` and replicas.
 * Proved by test/sync, against a real server.
 */
export function openPostgres(url: string, { connections = 10, patience = 10_000 }: PostgresOptions = {}): Promise<Db> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience,
    query_timeout: patience * 3,
    types: rowTypes(),
  });
  // An idle connection that breaks is replaced by the pool; the next request finds out.
  pool.on('error', () => undefined);
  // One in use, or given back as lost, may break at any moment too: whoever asks it something finds out.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const stops: (() => Promise<void>)[] = [];
  return Promise.resolve({
    within: (actor, work) => within(pool, `begin; ${actorSettings(actor)}`, work),
    announce: async (organisation) => {
      try {
        await pool.query('select pg_notify($1, $2)', [CHANNEL, organisation]);
      } catch (error) {
        throw isAway(error) ? new DbAway({ cause: error }) : error;
      }
    },
    listen: async (heard) => {
      stops.push(await listenOn({ url, channel: CHANNEL, patience }, heard));
    },
    close: async () => {
      await Promise.all(stops.splice(0).map((stop) => stop()));
      await pool.end();
    },
  });
}

async function within<T>(pool: pg.Pool, head: string, work: (queries: Queries) => Promise<T>): Promise<T> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw isAway(error) ? new DbAway({ cause: error }) : error;
  }
  let lost = true;
  try {
    await client.query(head);
    const result = await work(queriesOf(client));
    await client.query('commit');
    lost = false;
    return result;
  } catch (error) {
    if (isAway(error)) throw new DbAway({ cause: error });
    lost = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(lost);
  }
}

const queriesOf = (client: pg.PoolClient): Queries => ({
  query: async (text, parameters) => {
    const values = parameters?.map((value) =>
      value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
    );
    const answer: unknown = await client.query(text, values);
    const last = (Array.isArray(answer) ? answer.at(-1) : answer) as pg.QueryResult<Row>;
    return last.rows;
  },
});

/** int8 as number, refused beyond what a number carries; bytea comes as Buffer, which is a Uint8Array. */
function rowTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError('an int8 beyond what a number carries');
    return value;
  });
  return types;
}

/** Classes of SQLSTATE that say: not now. 08 connection, 53 resources, 57P0x shutting down, 25006 a read-only standby. */
const AWAY = /^(08...|53...|57P0[1-5]|25006|55P03|40P01|40001)$/;
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
]);

/** True when the database is away or was lost, rather than the statement being wrong. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (AWAY.test(code) || SOCKET.has(code)) return true;
  // `pg` gives these without a code.
  return code === '' && /terminated|timeout|not queryable|Client was closed|Connection ended/i.test(error.message);
}
