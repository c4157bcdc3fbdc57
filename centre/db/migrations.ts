import start from './migrations/0001-start.sql?raw';
import operation from './migrations/0002-operation.sql?raw';
import wipe from './migrations/0003-wipe.sql?raw';

/** The migrations of the centre's tables, in order; a published one is never changed. */
export const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-start', sql: start },
  { name: '0002-operation', sql: operation },
  { name: '0003-wipe', sql: wipe },
];
