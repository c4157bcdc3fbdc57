import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Seal } from '../store/seal';
import { BACKUP_LIMITS, pagePlace, type BackupLine } from './backup-format';

/** What takes the pages: a file that appears when it is whole (store/file-sink.ts). */
export interface PageSink {
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/** Packs lines into sealed pages（分页加封）; two pages at most are in memory. The last one is written by `finish`. */
export class PageWriter {
  private lines: string[] = [];
  private size = 0;
  /** A full page that is not written before it is known whether another one follows. */
  private full: readonly string[] | null = null;
  private page = 0;

  constructor(
    private readonly hash: string,
    private readonly seal: Seal,
    private readonly sink: PageSink,
  ) {}

  async line(line: BackupLine): Promise<void> {
    const text = JSON.stringify(line);
    const length = Buffer.byteLength(text) + 1;
    if (this.size > 0 && this.size + length > BACKUP_LIMITS.page) {
      if (this.full) await this.put(this.full, false);
      this.full = this.lines;
      this.lines = [];
      this.size = 0;
    }
    this.lines.push(text);
    this.size += length;
  }

  async finish(): Promise<void> {
    if (this.full) await this.put(this.full, false);
    await this.put(this.lines, true);
  }

  private async put(lines: readonly string[], last: boolean): Promise<void> {
    this.page += 1;
    const text = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
    const packed = await promisify(gzip)(text, { level: 2 }); // files are packed already; their base64 shrinks at any level
    const sealed = this.seal.seal(pagePlace(this.hash, this.page, last), packed);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(sealed.length);
    await this.sink.write(Buffer.concat([size, sealed]));
  }
}
