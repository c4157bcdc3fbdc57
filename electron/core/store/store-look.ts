import { createHash } from 'node:crypto';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { SUBJECT } from '../domain/journal/subject-kinds';
import type { Files } from '../ports';
import { readStation } from './store-header';
import { sealFor, type Seal } from './seal';
import { diskError, StoreError } from './store-error';
import type { Ledger } from './store-ledger';
import { framesIn } from './summary-journal';
import type { Turns } from './turns';

/** A journal as its file holds it: entries unchecked, beside what the lists say of it. */
export interface LookedJournal {
  readonly rev: number;
  readonly entries: readonly unknown[];
  /** What the ledger says: 0 and null where it knows none. */
  readonly row: { readonly rev: number; readonly summary: unknown };
}

const SLICE = 4 * 1024 * 1024;

/**
 * The store as it lies on the disk（只读查看）, for who checks it or copies it whole.
 *
 * Promises: nothing is moved, written or kept in memory, whatever is found; what a look at one journal gives is one moment,
 * no commit comes in between. Faults are StoreErrors. Does not promise: that entries are sound; core/verify looks at that.
 * Proved by test/unit/verify and test/unit/backup.
 */
export class StoreLook {
  /** The seal of what leaves the store whole（备份）. */
  readonly backup: Seal;

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly dataKey: Uint8Array,
    private readonly turns: Turns,
    private readonly ledger: Ledger,
  ) {
    this.backup = sealFor(dataKey, 'backup');
  }

  /** Subjects that a file bears or a list knows, sorted. */
  subjects(): Promise<readonly string[]> {
    return this.turns.run(async () => {
      const known = [...this.ledger.summaries()].map(([subject]) => subject);
      const named = (await this.sealedNames('journals')).filter((name) => SUBJECT.test(name));
      return [...new Set([...known, ...named])].sort();
    });
  }

  /** Throws StoreError `missing`, `damaged`, `wrong-place`, `older-copy`, `disk-fault`. */
  journal(subject: string): Promise<LookedJournal> {
    const shard = createHash('sha256').update(subject).digest('hex').slice(0, 2);
    return this.turns.run(async () => {
      const row = { rev: this.ledger.revision(subject), summary: this.ledger.summary(subject) };
      const sealed = await this.bytes(path.join('journals', shard, `${subject}.mrs`), subject);
      const value = parsed(sealFor(this.dataKey, 'journal').open(subject, sealed), subject);
      const { format, rev, entries } = value as { format?: unknown; rev?: unknown; entries?: unknown };
      if (format !== 1 || typeof rev !== 'number' || !Array.isArray(entries)) throw new StoreError('damaged', subject);
      if (value['subject'] !== subject) throw new StoreError('wrong-place', subject);
      if (rev < row.rev) throw new StoreError('older-copy', subject);
      return { rev, entries: entries as readonly unknown[], row };
    });
  }

  /** SHA-256 of every kept file, by its name. */
  blobs(): Promise<readonly string[]> {
    return this.sealedNames('blobs');
  }

  /** Bytes of a kept file, seal and hash checked. Throws StoreError. */
  async blob(sha256: string): Promise<Uint8Array> {
    const sealed = await this.bytes(path.join('blobs', sha256.slice(0, 2), `${sha256}.mrs`), sha256);
    const bytes = sealFor(this.dataKey, 'blob').open(sha256, sealed);
    const hash = createHash('sha256');
    for (let at = 0; at < bytes.length; at += SLICE) {
      if (at > 0) await pause();
      hash.update(bytes.subarray(at, at + SLICE));
    }
    if (hash.digest('hex') !== sha256) throw new StoreError('damaged', sha256);
    return bytes;
  }

  /** Opens every frame of the summaries. Throws StoreError. */
  frames(): Promise<void> {
    return this.turns.run(async () => {
      const bytes = Buffer.from(await this.bytes('summaries.mrs', 'summaries'));
      framesIn(bytes, sealFor(this.dataKey, 'summaries'));
    });
  }

  /** Opens a note; one that was never written is no fault. Throws StoreError. */
  async note(name: string): Promise<void> {
    const sealed = await this.bytes(`${name}.mrs`, name).catch((fault: unknown) => {
      if (fault instanceof StoreError && fault.fault === 'missing') return null;
      throw fault;
    });
    if (sealed) parsed(sealFor(this.dataKey, 'note').open(name, sealed), name);
  }

  /** Reads the head and unseals the workstation's key. Throws StoreError. */
  async header(): Promise<void> {
    try {
      await this.turns.run(() => readStation(this.files, this.folder, this.dataKey));
    } catch (fault) {
      throw diskError(fault, this.folder);
    }
  }

  private async bytes(name: string, about: string): Promise<Uint8Array> {
    try {
      return await this.files.read(path.join(this.folder, name));
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') throw new StoreError('missing', about, { cause: fault });
      throw diskError(fault, about);
    }
  }

  private async sealedNames(kind: string): Promise<readonly string[]> {
    const folder = path.join(this.folder, kind);
    const names: string[] = [];
    for (const shard of await this.list(folder)) names.push(...(await this.list(path.join(folder, shard))));
    return names.filter((name) => name.endsWith('.mrs')).map((name) => name.slice(0, -'.mrs'.length));
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
}

function parsed(plain: Uint8Array, about: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(plain).toString('utf8'));
  } catch (cause) {
    throw new StoreError('damaged', about, { cause });
  }
  if (typeof value !== 'object' || value === null) throw new StoreError('damaged', about);
  return value as Record<string, unknown>;
}
