import { createInterface } from 'node:readline';
import type { AddressInfo } from 'node:net';
import { admit } from '../../centre/admin/admission';
import { addOrganisation } from '../../centre/admin/organisations';
import { migrate } from '../../centre/db/migrate';
import { openPostgres } from '../../centre/db/pg-db';
import { openPglite } from '../../centre/db/pglite-db';
import { readCentreKeys } from '../../centre/keys';
import { createService } from '../../centre/service';
import { servePouch } from './pouch';

/** What a server is asked on its standard input, a line each; it answers `done`. */
export type Order =
  | {
      readonly do: 'organisation';
      readonly id: string;
      readonly kind: 'committee' | 'institution';
      readonly committee?: string;
    }
  | { readonly do: 'admit'; readonly station: string; readonly organisation: string };

/** A server in a process of its own（被测服务）: says its port, then obeys. `ours-pglite FOLDER`, `ours-postgres URL`, `pouch FOLDER`. */
export async function serve(kind: string, place: string): Promise<void> {
  process.on('SIGTERM', () => process.exit(0));
  if (kind === 'pouch') {
    say({ port: await servePouch(place) });
    return;
  }
  const db = kind === 'ours-pglite' ? await openPglite(place) : await openPostgres(place);
  await migrate(db);
  const app = await createService({ db, clock: { now: Date.now }, limits: { ratePerMinute: 1_000_000 } });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const keys = await readCentreKeys(db);
  const names = { centre: keys.station, centreBox: keys.box };
  say({ port: (app.server.address() as AddressInfo).port });
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line) as Order;
    await db.within({ as: 'admin' }, async (queries) => {
      if (order.do === 'admit')
        await admit(queries, names, { station: order.station, organisation: order.organisation });
      else {
        const { id, kind: sort, committee } = order;
        await addOrganisation(queries, { id, name: id, kind: sort, ...(committee === undefined ? {} : { committee }) });
      }
    });
    say('done');
  }
}

const say = (word: unknown): void => void process.stdout.write(`${JSON.stringify(word)}\n`);
