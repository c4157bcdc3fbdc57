import { SYSTEM } from '../access/actor';
import { AccessError } from '../access/access-error';
import { newStoreFrom } from '../backup/new-store';
import { BackupError, type Work } from '../backup/backup-error';
import type { BackupDisk } from '../backup/make-backup';
import { openWithKey } from '../backup/open-backup';
import { buildBeside } from '../store/build-beside';
import type { Opener } from '../store/store-header';
import { StoreError } from '../store/store-error';
import { AccessLog } from './access-log';
import type { RestoreView } from './backup-desk';
import { UNREADABLE } from './backup-words';
import { done, refused, type Outcome } from './outcome';
import type { RoomPorts } from './room';

import { fitsSummary, summarise } from './subjects';

/**
 * Makes a room from a backup on a new computer（换机恢复）, closed: whoever calls opens it. `opener` opens the backup: a password of
 * that time, the recovery key, or the key file; the new store opens by all of them and by the ports' own opener.
 * Promises: a cut, a full disk or a wrong key leaves nothing half-made. Guarantees are those of core/backup/new-store.ts.
 * Proved by test/unit/backup/new-store.test.ts and test/faults/backup.
 */
export async function restoreRoom(
  ports: Pick<RoomPorts, 'folder' | 'files' | 'clock' | 'opener'>,
  file: string,
  opener: Opener,
  open: BackupDisk['open'],
  work: Work,
): Promise<Outcome<RestoreView>> {
  const { files, folder, clock } = ports;
  const source = await open(file).catch(() => null);
  if (!source) return refused(UNREADABLE);
  try {
    const bundle = await openWithKey(source, opener);
    const made = await buildBeside(files, folder, (building) =>
      newStoreFrom(
        { files, folder: building, clock, opener: ports.opener, summarise, fits: fitsSummary },
        bundle,
        SYSTEM,
        (store, { added }) =>
          new AccessLog({ store, clock }).record({ event: 'restored', account: SYSTEM, what: `new ${added}` }),
        work,
      ),
    );
    const { added, known, files: count, refused: not, heldBlocks } = made;
    return done({ added, known, files: count, refused: not, heldBlocks });
  } catch (fault) {
    const named = fault instanceof BackupError || fault instanceof StoreError || fault instanceof AccessError;
    if (named) return refused(fault.problem);
    throw fault;
  } finally {
    await source.close().catch(() => undefined);
  }
}
