import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Electron's own mark before its fuses, as @electron/fuses looks for it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Fuses of wire version 1 as Electron ships them, in wire order: run-as-node, cookies, NODE_OPTIONS, inspect, ... */
const shipped = '101100011';

/**
 * Writes a folder that electron-builder takes for an unpacked Electron of Linux: an executable with a fuse wire that
 * can be flipped and read back, and a few languages. Electron itself need not be on the machine.
 */
export const fabricateElectron = async (dir: string): Promise<void> => {
  await mkdir(path.join(dir, 'locales'), { recursive: true });
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, shipped.length]), Buffer.from(shipped)]);
  const executable = path.join(dir, 'electron');
  await writeFile(executable, Buffer.concat([Buffer.alloc(4096, 0x2e), wire, Buffer.alloc(64)]));
  await chmod(executable, 0o755);
  for (const language of ['zh-CN', 'en-US', 'fr']) await writeFile(path.join(dir, `locales/${language}.pak`), 'x');
};
