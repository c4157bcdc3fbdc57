import type { Files } from '../ports';
import { FileSink } from '../store/file-sink';
import { diskError } from '../store/store-error';
import type { BatchResult, BatchRun } from './batch-desk';
import { done, type Outcome } from './outcome';
import type { Room } from './room';

/**
 * A run into a file; `file` is null when nothing was made or the run was stopped, and then none is left. Throws StoreError
 * when the disk refuses.
 */
export async function runToFile(
  room: Room,
  files: Files,
  file: string,
  run: Omit<BatchRun, 'write'>,
): Promise<Outcome<BatchResult & { readonly file: string | null }>> {
  let sink: FileSink | null = null;
  try {
    const opened = (sink = await FileSink.open(files, file));
    const result = await room.batches.run({ ...run, write: (bytes) => opened.write(bytes) });
    if (!result.ok) return result;
    if (result.value.cancelled || result.value.made === 0) return done({ ...result.value, file: null });
    await opened.finish();
    sink = null;
    return done({ ...result.value, file });
  } catch (fault) {
    throw diskError(fault, 'PDF');
  } finally {
    await sink?.discard();
  }
}
