import { sealFor, type Seal } from '../store/seal';
import { unwrapBy, type Opener } from '../store/store-header';
import { StoreError } from '../store/store-error';
import type { Bundle } from './backup-pages';
import { BackupError } from './backup-error';
import { readHead, type BackupHead, type BackupSource } from './backup-format';

/** A backup that opens with the key at hand. */
export interface OpenedBackup extends Bundle {
  readonly head: BackupHead;
}

const TOKEN = 'token';

/** What a head carries to tell a wrong key from damage; `backup` is its random name. */
export const tokenOf = (seal: Seal, backup: string): string =>
  Buffer.from(seal.seal(TOKEN, Buffer.from(backup, 'utf8'))).toString('base64');

/** Opens a backup with the seal of the store that is open. Throws BackupError `wrong-key` when it is of another data key. */
export async function openWithSeal(source: BackupSource, seal: Seal): Promise<OpenedBackup> {
  const { head, hash, begin } = await readHead(source);
  if (!fits(head, seal)) throw new BackupError('wrong-key', 'head');
  return { source, seal, head, hash, begin };
}

/**
 * Opens a backup by one of the ways that opened the store at that time, and gives its data key. Throws BackupError.
 * An opener for the way `os` never fits: another computer has another one.
 */
export async function openWithKey(
  source: BackupSource,
  opener: Opener,
): Promise<OpenedBackup & { readonly dataKey: Uint8Array }> {
  const { head, hash, begin } = await readHead(source);
  let dataKey: Uint8Array;
  try {
    dataKey = await unwrapBy(head.wraps, opener, 'backup');
  } catch (cause) {
    if (cause instanceof StoreError && cause.fault === 'wrong-key')
      throw new BackupError('wrong-key', 'head', { cause });
    throw cause;
  }
  const seal = sealFor(dataKey, 'backup');
  if (!fits(head, seal)) throw new BackupError('damaged', 'head');
  return { source, seal, head, hash, begin, dataKey };
}

function fits(head: BackupHead, seal: Seal): boolean {
  try {
    return Buffer.from(seal.open(TOKEN, Buffer.from(head.token, 'base64'))).toString('utf8') === head.backup;
  } catch (fault) {
    if (fault instanceof StoreError) return false;
    throw fault;
  }
}
