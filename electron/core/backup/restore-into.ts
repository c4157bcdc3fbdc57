import { isCaseSubject, isPrivateSubject, NUMBERS_PREFIX } from '../domain/journal/subject-kinds';
import type { JournalStore } from '../store/journal-store';
import type { Work } from './backup-error';
import type { BackupEnd } from './backup-format';
import type { OpenedBackup } from './open-backup';
import { readBackup } from './read-backup';

export type RestoreTarget = Pick<JournalStore, 'station' | 'former' | 'receive' | 'forgotten' | 'blobs'>;

/** What came of a restore（恢复结果）. */
export interface Restored {
  readonly added: number;
  /** Entries that were here already. */
  readonly known: number;
  readonly files: number;
  readonly refused: number;
  /** Number registers, not taken over yet: who calls holds their blocks (domain/numbers). */
  readonly registers: ReadonlyMap<string, readonly unknown[]>;
  readonly end: BackupEnd;
}

/** Entries that are handed to the store in one go. */
const AT_ONCE = 2000;

/**
 * Adds to a store what a backup holds and it lacks（从备份补回）.
 *
 * Promises: the backup is read whole first, so a bad one changes nothing; nothing is changed or taken away; entries are
 * checked as those from elsewhere are; copies that were purged here stay away; again changes nothing; a journal whose file here is damaged comes back. Private
 * journals of another workstation are passed by. When it is stopped, whole subjects stand.
 * Throws BackupError, StoreError. Proved by test/unit/backup/restore.test.ts and test/faults/backup.
 */
export async function restoreInto(store: RestoreTarget, bundle: OpenedBackup, work: Work): Promise<Restored> {
  await readBackup(bundle, {}, { ...work, tell: (done, total) => work.tell?.(done, 2 * total) });
  const ours = [store.station, ...store.former].includes(bundle.head.station);
  const registers = new Map<string, readonly unknown[]>();
  const counts = { added: 0, known: 0, files: 0, refused: 0 };
  let waiting: unknown[] = [];
  const flush = async (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    const { added, refused } = await store.receive(entries, { restore: true });
    counts.added += added.length;
    counts.refused += refused.length;
    counts.known += entries.length - added.length - refused.length;
  };
  const end = await readBackup(
    bundle,
    {
      journal: async (subject, entries) => {
        if (store.forgotten(subject)) return;
        if (subject.startsWith(NUMBERS_PREFIX) && ours) registers.set(subject, entries);
        else if (isCaseSubject(subject) || (ours && isPrivateSubject(subject))) waiting.push(...entries);
        if (waiting.length >= AT_ONCE) await flush();
      },
      file: async (sha256, bytes) => {
        if (waiting.length > 0) await flush(); // entries come before the files that they speak of
        if ((await store.blobs.has(sha256)) && (await sound(store, sha256))) return;
        await store.blobs.put(bytes);
        counts.files += 1;
      },
    },
    { ...work, tell: (done, total) => work.tell?.(total + done, 2 * total) },
  );
  if (waiting.length > 0) await flush();
  return { ...counts, registers, end };
}

/** A kept file that is damaged is put anew. */
const sound = (store: RestoreTarget, sha256: string): Promise<boolean> =>
  store.blobs.get(sha256).then(
    () => true,
    () => false,
  );
