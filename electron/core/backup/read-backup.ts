import { createHash, type Hash } from 'node:crypto';
import { backupPages } from './backup-pages';
import { BackupError, type Work } from './backup-error';
import type { BackupEnd, BackupLine, BackupPart } from './backup-format';
import type { OpenedBackup } from './open-backup';

/** Who takes what is in a backup; entries as they were written, not checked yet. */
export interface BackupReader {
  /** All entries of one subject. */
  readonly journal?: (subject: string, entries: readonly unknown[]) => Promise<void>;
  /** A whole file under its right hash. */
  readonly file?: (sha256: string, bytes: Uint8Array) => Promise<void>;
}

type EntryLine = Extract<BackupLine, { readonly entry: unknown }>['entry'];

/**
 * Reads a backup from the first byte to the last（通读备份）: seals, order, the sums of every journal and the hash of every
 * file. Resolves to its end. Memory: one journal, or one file where `file` is asked for. Throws BackupError; what the reader
 * got before that is of a backup that does not hold.
 */
export async function readBackup(bundle: OpenedBackup, reader: BackupReader, work: Work): Promise<BackupEnd> {
  const reading = new Reading(reader);
  for await (const lines of backupPages(bundle, work)) for (const line of lines) await reading.take(line);
  return reading.close();
}

class Reading {
  private readonly sums = new Map<string, { readonly entries: number; readonly ids: string }>();
  private readonly files = new Map<string, number>();
  private subject: string | null = null;
  private entries: EntryLine[] = [];
  private count = 0;
  private ids: Hash = createHash('sha256');
  private file: { readonly sha256: string; readonly bytes: number; readonly hash: Hash; at: number } | null = null;
  private parts: Uint8Array[] = [];
  private confirmed = 0;
  private total = 0;
  private end: BackupEnd | null = null;

  constructor(private readonly reader: BackupReader) {}

  async take(line: BackupLine): Promise<void> {
    if (this.end) throw new BackupError('damaged', 'behind the end');
    if ('entry' in line) return this.entry(line.entry);
    await this.endJournal();
    if ('part' in line) return this.part(line.part);
    if ('sum' in line) {
      this.confirm(this.sums.get(line.sum.subject), line.sum);
      return;
    }
    if ('kept' in line) {
      if (this.file || this.files.get(line.kept.sha256) !== line.kept.bytes) throw new BackupError('damaged', 'sums');
      this.confirmed += 1;
      return;
    }
    this.end = line.end;
  }

  close(): BackupEnd {
    const { end } = this;
    const whole =
      end &&
      !this.file &&
      end.subjects === this.sums.size &&
      end.entries === this.total &&
      end.files === this.files.size &&
      this.confirmed === this.sums.size + this.files.size;
    if (!whole) throw new BackupError('damaged', 'end');
    return end;
  }

  private async entry(entry: EntryLine): Promise<void> {
    if (entry.subject !== this.subject) {
      await this.endJournal();
      if (this.sums.has(entry.subject)) throw new BackupError('damaged', 'a journal twice');
      this.subject = entry.subject;
    }
    this.ids.update(`${entry.id}\n`);
    this.count += 1;
    if (this.reader.journal) this.entries.push(entry);
  }

  private async endJournal(): Promise<void> {
    const { subject, entries, count } = this;
    if (subject === null) return;
    this.sums.set(subject, { entries: count, ids: this.ids.digest('hex') });
    this.total += count;
    this.ids = createHash('sha256');
    this.subject = null;
    this.entries = [];
    this.count = 0;
    await this.reader.journal?.(subject, entries);
  }

  private async part({ sha256, bytes, at, data }: BackupPart): Promise<void> {
    if (at === 0) {
      if (this.file || this.files.has(sha256)) throw new BackupError('damaged', 'a file twice');
      this.file = { sha256, bytes, hash: createHash('sha256'), at: 0 };
    }
    const { file } = this;
    if (file?.sha256 !== sha256 || file.at !== at || file.bytes !== bytes)
      throw new BackupError('damaged', 'parts of a file');
    const part = Buffer.from(data, 'base64');
    file.hash.update(part);
    file.at += part.length;
    if (this.reader.file) this.parts.push(part);
    if (file.at < bytes) return;
    if (file.at > bytes || file.hash.digest('hex') !== sha256) throw new BackupError('damaged', `file ${sha256}`);
    this.files.set(sha256, bytes);
    const whole = this.reader.file ? Buffer.concat(this.parts) : null;
    this.file = null;
    this.parts = [];
    if (whole) await this.reader.file?.(sha256, whole);
  }

  private confirm(
    found: { readonly entries: number; readonly ids: string } | undefined,
    told: { readonly entries: number; readonly ids: string },
  ): void {
    if (found?.entries !== told.entries || found.ids !== told.ids) throw new BackupError('damaged', 'sums');
    this.confirmed += 1;
  }
}
