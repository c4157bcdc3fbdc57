import { DbAway, type Actor, type Db, type Queries } from '../../../centre/db/db';

/** Where a transaction fails: at its n-th query, just before its commit, or after it (the word of it is lost). */
export type DbFault = { readonly at: 'query'; readonly number: number } | { readonly at: 'before' | 'after' };

/** The real database, whose transactions fail where the plan says so（会失败的数据库）. */
export class FlakyDb implements Db {
  /** Asked at the beginning of each transaction. */
  plan: (actor: Actor) => DbFault | null = () => null;
  faults = 0;
  private heard: (organisation: string) => void = () => undefined;
  private listening: Promise<void> | null = null;

  constructor(private readonly db: Db) {}

  // Properties, as in every other Db: who wraps it copies them.
  readonly within = async <T>(actor: Actor, work: (queries: Queries) => Promise<T>): Promise<T> => {
    const fault = this.plan(actor);
    if (!fault) return this.db.within(actor, work);
    const result = await this.db.within(actor, async (queries) => {
      let count = 0;
      const done = await work({
        query: (text, parameters) => {
          count += 1;
          if (fault.at === 'query' && count >= fault.number) throw this.away();
          return queries.query(text, parameters);
        },
      });
      if (fault.at === 'before') throw this.away();
      return done;
    });
    if (fault.at === 'after') throw this.away();
    return result;
  };

  readonly announce = (organisation: string): Promise<void> => this.db.announce(organisation);

  /** One connection for all the services that come after one another: each takes the news over from the one before. */
  readonly listen = (heard: (organisation: string) => void): Promise<void> => {
    this.heard = heard;
    this.listening ??= this.db.listen((organisation) => this.heard(organisation));
    return this.listening;
  };

  /** The database goes on; it is another's to close. */
  readonly close = (): Promise<void> => Promise.resolve();

  private away(): DbAway {
    this.faults += 1;
    return new DbAway();
  }
}
