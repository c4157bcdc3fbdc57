import type { PGlite, Transaction } from '@electric-sql/pglite';
import path from 'node:path';
import { actorSettings } from './actor-settings';
import { DbAway, type Db, type Queries } from './db';
import { durableFolder } from './durable-folder';
import { lockFolder } from './folder-lock';
import { keptStatements } from './kept-statements';

/**
 * PostgreSQL in the process（内嵌数据库）, by PGlite.
 *
 * Promises: what `within` resolved is on the disk, flushed, when a folder is given (stock PGlite starts with fsync off and has
 * none for a folder: centre/db/durable-folder.ts); transactions run one after another; one process on a folder.
 * Does not promise: several processes; anything after the process ends when no folder is given.
 * Proved by test/unit/centre/pglite-db.test.ts and pglite-folder.slow.test.ts.
 */
export async function openPglite(folder: string | null): Promise<Db> {
  const unlock = folder === null ? () => undefined : lockFolder(folder);
  try {
    const pglite = await start(folder);
    return dbOf(pglite, keptStatements(pglite, await import('@electric-sql/pglite')), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function start(folder: string | null): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  if (folder === null) return PGlite.create();
  return PGlite.create({
    fs: await durableFolder(path.join(folder, 'pg')),
    startParams: [...PGlite.defaultStartParams.filter((word) => word !== '-F'), '-c', 'wal_sync_method=fsync'],
  });
}

function dbOf(pglite: PGlite, kept: ReturnType<typeof keptStatements>, unlock: () => void): Db {
  const heard = new Set<(organisation: string) => void>();
  return {
    within: async (actor, work) => {
      if (pglite.closed) throw new DbAway();
      return pglite.transaction(async (transaction) => {
        const queries = queriesOf(transaction, kept);
        const settings = actorSettings(actor);
        if (settings !== '') await transaction.exec(settings);
        return work(queries);
      });
    },
    // One process only: what it announces it hears itself.
    announce: (organisation) => {
      for (const call of heard) call(organisation);
      return Promise.resolve();
    },
    listen: (call) => {
      heard.add(call);
      return Promise.resolve();
    },
    close: async () => {
      if (pglite.closed) return;
      await pglite.close();
      unlock();
    },
  };
}

const queriesOf = (transaction: Transaction, kept: ReturnType<typeof keptStatements>): Queries => ({
  query: async (text, parameters) => {
    if (parameters) return kept(transaction, text, parameters);
    return (await transaction.exec(text)).at(-1)?.rows ?? [];
  },
});
