/** A row as the database gives it: names as in the query. int8 comes as number (safe integers only), bytea as Uint8Array. */
export type Row = Readonly<Record<string, unknown>>;

/** A query with `$1`-style parameters. Uint8Array for bytea, plain arrays for arrays. */
export interface Queries {
  readonly query: (text: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>;
}

/** As whom a transaction runs（执行身份）: row-level security looks at it. */
export type Actor =
  /** A workstation: reads what its organisation may read and what is its own. */
  | { readonly as: 'station'; readonly station: string; readonly organisation: string }
  /** The service's own work, with the insert-only role of the service: keys, sessions, enrolment. */
  | { readonly as: 'service' }
  /** An administrator on the machine itself: owner of the tables. */
  | { readonly as: 'admin' };

/**
 * The database of the centre: PostgreSQL by `pg`, or PGlite in the process; the same SQL on both.
 *
 * Promises: `within` runs its work in one transaction under the actor's role, committed when it resolves and rolled back
 * when it rejects; an answer that the caller got is durable. Rejects with DbAway when the database cannot be reached or was
 * lost on the way (then nothing is known of the transaction; every write of this service can be sent again).
 */
export interface Db {
  readonly within: <T>(actor: Actor, work: (queries: Queries) => Promise<T>) => Promise<T>;
  /** Tells all service processes that an organisation's feed has grown. */
  readonly announce: (organisation: string) => Promise<void>;
  /** Calls back when any process announced. Resolves when listening. */
  readonly listen: (heard: (organisation: string) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

export class DbAway extends Error {
  constructor(options?: ErrorOptions) {
    super('the database is away', options);
    this.name = 'DbAway';
  }
}
