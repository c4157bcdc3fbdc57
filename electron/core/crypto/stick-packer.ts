import { createHash } from 'node:crypto';
import type { Entry } from '../domain/journal/entry';
import { STICK_LIMITS, type StickLine } from '../domain/wire/stick';
import { sealPiece, type StickWriter } from './stick-seal';

/** Where a stick is written: a file that appears when it is whole (store/file-sink.ts). */
export interface StickSink {
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/**
 * Packs lines into the pieces of a stick（写交换文件）. Two pieces at most are in memory, however long the stick.
 * Promises: nothing but whole pieces goes to the sink, the last of them by `finish`.
 */
export class StickPacker {
  private lines: string[] = [];
  private size = 0;
  /** A full piece that is not written before it is known whether another one follows. */
  private full: readonly string[] | null = null;
  private piece = 0;

  constructor(
    private readonly stick: string,
    private readonly reader: string,
    private readonly writer: StickWriter,
    private readonly sink: StickSink,
  ) {}

  entry(entry: Entry): Promise<void> {
    return this.line({ entry });
  }

  /** A whole file, in parts. */
  async file(bytes: Uint8Array): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (let at = 0; at < bytes.length; at += STICK_LIMITS.part)
      await this.part({ sha256, bytes: bytes.length, at }, bytes.subarray(at, at + STICK_LIMITS.part));
  }

  /** A part of a file; parts come in order, `STICK_LIMITS.part` each, the last one what is left. */
  part(
    place: { readonly sha256: string; readonly bytes: number; readonly at: number },
    data: Uint8Array,
  ): Promise<void> {
    return this.line({ file: { ...place, data: Buffer.from(data).toString('base64') } });
  }

  async line(line: StickLine): Promise<void> {
    const text = JSON.stringify(line);
    const length = Buffer.byteLength(text) + 1;
    if (this.size > 0 && this.size + length > STICK_LIMITS.piece) {
      if (this.full) await this.seal(this.full, false);
      this.full = this.lines;
      this.lines = [];
      this.size = 0;
    }
    this.lines.push(text);
    this.size += length;
  }

  /** Ends the stick; an empty one has one piece. */
  async finish(): Promise<void> {
    if (this.full) await this.seal(this.full, false);
    await this.seal(this.lines, true);
  }

  private async seal(lines: readonly string[], last: boolean): Promise<void> {
    this.piece += 1;
    const place = { stick: this.stick, piece: this.piece, last, reader: this.reader };
    await this.sink.write(await sealPiece(place, lines, this.writer));
  }
}
