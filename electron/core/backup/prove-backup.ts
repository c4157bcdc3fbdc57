import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../domain/journal/entry';
import { checkEntries } from '../store/entry-check';
import type { JournalStore } from '../store/journal-store';
import type { Summarise } from '../store/store-ledger';
import { StoreError } from '../store/store-error';
import type { Work } from './backup-error';
import type { BackupEnd } from './backup-format';
import type { OpenedBackup } from './open-backup';
import { readBackup } from './read-backup';

/** What a proof found（恢复演练结果）. `bad` names journals whose entries do not hold or do not stand in the store, at most 20. */
export interface Proof {
  readonly journals: number;
  readonly entries: number;
  readonly files: number;
  readonly bad: readonly string[];
  readonly end: BackupEnd;
}

type ProofStore = Pick<JournalStore, 'station' | 'former' | 'look'>;

const MOST = 20;

/**
 * Proves that a backup would bring the room back（恢复演练）without touching it: every page opened, every entry checked by hash
 * and signature, every file by its hash; each journal folded to what lists show, and held against the same entries of this
 * store. Throws BackupError when the file itself does not hold.
 */
export async function proveBackup(
  store: ProofStore,
  bundle: OpenedBackup,
  summarise: Summarise,
  work: Work,
): Promise<Proof> {
  const mine = new Set([store.station, ...store.former, bundle.head.station]);
  const bad: string[] = [];
  const end = await readBackup(
    bundle,
    {
      journal: async (subject, entries) => {
        const { good, refused } = await checkEntries(entries, mine);
        const sound = refused.length === 0 && (await sameHere(store, subject, good, summarise));
        if (!sound && bad.length < MOST) bad.push(subject);
      },
    },
    work,
  );
  return { journals: end.subjects, entries: end.entries, files: end.files, bad, end };
}

/** Whether the store has all of these entries, and makes the same of them. A file that is damaged here proves nothing bad of the backup. */
async function sameHere(
  { look }: ProofStore,
  subject: string,
  entries: readonly Entry[],
  summarise: Summarise,
): Promise<boolean> {
  try {
    const ids = new Set(entries.map(({ id }) => id));
    const here = ((await look.journal(subject)).entries as readonly Entry[]).filter(({ id }) => ids.has(id));
    return here.length === ids.size && isDeepStrictEqual(summarise(subject, here), summarise(subject, entries));
  } catch (fault) {
    if (fault instanceof StoreError && fault.fault !== 'disk-fault') return true;
    throw fault;
  }
}
