import { Zip, ZipPassThrough } from 'fflate';
import type { Files } from '../ports';
import { FileSink } from '../store/file-sink';
import { diskError } from '../store/store-error';

/** A file on its way into a ZIP; its bytes are fetched when their turn comes. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
}

/** Made on Unix, rw-r--r--: Info-ZIP reads the names of what was made on MS-DOS in a code page, though they say UTF-8. */
const UNIX = 3;
const READABLE = 0o100644 * 0x10000;

/**
 * Writes a ZIP file by file（逐个写入压缩包）: stored, UTF-8 names. It appears whole and durable or not at all (FileSink), and
 * one file at a time is in memory. `madeAt` is in milliseconds since 1970. Throws StoreError.
 */
export async function writeZip(
  files: Files,
  target: string,
  parts: Iterable<ZippedFile>,
  madeAt: number,
): Promise<void> {
  let sink: FileSink | null = null;
  const chunks: Uint8Array[] = [];
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault;
    chunks.push(chunk);
  });
  try {
    const opened = (sink = await FileSink.open(files, target));
    const drain = async (): Promise<void> => {
      for (const chunk of chunks.splice(0)) await opened.write(chunk);
    };
    for (const { name, bytes } of parts) {
      const entry = new ZipPassThrough(name);
      Object.assign(entry, { mtime: new Date(madeAt), os: UNIX, attrs: READABLE });
      zip.add(entry);
      entry.push(await bytes(), true);
      await drain();
    }
    zip.end();
    await drain();
    await opened.finish();
    sink = null;
  } catch (fault) {
    throw diskError(fault, 'ZIP');
  } finally {
    await sink?.discard();
  }
}
