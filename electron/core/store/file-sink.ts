import path from 'node:path';
import type { Files, OpenFile } from '../ports';

/**
 * A file written piece by piece（逐段落盘）, for what is too large to be held whole.
 * Promises: the target appears only when `finish` resolves, whole and durable; until then, and after `discard`, what stood
 * there before stands. Does not promise: that a power cut leaves no temporary file; the next sink to the same target removes
 * it. Proved by test/unit/store/file-sink.test.ts.
 */
export class FileSink {
  private constructor(
    private readonly files: Files,
    private readonly target: string,
    private readonly temporary: string,
    private readonly file: OpenFile,
  ) {}

  /** Opens a sink for a target on the same medium. Rejects with Node's own error. */
  static async open(files: Files, target: string): Promise<FileSink> {
    const temporary = `${target}.writing`;
    await files.remove(temporary);
    return new FileSink(files, target, temporary, await files.create(temporary));
  }

  /** Writes all of the bytes. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const count = await this.file.write(bytes, done);
      if (count <= 0) throw Object.assign(new Error('the medium took no bytes'), { code: 'ENOSPC' });
      done += count;
    }
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    try {
      await this.file.flush();
    } finally {
      await this.file.close();
    }
    await this.files.rename(this.temporary, this.target);
    await this.files.flushFolder(path.dirname(this.target));
  }

  /** Leaves nothing behind. Never rejects. */
  async discard(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await this.files.remove(this.temporary).catch(() => undefined);
  }
}
