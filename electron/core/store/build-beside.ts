import path from 'node:path';
import type { Files } from '../ports';
import { diskError, StoreError } from './store-error';

/**
 * Builds a folder beside its place and moves it there when it is whole（先建后移）.
 * Promises: the folder appears whole or not at all, whatever fails; a store that is there is never touched.
 * Throws StoreError `store-exists`, `disk-full`, `disk-fault`, or what `build` threw.
 * Proved by test/unit/room/room.test.ts and test/faults/backup.
 */
export async function buildBeside<T>(
  files: Files,
  folder: string,
  build: (building: string) => Promise<T>,
): Promise<T> {
  const building = `${folder}.building`;
  try {
    await removeIfEmpty(files, folder);
    await files.removeFolder(building); // left by a power cut
    const built = await build(building);
    await removeIfEmpty(files, folder); // the last look before the move
    await files.rename(building, folder);
    await files.flushFolder(path.dirname(folder));
    return built;
  } catch (fault) {
    await files.removeFolder(building).catch(() => undefined);
    throw diskError(fault, folder);
  }
}

/** Throws StoreError `store-exists` when something is in the folder; other faults of the disk go through. */
async function removeIfEmpty(files: Files, folder: string): Promise<void> {
  try {
    await files.removeEmptyFolder(folder);
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    throw code === 'ENOTEMPTY' || code === 'EEXIST' ? new StoreError('store-exists', folder, { cause: fault }) : fault;
  }
}
