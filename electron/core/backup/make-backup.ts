import path from 'node:path';
import type { Files } from '../ports';
import { FileSink } from '../store/file-sink';
import { diskError } from '../store/store-error';
import type { Work } from './backup-error';
import { BACKUP_ENDING, type BackupEnd } from './backup-format';
import type { OpenedSource } from './backup-disk';
import { openWithSeal } from './open-backup';
import { readBackup } from './read-backup';
import { writeBackup, type BackupOrder, type BackupStore } from './write-backup';

/** What came of a backup（备份结果）. */
export interface BackupMade extends BackupEnd {
  readonly cases: number;
  /** Size of the file. */
  readonly bytes: number;
}

/** The disk that backups lie on. */
export interface BackupDisk {
  readonly files: Files;
  readonly open: (file: string) => Promise<OpenedSource>;
}

/**
 * Writes a backup and reads it back whole from the disk（备份并回读）.
 *
 * Promises: the file appears under its name only after it was read back, whole and durable; on any fault, on a full disk and
 * when it was stopped, what was there before stands and nothing new is left, unless the medium refuses to let it be
 * removed; then the next backup of this workstation to that folder removes it.
 * Throws StoreError `disk-full`, `disk-fault`; BackupError `stopped`, `damaged`, `cut` when the disk gave back other bytes.
 * Proved by test/faults/backup/write-faults.test.ts.
 */
export async function makeBackup(
  store: BackupStore,
  order: BackupOrder,
  target: string,
  disk: BackupDisk,
  work: Work,
): Promise<BackupMade> {
  const { files } = disk;
  const unchecked = path.join(path.dirname(target), `${store.station.slice(0, 12)}${BACKUP_ENDING}.unchecked`);
  let sink: FileSink | null = null;
  try {
    await files.remove(unchecked); // left by a power cut
    sink = await FileSink.open(files, unchecked);
    const made = await writeBackup(store, order, sink, phase(work, 0));
    await sink.finish();
    const bytes = await readBackAgain(store, unchecked, disk, phase(work, 1));
    await files.rename(unchecked, target);
    await files.flushFolder(path.dirname(target));
    return { ...made, bytes };
  } catch (fault) {
    await sink?.discard();
    for (const left of [unchecked, `${unchecked}.writing`]) await files.remove(left).catch(() => undefined);
    throw diskError(fault, target);
  }
}

async function readBackAgain(store: BackupStore, file: string, disk: BackupDisk, work: Work): Promise<number> {
  const source = await disk.open(file);
  try {
    await readBackup(await openWithSeal(source, store.look.backup), {}, work);
    return source.size;
  } finally {
    await source.close().catch(() => undefined);
  }
}

const PARTS = 1000;

/** Two halves of one bar, 0 to 2000. */
function phase(work: Work, half: 0 | 1): Work {
  return {
    signal: work.signal,
    tell: (done, total) => work.tell?.(half * PARTS + Math.floor((done / Math.max(1, total)) * PARTS), 2 * PARTS),
  };
}
