import fs from 'node:fs/promises';
import { openStickFile } from '../crypto/stick-disk';
import type { BackupSource } from './backup-format';

/** A backup on a disk, read where it lies. */
export type OpenedSource = BackupSource & { readonly close: () => Promise<void> };

/** Opens a backup on a disk; `close` gives it back. Rejects with Node's own error. */
export async function openBackupFile(file: string): Promise<OpenedSource> {
  const { size } = await fs.stat(file);
  return { ...(await openStickFile(file)), size };
}
