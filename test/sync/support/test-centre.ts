import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { addOrganisation } from '../../../centre/admin/organisations';
import { admit, revoke } from '../../../centre/admin/admission';
import { beginEpoch } from '../../../centre/admin/epochs';
import { AdminRefused } from '../../../centre/admin/refused';
import { release } from '../../../centre/admin/release';
import { stationViews } from '../../../centre/admin/stations';
import type { ServiceLimits } from '../../../centre/context';
import type { Db, Queries, Row } from '../../../centre/db/db';
import { migrate } from '../../../centre/db/migrate';
import { readCentreKeys, type CentreKeys } from '../../../centre/keys';
import { createService } from '../../../centre/service';
import { emptyPglite } from '../../fixtures/embedded';
import { FlakyDb } from './flaky-db';

/** Tables that hold what rooms and the administrator brought, in an order in which they can be filled. */
const TABLES = [
  'organisation',
  'station_event',
  'membership',
  'entry',
  'refused_entry',
  'held_entry',
  'feed',
  'file_ref',
  'file_piece',
  'file_whole',
  'lease',
  'reported_clash',
] as const;

/** No limit on how often a test asks: that has tests of its own. */
const LIMITS: Partial<ServiceLimits> = { ratePerMinute: 10_000_000 };

/**
 * The real service on a real database（测试用中心）, with what an administrator, a backup and a crash do to it. `flaky` stands
 * between the service and the database.
 */
export class TestCentre {
  app: FastifyInstance;
  /** Milliseconds; a test sets it. */
  now = Date.UTC(2026, 10, 24, 1);
  private wipes = 0;

  private constructor(
    readonly db: Db,
    readonly flaky: FlakyDb,
    readonly keys: CentreKeys,
    readonly limits: Partial<ServiceLimits>,
    readonly clock: { readonly now: () => number },
    app: FastifyInstance,
  ) {
    this.app = app;
  }

  /** On a database that is opened already; migrates it. */
  static async on(db: Db, limits: Partial<ServiceLimits> = {}): Promise<TestCentre> {
    await migrate(db);
    const flaky = new FlakyDb(db);
    const all = { ...LIMITS, ...limits };
    const made: { centre?: TestCentre } = {};
    const clock = { now: () => made.centre?.now ?? 0 };
    const app = await createService({ db: flaky, clock, limits: all });
    made.centre = new TestCentre(db, flaky, await readCentreKeys(db), all, clock, app);
    return made.centre;
  }

  /** On PGlite in memory, empty. */
  static async embedded(limits: Partial<ServiceLimits> = {}): Promise<TestCentre> {
    return TestCentre.on(await emptyPglite(), limits);
  }

  admin<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.db.within({ as: 'admin' }, work);
  }

  rows(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.admin(({ query }) => query(text, parameters));
  }

  /** Ends the service process and starts another one on the same database. */
  async restart(): Promise<FastifyInstance> {
    await this.app.close();
    this.flaky.plan = () => null;
    this.app = await createService({ db: this.flaky, clock: this.clock, limits: this.limits });
    return this.app;
  }

  /** Serves on a port of this machine, as long as the present service lives. */
  async listen(port = 0): Promise<number> {
    await this.app.listen({ host: '127.0.0.1', port });
    return (this.app.server.address() as AddressInfo).port;
  }

  async committee(id: string): Promise<void> {
    await this.admin((queries) => addOrganisation(queries, { id, name: `调委会 ${id}`, kind: 'committee' }));
  }

  async institution(id: string, committee: string): Promise<void> {
    await this.admin((queries) => addOrganisation(queries, { id, name: `机构 ${id}`, kind: 'institution', committee }));
  }

  private get names() {
    return { centre: this.keys.station, centreBox: this.keys.box };
  }

  async admit(station: string, organisation: string): Promise<void> {
    await this.admin((queries) => admit(queries, this.names, { station, organisation }));
  }

  async revoke(station: string): Promise<void> {
    await this.admin((queries) => revoke(queries, this.names, { station }));
  }

  /** Lets the held entries of all copied identities into the cases. */
  async releaseForks(): Promise<void> {
    const stations = await this.admin((queries) => stationViews(queries, this.names));
    for (const { station, state } of stations) {
      if (state !== 'forked') continue;
      const released = await this.admin((queries) => release(queries, this.names, { station })).catch(nothingHeld);
      for (const organisation of released?.organisations ?? []) await this.db.announce(organisation);
    }
  }

  /** How many rows each table holds: to see whether a request left something behind. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const parts = TABLES.map((table) => `(select count(*) from ${table}) as ${table}`);
    const [row = {}] = await this.rows(`select ${parts.join(', ')}`);
    return Object.fromEntries(Object.entries(row).map(([table, count]) => [table, Number(count)]));
  }

  /** Empties it: the keys and the epoch stay. Small tables are emptied faster by `delete`; now and then the rest goes too. */
  async wipe(): Promise<void> {
    const whole = (this.wipes += 1) % 40 === 0;
    const each = [...TABLES].reverse().map((table) => `delete from ${table}`);
    await this.admin(({ query }) => query(whole ? `truncate ${TABLES.join(', ')} restart identity` : each.join('; ')));
  }

  /** Copies all that rooms brought, as a backup does. */
  async backup(): Promise<void> {
    await this.admin(async ({ query }) => {
      for (const table of TABLES) {
        await query(`create table if not exists kept_${table} as table ${table} with no data`);
        await query(`delete from kept_${table}; insert into kept_${table} table ${table}`);
      }
    });
  }

  /** Puts the copy of `backup` in place: the centre is as it was then. */
  async restore(): Promise<void> {
    await this.admin(async ({ query }) => {
      for (const table of [...TABLES].reverse()) await query(`delete from ${table}`);
      for (const table of TABLES) await query(`insert into ${table} overriding system value table kept_${table}`);
    });
  }

  async newEpoch(): Promise<void> {
    await this.admin((queries) => beginEpoch(queries, 'restored by a test'));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.db.close();
  }
}

/** Released before: its identity stays stopped for ever. */
function nothingHeld(error: unknown): null {
  if (error instanceof AdminRefused && error.code === 'nothing-held') return null;
  throw error;
}
