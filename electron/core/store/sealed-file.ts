import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import type { Files } from '../ports';
import { durableWrite, replaceFile } from './durable-write';
import type { Seal } from './seal';
import { StoreError } from './store-error';

/**
 * lowdb's storage port over one sealed file: `read` gives what was last acknowledged, or null when there is none yet;
 * `write` resolves when the bytes are durable. What is read passes the schema before anyone sees it.
 * Promises and their limits: durable-write.ts and seal.ts.
 */
export class SealedFile<T> implements Adapter<T> {
  constructor(
    private readonly files: Files,
    private readonly file: string,
    /** What the seal binds the bytes to, e.g. the case id. */
    private readonly place: string,
    private readonly seal: Seal,
    private readonly schema: z.ZodType<T>,
    /** Where the bytes are written first; one write at a time. */
    private readonly temporary: string,
  ) {}

  async read(): Promise<T | null> {
    let sealed: Uint8Array;
    try {
      sealed = await this.files.read(this.file);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw fault;
    }
    const plain = this.seal.open(this.place, sealed);
    const parsed = this.schema.safeParse(parse(plain));
    if (!parsed.success) throw new StoreError('damaged', this.place);
    return parsed.data;
  }

  write(data: T): Promise<void> {
    return durableWrite(this.files, this.file, this.sealed(data), this.temporary);
  }

  /** `write` without the flush of the folder, which the caller owes (durable-write.ts, `replaceFile`). */
  replace(data: T): Promise<void> {
    return replaceFile(this.files, this.file, this.sealed(data), this.temporary);
  }

  private sealed(data: T): Uint8Array {
    return this.seal.seal(this.place, Buffer.from(JSON.stringify(data), 'utf8'));
  }
}

function parse(plain: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(plain).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
