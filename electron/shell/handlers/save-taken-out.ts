import { durableWrite } from '../../core/store/durable-write';
import { nodeFiles } from '../../core/store/node-files';
import { diskError } from '../../core/store/store-error';
import type { TakenOut } from '../../core/room/taken-out';
import { askWhere, type SaveKind } from '../save-file';

/**
 * Asks where to save, records the taking out, writes durably; null when the person cancelled, and then nothing is recorded.
 * Throws StoreError, AccessError.
 */
export async function saveTakenOut({ name, bytes, note }: TakenOut, kind: SaveKind): Promise<string | null> {
  const chosen = await askWhere(name, kind);
  if (chosen === null) return null;
  await note();
  try {
    await durableWrite(nodeFiles, chosen, bytes);
  } catch (fault) {
    throw diskError(fault, kind.ending.toUpperCase());
  }
  return chosen;
}
