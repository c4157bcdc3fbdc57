import { JournalStore } from '../../../electron/core/store/journal-store';
import type { MemoryFiles } from '../../fixtures/memory-files';
import { verifyStore, type VerifyOptions, type VerifyReport } from '../../../electron/core/verify/verify-store';
import { summarise } from '../../../electron/core/room/subjects';
import { roomOptions } from '../backup/support';

/** Opens a closed store in memory, checks it and closes it. */
export async function verified(
  { folder, files }: { readonly folder: string; readonly files: MemoryFiles },
  options: Partial<VerifyOptions> = {},
): Promise<VerifyReport> {
  const store = await JournalStore.open(roomOptions(folder, files));
  try {
    return await verifyStore(store, { summarise, known: () => false, ...options });
  } finally {
    await store.close();
  }
}

/** Codes of what was found, each once, sorted. */
export const kinds = ({ faults }: VerifyReport): readonly string[] =>
  [...new Set(faults.map(({ problem }) => problem.code))].sort();
