import { mkdirSync, openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * One process on a folder of the embedded database（独占）: two would destroy it.
 *
 * Promises: while the process that took the folder lives, another one is refused; after a kill the folder is free.
 * Does not promise: anything across machines that share a disk, or when another program was given the killed one's number
 * (then a person removes the named file).
 * Proved by test/unit/centre/pglite-db.test.ts.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = path.resolve(folder, 'centre.lock');
  if (!takes(file)) {
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder === process.pid ? held.has(file) : lives(holder)) throw new FolderTaken(file, holder);
    rmSync(file, { force: true });
    if (!takes(file)) throw new FolderTaken(file, holder);
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

/** Locks of this very process: in a container a killed one had the same number, so the number alone says nothing. */
const held = new Set<string>();

/** Another process works on the folder. */
export class FolderTaken extends Error {
  constructor(file: string, holder: number) {
    super(`another centre (process ${holder}) works on this folder; if that is not so, remove ${file}`);
    this.name = 'FolderTaken';
  }
}

function takes(file: string): boolean {
  try {
    const opened = openSync(file, 'wx');
    writeSync(opened, String(process.pid));
    closeSync(opened);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function lives(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
