import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { fileRefs } from '../domain/case/file-refs';
import { entrySchema, type Entry } from '../domain/journal/entry';
import { isCaseSubject } from '../domain/journal/subject-kinds';
import type { JournalStore } from '../store/journal-store';
import { StoreError } from '../store/store-error';
import { goOn, type Work } from './backup-error';
import { BACKUP_LIMITS, headBytes, type BackupEnd } from './backup-format';
import { asOf } from './moment';
import { tokenOf } from './open-backup';
import { PageWriter, type PageSink } from './page-writer';

/** What a backup is made of. */
export type BackupStore = Pick<JournalStore, 'station' | 'former' | 'chain' | 'keys' | 'forgotten' | 'look'>;

export interface BackupOrder {
  /** A random name for it. */
  readonly backup: string;
  /** 调解室三 */
  readonly room: string;
  /** Now, milliseconds since 1970. */
  readonly at: number;
  /** Workstation → counter up to which its chain came from an earlier backup. */
  readonly restored: Readonly<Record<string, number>>;
}

/** Ways that open nothing elsewhere: this computer's own store of keys, and a recovery sheet that is not in force yet. */
const HERE_ONLY: ReadonlySet<string> = new Set(['os', 'recovery-waiting']);

/** How many entries are looked at in one go; about 3 ms. */
const AT_ONCE = 100;

/**
 * Writes all that a store holds to a sink（写备份）: entries, kept files, and the ways to open it but the operating system's.
 *
 * Promises: it tells of one moment, the beginning: what the room writes meanwhile is not in it (moment.ts); a damaged journal
 * or file does not stop it and is named in its end; memory holds one journal or one file. The store's own notes (where sync
 * stands, which backups there are) are not in it: they belong to the computer.
 * Throws StoreError when the disk refuses, BackupError `stopped`, or the sink's error; the sink then holds no whole backup.
 * Proved by test/unit/backup and test/faults/backup.
 */
export async function writeBackup(
  store: BackupStore,
  order: BackupOrder,
  sink: PageSink,
  work: Work,
): Promise<BackupEnd & { readonly cases: number }> {
  const { station, former, look } = store;
  const { seq } = store.chain;
  const subjects = await look.subjects();
  const wraps = (await store.keys.wraps()).filter(({ way }) => !HERE_ONLY.has(way));
  const cases = subjects.filter((subject) => isCaseSubject(subject) && !store.forgotten(subject)).length;
  const token = tokenOf(look.backup, order.backup);
  const { bytes, hash } = headBytes({ ...order, station, former: [...former], cases, wraps: [...wraps], token });
  await sink.write(bytes);
  const pages = new PageWriter(hash, look.backup, sink);
  const sums: { subject: string; entries: number; ids: string }[] = [];
  const leftOut: { about: string; fault: string }[] = [];
  const wanted = new Set<string>();
  let entries = 0;
  for (const [index, subject] of subjects.entries()) {
    goOn(work);
    work.tell?.(index, subjects.length + wanted.size);
    const read = await named(soundJournal(look, subject));
    if (read instanceof StoreError) {
      leftOut.push({ about: subject, fault: read.fault });
      continue;
    }
    const standing = asOf(read, station, seq);
    if (standing.length === 0) continue;
    const ids = createHash('sha256');
    for (const entry of standing) {
      ids.update(`${entry.id}\n`);
      for (const { sha256 } of fileRefs(entry)) wanted.add(sha256);
      await pages.line({ entry });
    }
    entries += standing.length;
    sums.push({ subject, entries: standing.length, ids: ids.digest('hex') });
    await pause();
  }
  const here = new Set(await look.blobs());
  const kept: { sha256: string; bytes: number }[] = [];
  for (const sha256 of wanted) {
    goOn(work);
    work.tell?.(subjects.length + kept.length, subjects.length + wanted.size);
    if (!here.has(sha256)) continue;
    const blob = await named(look.blob(sha256));
    if (blob instanceof StoreError) {
      leftOut.push({ about: sha256, fault: blob.fault });
      continue;
    }
    await addFile(pages, sha256, blob);
    kept.push({ sha256, bytes: blob.length });
  }
  for (const sum of sums) await pages.line({ sum });
  for (const each of kept) await pages.line({ kept: each });
  const absent = [...wanted].filter((sha256) => !here.has(sha256)).length;
  const end = { subjects: sums.length, entries, files: kept.length, seq, leftOut, absent };
  await pages.line({ end });
  await pages.finish();
  return { ...end, cases };
}

async function addFile(pages: PageWriter, sha256: string, bytes: Uint8Array): Promise<void> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at === 0 || at < all.length; at += BACKUP_LIMITS.part) {
    const data = all.subarray(at, at + BACKUP_LIMITS.part).toString('base64');
    await pages.line({ part: { sha256, bytes: all.length, at, data } });
  }
}

/** The entries of a journal. Throws StoreError, `damaged` also when one of them is none. */
async function soundJournal(look: BackupStore['look'], subject: string): Promise<readonly Entry[]> {
  const { entries } = await look.journal(subject);
  for (const [index, entry] of entries.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
    if (!entrySchema.safeParse(entry).success) throw new StoreError('damaged', subject);
  }
  return entries as readonly Entry[];
}

/** The value, or the fault of one file; faults of the disk go through. */
async function named<T>(work: Promise<T>): Promise<T | StoreError> {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof StoreError && fault.fault !== 'disk-fault' && fault.fault !== 'disk-full') return fault;
    throw fault;
  }
}
