import path from 'node:path';
import type { Files, OpenFile } from '../ports';

/**
 * Durable write（落盘写入）.
 *
 * Promises: when `durableWrite` resolves, the file holds exactly these bytes, also after a power cut; when it rejects,
 * the file holds all of the old bytes or all of the new ones (the flush of the folder may fail after the rename: the
 * caller reads again); no reader ever sees a mixture; no temporary file stays behind, unless power or medium fail before
 * it can be removed: then the next write through it removes it. `durableAppend` promises the first only: after a fault a torn tail may stand, which the caller cuts off or sets aside (summary-journal.ts).
 * Does not promise: anything against a medium that lies about flushing, or against a second writer (store-lock.ts).
 * Proved by test/unit/store/durable-write.test.ts.
 *
 * `temporary` lies on the same medium; only one write at a time may use it.
 */
export async function durableWrite(
  files: Files,
  target: string,
  bytes: Uint8Array,
  temporary = `${target}.writing`,
): Promise<void> {
  await replaceFile(files, target, bytes, temporary);
  await files.flushFolder(path.dirname(target));
}

/**
 * `durableWrite` up to the flush of the folder, which the caller makes once for many files: before that, a power cut may
 * bring any of the old files back, each of them whole.
 */
export async function replaceFile(files: Files, target: string, bytes: Uint8Array, temporary: string): Promise<void> {
  await files.remove(temporary); // left by a power cut; the lock makes sure that it is nobody's
  const file = await files.create(temporary);
  try {
    await writeAll(file, bytes);
    await renamePatiently(files, temporary, target);
  } catch (fault) {
    await files.remove(temporary).catch(() => undefined);
    throw fault;
  }
}

/** Appends and flushes. */
export async function durableAppend(files: Files, target: string, bytes: Uint8Array): Promise<void> {
  await writeAll(await files.append(target), bytes);
}

async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  try {
    for (let done = 0; done < bytes.length;) {
      const count = await file.write(bytes, done);
      if (count <= 0) throw Object.assign(new Error('the medium took no bytes'), { code: 'ENOSPC' });
      done += count;
    }
    await file.flush();
  } finally {
    await file.close();
  }
}

const BRIEF_LOCKS = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** A virus scanner or an indexer may hold a file for a moment: tries again for about a second. Rejects with Node's own error. */
export async function renamePatiently(files: Files, from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await files.rename(from, to);
      return;
    } catch (fault) {
      if (attempt >= 7 || !BRIEF_LOCKS.has((fault as NodeJS.ErrnoException).code ?? '')) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt));
    }
  }
}
