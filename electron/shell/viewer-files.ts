import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Plain copies for the system's viewer. They lie outside the sealed store, so the folder belongs to the user alone and is
 * emptied at every start and at every end of the program. Not promised: that the viewer itself keeps no copy.
 */
export class ViewerFiles {
  constructor(private readonly folder: string) {}

  async put(name: string, bytes: Uint8Array): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = path.join(this.folder, name);
    await writeFile(file, bytes, { mode: 0o600 });
    return file;
  }

  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
