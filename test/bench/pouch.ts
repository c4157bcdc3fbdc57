import express from 'express';
import pouchServer from 'express-pouchdb';
import pouch from 'pouchdb';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/** What the peer's packages are used for here; they bring no types. */
export interface PouchDatabase {
  readonly bulkDocs: (documents: readonly Record<string, unknown>[]) => Promise<unknown>;
  readonly info: () => Promise<{ readonly doc_count: number }>;
  readonly replicate: {
    readonly to: (target: PouchDatabase, options: ReplicationOptions) => Promise<ReplicationResult>;
    readonly from: (source: PouchDatabase, options: ReplicationOptions) => Promise<ReplicationResult>;
  };
  readonly close: () => Promise<void>;
}
export interface ReplicationOptions {
  readonly batch_size: number;
  readonly batches_limit: number;
}
export interface ReplicationResult {
  readonly ok: boolean;
  readonly docs_written: number;
}
export interface PouchConstructor {
  new (name: string, options?: Record<string, unknown>): PouchDatabase;
  readonly defaults: (options: Record<string, unknown>) => PouchConstructor;
}

/** PouchDB with its LevelDB adapter, databases below a folder. */
export function pouchIn(folder: string): PouchConstructor {
  return (pouch as PouchConstructor).defaults({ prefix: `${folder}${path.sep}` });
}

/** PouchDB's own server in its lightest mode, on loopback; resolves to its port. */
export async function servePouch(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const app = express();
  app.use(pouchServer(pouchIn(folder), { mode: 'minimumForPouchDB', inMemoryConfig: true }));
  return new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening.address().port));
  });
}
