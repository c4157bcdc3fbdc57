import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Files } from '../ports';
import { durableWrite } from './durable-write';
import type { Seal } from './seal';
import { diskError, StoreError } from './store-error';
import { Turns } from './turns';

/** One name for all, in the store's folder: what a power cut leaves is found and removed at the next opening. */
export const BLOB_TEMPORARY = 'blob.writing';

/**
 * Frozen bytes（定稿文件）by their SHA-256: issued PDFs, later scans.
 * Promises: `get` gives exactly the bytes that were put, or a StoreError; two puts at once
 * do not meet. Proved by test/unit/store/journal-store.test.ts.
 */
export class BlobFiles {
  private readonly turns = new Turns();

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly seal: Seal,
  ) {}

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256');
    return path.join(this.folder, 'blobs', sha256.slice(0, 2), `${sha256}.mrs`);
  }

  /** Keeps bytes durably; the same bytes twice are kept once. Resolves to their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string> {
    const frozen = Buffer.from(bytes); // a copy: the caller may go on with his own
    return this.turns.run(() => this.putNow(frozen));
  }

  private async putNow(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.pathOf(sha256);
    try {
      await this.files.makeFolder(path.dirname(file));
      await durableWrite(this.files, file, this.seal.seal(sha256, bytes), path.join(this.folder, BLOB_TEMPORARY));
    } catch (fault) {
      throw diskError(fault, sha256);
    }
    return sha256;
  }

  /** Whether bytes of this hash were put. Throws StoreError `disk-fault`. */
  async has(sha256: string): Promise<boolean> {
    const file = this.pathOf(sha256);
    try {
      return (await this.files.list(path.dirname(file))).includes(path.basename(file));
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw diskError(fault, sha256);
    }
  }

  /** Removes bytes that nothing speaks of, durably; does nothing when they are not there. Throws StoreError. */
  remove(sha256: string): Promise<void> {
    const file = this.pathOf(sha256);
    return this.turns.run(async () => {
      if (!(await this.has(sha256))) return;
      try {
        await this.files.remove(file);
        await this.files.flushFolder(path.dirname(file));
      } catch (fault) {
        throw diskError(fault, sha256);
      }
    });
  }

  async get(sha256: string): Promise<Uint8Array> {
    let sealed: Uint8Array;
    try {
      sealed = await this.files.read(this.pathOf(sha256));
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') throw new StoreError('missing', sha256, { cause: fault });
      throw diskError(fault, sha256);
    }
    const bytes = this.seal.open(sha256, sealed);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new StoreError('damaged', sha256);
    return bytes;
  }
}
