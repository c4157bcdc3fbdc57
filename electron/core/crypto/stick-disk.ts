import fs from 'node:fs/promises';
import type { StickSource } from './stick-pages';

/** A stick on a disk, read where it lies; `close` gives it back. Rejects with Node's own error when it cannot be opened. */
export async function openStickFile(file: string): Promise<StickSource & { readonly close: () => Promise<void> }> {
  const handle = await fs.open(file, 'r');
  return {
    read: async (offset, length) => {
      const bytes = Buffer.alloc(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    },
    close: () => handle.close(),
  };
}
