import { mkdirSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Files, OpenFile } from '../ports';

const opened = (handle: fs.FileHandle): OpenFile => ({
  write: async (bytes, offset) => (await handle.write(bytes, offset, bytes.length - offset, null)).bytesWritten,
  flush: () => handle.sync(),
  close: () => handle.close(),
});

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // NTFS journals names; Windows has no flush of a folder
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Resolves to the first folder that had to be made, undefined when all were there. */
async function mkdirAll(folder: string): Promise<string | undefined> {
  const options = { recursive: true, mode: 0o700 } as const;
  try {
    return await fs.mkdir(folder, options);
  } catch (fault) {
    // Node 20 says ENOENT for a full disk here, and the true word when it is not asked for a promise
    // (test/faults/power/full-disk.test.ts).
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return mkdirSync(folder, options);
    throw fault;
  }
}

/** The real file system. Files are readable by their owner only. */
export const nodeFiles: Files = {
  read: (path) => fs.readFile(path),
  create: async (path) => opened(await fs.open(path, 'wx', 0o600)),
  append: async (path) => opened(await fs.open(path, 'a', 0o600)),
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { force: true }),
  removeEmptyFolder: async (folder) => {
    await fs.rmdir(folder).catch((fault: unknown) => {
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    });
  },
  removeFolder: (folder) => fs.rm(folder, { recursive: true, force: true }),
  truncate: (path, length) => fs.truncate(path, length),
  list: (folder) => fs.readdir(folder),
  makeFolder: async (folder) => {
    const first = await mkdirAll(folder);
    if (first === undefined) return;
    // Each new name must be durable in its parent, or a flushed file inside could vanish with its folder.
    for (let made = path.resolve(folder); ; made = path.dirname(made)) {
      await flushFolder(path.dirname(made));
      if (made === path.resolve(first)) return;
    }
  },
  flushFolder,
};
