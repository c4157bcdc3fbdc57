import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LineError } from '../ports';

/**
 * Packing of bodies（压缩）, off the thread that asks.
 * Promises: what unpacks to more than `most` bytes is given up before it fills the memory. Proved by
 * test/unit/sync/centre-line.test.ts.
 */
const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Bytes from which packing is worth its header. */
export const PACK_ABOVE = 1024;

export const packed = (bytes: Uint8Array): Promise<Uint8Array> => zip(bytes, { level: 5 });

/** Unpacks; rejects with LineError `too-large` for a bomb, `cut` for what breaks off or is no gzip. */
export async function unpacked(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  try {
    return await unzip(bytes, { maxOutputLength: most });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new LineError(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'cut', { cause: error });
  }
}
