import path from 'node:path';
import { BACKUP_ENDING, readHead } from '../backup/backup-format';
import { BackupError } from '../backup/backup-error';
import type { BackupDisk } from '../backup/make-backup';
import { fitForFileName } from './transfer-names';

/** A backup of this workstation that lies in a folder. */
export interface BackupThere {
  readonly file: string;
  /** The moment it tells of, milliseconds since 1970. */
  readonly at: number;
  readonly bytes: number;
  readonly cases: number;
}

/** Whether the folder can be reached now. */
export const reachable = (disk: BackupDisk, folder: string): Promise<boolean> =>
  disk.files.list(folder).then(
    () => true,
    () => false,
  );

/**
 * The backups of these workstations in a folder, newest first, by what their heads say; files of others and what cannot be
 * opened are passed by. Rejects with Node's own error when the folder cannot be listed.
 */
export async function backupsIn(
  disk: BackupDisk,
  folder: string,
  stations: ReadonlySet<string>,
): Promise<readonly BackupThere[]> {
  const found: BackupThere[] = [];
  for (const file of await disk.files.list(folder)) {
    if (!file.endsWith(BACKUP_ENDING)) continue;
    const source = await disk.open(path.join(folder, file)).catch(() => null);
    if (!source) continue;
    try {
      const { head } = await readHead(source);
      if (stations.has(head.station)) found.push({ file, at: head.at, bytes: source.size, cases: head.cases });
    } catch (fault) {
      if (!(fault instanceof BackupError)) throw fault;
    } finally {
      await source.close().catch(() => undefined);
    }
  }
  return found.sort((a, b) => b.at - a.at);
}

/** 调解室三-2026-11-24.mrb in Asia/Shanghai; with the time where that is taken. */
export function backupName(room: string, at: number, taken: readonly string[]): string {
  const local = new Date(at + 8 * 3_600_000).toISOString(); // China has had no summer time since 1991
  const day = `${fitForFileName(room)}-${local.slice(0, 10)}`;
  const time = `${day}-${local.slice(11, 19).replaceAll(':', '')}`;
  const names = [day, time];
  for (let count = 2; count < 100; count++) names.push(`${time}-${count}`);
  const free = names.find((name) => !taken.includes(`${name}${BACKUP_ENDING}`)) ?? `${time}-${at}`;
  return `${free}${BACKUP_ENDING}`;
}
