import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const PREFIX = 'mediation-room-print-';
/** No helper works on one document for so long; what is older was left by a run that was cut off. */
const LEFT_BEHIND_MS = 3_600_000;

/** A file that only this account may read, in a folder of its own. */
export interface PrivateFile {
  readonly path: string;
  /** Removes file and folder; resolves also when they are gone already. */
  readonly remove: () => Promise<void>;
}

/**
 * Writes bytes to a new folder (mode 0700; on Windows it inherits the access of the account's own temporary folder) below
 * `parent`. Rejects with Node's own error when the disk does not take them, and then leaves nothing behind.
 */
export async function writePrivateFile(parent: string, name: string, bytes: Uint8Array): Promise<PrivateFile> {
  const folder = await mkdtemp(path.join(parent, PREFIX));
  // A virus scanner may hold the file for a moment.
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  try {
    const file = path.join(folder, name);
    await writeFile(file, bytes, { flag: 'wx', mode: 0o600 });
    return { path: file, remove };
  } catch (fault) {
    await remove();
    throw fault;
  }
}

/** Removes what earlier runs left below `parent` when they were cut off; `now` in milliseconds since 1970. */
export async function removeLeftovers(parent: string, now: number): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const folder = path.join(parent, name);
    const age = await stat(folder).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0,
    );
    if (age > LEFT_BEHIND_MS) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
