import { JournalStore, type StoreOptions } from '../store/journal-store';
import { createHeaderFrom } from '../store/store-header';
import { backupMemory } from './backup-memory';
import type { Work } from './backup-error';
import type { OpenedBackup } from './open-backup';
import { heldDrafts } from './held-drafts';
import { restoreInto, type Restored } from './restore-into';

/** What came of a store made from a backup, with the number blocks that are held now. */
export interface RestoredNew extends Restored {
  readonly heldBlocks: number;
}

/**
 * Makes a whole store from a backup in an empty folder（在新机上恢复）, closed again: the same data key and ways to open it,
 * with the opener of this computer; a new signing key, the old ones as former; every number block with numbers left is held,
 * because nobody can know what the lost computer printed after the backup (domain.md 8.6 O3).
 * `account` stands in the entries that hold; `also` may write more before it is closed. Throws BackupError, StoreError; the folder is then to be removed, so whoever
 * calls builds beside the place (store/build-beside.ts).
 */
export async function newStoreFrom(
  options: StoreOptions,
  bundle: OpenedBackup & { readonly dataKey: Uint8Array },
  account: string,
  also: (store: JournalStore, restored: Restored) => Promise<void>,
  work: Work,
): Promise<RestoredNew> {
  const { files, folder, opener } = options;
  const { head, dataKey } = bundle;
  await files.makeFolder(folder);
  await createHeaderFrom(files, folder, { dataKey, wraps: head.wraps, former: [...head.former, head.station] }, opener);
  const store = await JournalStore.open(options);
  try {
    const restored = await restoreInto(store, bundle, work);
    const registers = [...restored.registers.values()].flat();
    const { added, refused } = await store.receive(registers, { restore: true });
    const held = await heldDrafts(store, restored.registers.keys(), account);
    await store.commit(held);
    const memory = backupMemory.parse({ restored: { ...head.restored, [head.station]: restored.end.seq } });
    await store.note('backup').write(memory);
    const whole = {
      ...restored,
      added: restored.added + added.length,
      refused: restored.refused + refused.length,
      heldBlocks: held.length,
    };
    await also(store, whole);
    return whole;
  } finally {
    await store.close();
  }
}
