import { createHash } from 'node:crypto';
import path from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { entrySchema, type Entry } from '../domain/journal/entry';
import { SUBJECT } from '../domain/journal/subject-kinds';
import type { Files } from '../ports';
import { renamePatiently } from './durable-write';
import { diskError, StoreError } from './store-error';
import type { Seal } from './seal';
import { SealedFile } from './sealed-file';

/** What a journal file holds. `rev` grows by one with each write, so that an older copy put back is seen. */
const journalFileSchema = z.object({
  format: z.literal(1),
  subject: z.string(),
  rev: z.number().int().min(0),
  entries: z.array(entrySchema),
});
export interface JournalFile {
  readonly rev: number;
  readonly entries: readonly Entry[];
}

const CACHED = 64;
/** One name for all, in the store's folder: what a power cut leaves is found and removed at the next opening. */
const JOURNAL_TEMPORARY = 'journal.writing';
/** Files that are written at once when many arrive: each has a temporary name of its own. */
const LANES = ['journal.writing', 'journal-2.writing', 'journal-3.writing', 'journal-4.writing'] as const;
export const JOURNAL_TEMPORARIES: readonly string[] = LANES;

type Contents = z.infer<typeof journalFileSchema>;

/** The journal files of a store, one sealed lowdb a subject（一案一文件）. Promises: sealed-file.ts. */
export class JournalFiles {
  private readonly open = new Map<string, Low<Contents>>();

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly seal: Seal,
  ) {}

  private pathOf(subject: string): string {
    if (!SUBJECT.test(subject)) throw new RangeError('not a subject');
    const shard = createHash('sha256').update(subject).digest('hex').slice(0, 2);
    return path.join(this.folder, 'journals', shard, `${subject}.mrs`);
  }

  /** The file as it stands; revision 0 when there is none. */
  async read(subject: string): Promise<JournalFile> {
    const { data } = await this.database(subject);
    return { rev: data.rev, entries: data.entries };
  }

  /** Replaces the file durably. After a fault the file is read anew at its next use. */
  async write(subject: string, rev: number, entries: readonly Entry[]): Promise<void> {
    const database = this.open.get(subject) ?? this.fresh(subject, JOURNAL_TEMPORARY);
    database.data = { format: 1, subject, rev, entries: [...entries] };
    try {
      await this.files.makeFolder(path.dirname(this.pathOf(subject)));
      await database.write();
    } catch (fault) {
      this.open.delete(subject);
      throw diskError(fault, subject);
    }
  }

  /**
   * Replaces many files durably, some at once and each folder flushed once. After a fault each file is its old or its new
   * one, and all are read anew at their next use.
   */
  async writeAll(journals: readonly (JournalFile & { readonly subject: string })[]): Promise<void> {
    try {
      const folders = new Set(journals.map(({ subject }) => path.dirname(this.pathOf(subject))));
      for (const folder of folders) await this.files.makeFolder(folder);
      const queue = [...journals];
      const ends = await Promise.allSettled(LANES.map((temporary) => this.drain(queue, temporary)));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
      await Promise.all([...folders].map((folder) => this.files.flushFolder(folder)));
    } catch (fault) {
      for (const { subject } of journals) this.open.delete(subject);
      throw diskError(fault, journals[0]?.subject ?? 'journals');
    }
  }

  private async drain(queue: (JournalFile & { readonly subject: string })[], temporary: string): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { subject, rev, entries } = next;
      const data: Contents = { format: 1, subject, rev, entries: [...entries] };
      try {
        await this.adapter(subject, temporary).replace(data);
      } catch (fault) {
        queue.length = 0; // the other lanes end with what they have in hand
        throw fault;
      }
      const known = this.open.get(subject);
      if (known) known.data = data;
    }
  }

  /** Reads the file anew at its next use, whatever is kept of it in memory. */
  lookAgain(subject: string): void {
    this.open.delete(subject);
  }

  /** All subjects that have a file. */
  async subjects(): Promise<readonly string[]> {
    const folder = path.join(this.folder, 'journals');
    const shards = await this.list(folder);
    const names = await Promise.all(shards.map((shard) => this.list(path.join(folder, shard))));
    return subjectsIn(names.flat());
  }

  /** Subjects of which a file was set aside at some time. */
  async quarantined(): Promise<readonly string[]> {
    const names = await this.list(path.join(this.folder, 'quarantine'));
    return [...new Set(subjectsIn(names.map((name) => name.replace(/\..*$/, '.mrs'))))];
  }

  private async list(folder: string): Promise<readonly string[]> {
    try {
      return await this.files.list(folder);
    } catch (fault) {
      const code = (fault as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') return [];
      throw diskError(fault, folder);
    }
  }

  /** Sets a bad file aside under quarantine/, never over another one. */
  async quarantine(subject: string, stamp: string): Promise<void> {
    this.open.delete(subject);
    const folder = path.join(this.folder, 'quarantine');
    await this.files.makeFolder(folder);
    const taken = new Set(await this.files.list(folder));
    let name = `${subject}.${stamp}.mrs`;
    for (let count = 2; taken.has(name); count++) name = `${subject}.${stamp}-${count}.mrs`;
    await renamePatiently(this.files, this.pathOf(subject), path.join(folder, name));
    await this.files.flushFolder(folder);
    await this.files.flushFolder(path.dirname(this.pathOf(subject)));
  }

  private adapter(subject: string, temporary: string): SealedFile<Contents> {
    const file = path.join(this.folder, temporary);
    return new SealedFile(this.files, this.pathOf(subject), subject, this.seal, journalFileSchema, file);
  }

  private fresh(subject: string, temporary: string): Low<Contents> {
    return new Low(this.adapter(subject, temporary), { format: 1 as const, subject, rev: 0, entries: [] });
  }

  private async database(subject: string): Promise<Low<Contents>> {
    const known = this.open.get(subject);
    if (known) {
      this.open.delete(subject);
      this.open.set(subject, known); // newest last: the oldest goes first
      return known;
    }
    const database = this.fresh(subject, JOURNAL_TEMPORARY);
    try {
      await database.read();
    } catch (fault) {
      throw diskError(fault, subject);
    }
    if (database.data.subject !== subject) throw new StoreError('wrong-place', subject);
    this.open.set(subject, database);
    const [oldest] = this.open.keys();
    if (this.open.size > CACHED && oldest !== undefined) this.open.delete(oldest);
    return database;
  }
}

function subjectsIn(names: readonly string[]): readonly string[] {
  return names
    .filter((name) => name.endsWith('.mrs'))
    .map((name) => name.slice(0, -'.mrs'.length))
    .filter((subject) => SUBJECT.test(subject));
}
