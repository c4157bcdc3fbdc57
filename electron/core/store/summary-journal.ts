import path from 'node:path';
import { z } from 'zod';
import type { Files } from '../ports';
import { durableAppend, durableWrite, renamePatiently } from './durable-write';
import type { Seal } from './seal';
import { StoreError } from './store-error';

/**
 * Summaries（案件摘要）for lists, sealed, appended and now and then rewritten.
 *
 * Promises: every frame that `append` acknowledged is there after a restart; a damaged frame or a torn tail (power cut
 * while appending) is noticed, never guessed over. The last frame is the one that may run ahead of its journals:
 * journal-store.ts checks it at every opening.
 * Does not promise: to be the truth. The journals are; this can be rebuilt from them.
 * Proved by test/unit/store/summary-journal.slow.test.ts.
 */
const frameSchema = z.object({
  /** The workstation's chain after this frame: its counter and its newest entry. */
  seq: z.number().int().min(0),
  prev: z.string().nullable(),
  at: z.string(),
  /** Subject → revision of its file (0: there is none after all) and whatever its lists show. */
  rows: z.array(
    z.object({
      subject: z.string(),
      rev: z.number().int().min(0),
      summary: z.unknown(),
      /** Highest counter of this workstation in the journal, 0 for none; older versions did not note it. */
      own: z.number().int().min(0).optional(),
    }),
  ),
  /** Whose chain it is: the workstation's public key. Older versions did not note it; they had one key for ever. */
  station: z.string().optional(),
});
export type Frame = z.infer<typeof frameSchema>;
export type Row = Frame['rows'][number];

const FILE = 'summaries.mrs';
/** What a power cut leaves of a rewriting is found and removed at the next opening. */
export const SUMMARIES_TEMPORARY = `${FILE}.writing`;
/** The file starts with its generation, 16 hex digits; frames follow, each behind its size in four bytes. */
const HEAD = 16;
/** Frames carry a running number as their place, so that none can be dropped, doubled or moved. */
const place = (generation: string, index: number): string => `summaries-${generation}-${index}`;

export class SummaryJournal {
  private index = 0;
  private length = 0;
  /** True while bytes of a failed append may stand behind the last whole frame. */
  private torn = false;
  private constructor(
    private readonly files: Files,
    private readonly file: string,
    private readonly seal: Seal,
    private generation: string,
  ) {}

  /**
   * Reads all frames in order. `frames` is null when there is none, one is damaged or the tail is torn: a damaged file
   * is set aside, and the caller rebuilds from the journals and calls `compact`.
   */
  static async open(
    files: Files,
    folder: string,
    seal: Seal,
  ): Promise<{ journal: SummaryJournal; frames: readonly Frame[] | null }> {
    const file = path.join(folder, FILE);
    const bytes = Buffer.from(await files.read(file).catch(orEmpty));
    if (bytes.length === 0) return { journal: new SummaryJournal(files, file, seal, ''), frames: null };
    const journal = new SummaryJournal(files, file, seal, bytes.subarray(0, HEAD).toString('latin1'));
    try {
      return { journal, frames: journal.readAll(bytes) };
    } catch (fault) {
      if (!(fault instanceof StoreError)) throw fault;
      await renamePatiently(files, file, `${file}.set-aside`);
      return { journal, frames: null };
    }
  }

  private readAll(bytes: Buffer): readonly Frame[] {
    const frames = framesIn(bytes, this.seal);
    this.index = frames.length;
    this.length = bytes.length;
    return frames;
  }

  /**
   * Adds one frame; resolves when it is durable. After a fault the tail is cut back to the last whole frame, at the next
   * append if the medium refuses now.
   */
  async append(frame: Frame): Promise<void> {
    const sealed = this.seal.seal(place(this.generation, this.index), Buffer.from(JSON.stringify(frame), 'utf8'));
    if (this.torn) await this.cut();
    try {
      await durableAppend(this.files, this.file, sized(sealed));
    } catch (fault) {
      this.torn = true;
      await this.cut().catch(() => undefined);
      throw fault;
    }
    this.index += 1;
    this.length += 4 + sealed.length;
  }

  private async cut(): Promise<void> {
    await this.files.truncate(this.file, this.length);
    this.torn = false;
  }

  /** Rewrites the file as one frame, under a new generation. After a fault the next `append` follows on whichever stands. */
  async compact(frame: Frame, generation: string): Promise<void> {
    const sealed = this.seal.seal(place(generation, 0), Buffer.from(JSON.stringify(frame), 'utf8'));
    const bytes = Buffer.concat([Buffer.from(generation, 'latin1'), sized(sealed)]);
    try {
      await durableWrite(this.files, this.file, bytes);
    } catch (fault) {
      const standing = Buffer.from(await this.files.read(this.file).catch(orEmpty));
      if (standing.equals(bytes)) this.follow(generation, bytes.length);
      throw fault;
    }
    this.follow(generation, bytes.length);
  }

  private follow(generation: string, length: number): void {
    this.generation = generation;
    this.index = 1;
    this.length = length;
    this.torn = false;
  }
}

/** All frames of the file's bytes, in order. Throws StoreError `damaged` or `wrong-place`, also for a torn tail. */
export function framesIn(bytes: Buffer, seal: Seal): readonly Frame[] {
  const generation = bytes.subarray(0, HEAD).toString('latin1');
  const frames: Frame[] = [];
  let at = HEAD;
  while (at + 4 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    if (at + 4 + size > bytes.length) break;
    const where = place(generation, frames.length);
    const plain = Buffer.from(seal.open(where, bytes.subarray(at + 4, at + 4 + size))).toString('utf8');
    const parsed = frameSchema.safeParse(JSON.parse(plain));
    if (!parsed.success) throw new StoreError('damaged', where);
    frames.push(parsed.data);
    at += 4 + size;
  }
  // A torn tail looks the same as a damaged size: either way the journals are asked, nothing is guessed.
  if (frames.length === 0 || at !== bytes.length) throw new StoreError('damaged', FILE);
  return frames;
}

function sized(sealed: Uint8Array): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(sealed.length);
  return Buffer.concat([size, sealed]);
}

function orEmpty(fault: unknown): Uint8Array {
  if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return new Uint8Array();
  throw fault;
}
