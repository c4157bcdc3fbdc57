import { setImmediate as pause } from 'node:timers/promises';
import type { Entry } from '../domain/journal/entry';
import type { RefusedHere } from './entry-check';
import type { JournalFile } from './journal-files';
import type { Shelf } from './shelf';
import { StoreError } from './store-error';
import { isEmptied } from './store-ledger';

/** What came of entries from elsewhere（收到的条目）. */
export interface ReceivedHere {
  /** Entries that were not there before, now durable. */
  readonly added: readonly Entry[];
  readonly refused: readonly RefusedHere[];
  /**
   * Cases whose file here is damaged or gone: nothing was added to them, since half a case must not look like one. All
   * entries of such a case, received with `restore`, bring it back.
   */
  readonly setAside: readonly string[];
}

export interface ReceiveOptions {
  /** Begins a journal anew where its file is damaged or gone. Only with all entries that the sender has of it. */
  readonly restore?: boolean;
}

/** Journals saved under one frame: the next opening after a crash looks at so many files. */
const JOURNALS = 256;

/** Entries by subject, in the order they came, in portions that are saved under one frame each. */
export function portionsOf(entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[][] {
  const bySubject = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = bySubject.get(entry.subject);
    if (known) known.push(entry);
    else bySubject.set(entry.subject, [entry]);
  }
  const all = [...bySubject];
  return Array.from({ length: Math.ceil(all.length / JOURNALS) }, (_, n) =>
    all.slice(n * JOURNALS, (n + 1) * JOURNALS),
  );
}

/**
 * Saves a portion: frame first, then the journals, as a commit does; subjects that hold all of it already are not written.
 * Throws StoreError; each subject then stands as before or with its new entries whole.
 */
export async function takePortion(
  shelf: Shelf,
  portion: readonly (readonly [string, readonly Entry[]])[],
  restore: boolean,
): Promise<Pick<ReceivedHere, 'added' | 'setAside'>> {
  const { ledger, journals } = shelf;
  await ledger.clearDoubt();
  const grown: (JournalFile & { readonly subject: string })[] = [];
  const added: Entry[] = [];
  const setAside: string[] = [];
  for (const [subject, arrived] of portion) {
    await pause();
    if (!restore && isEmptied(ledger.summary(subject))) continue; // what went on purpose does not come back by itself
    if (restore) journals.lookAgain(subject); // damage on the disk since it was read last is what is to be mended
    const found = await standing(shelf, subject);
    if (!found && !restore) {
      setAside.push(subject);
      continue;
    }
    const { rev, entries } = found ?? { rev: ledger.revision(subject), entries: [] };
    const fresh = missingFrom(entries, arrived);
    if (fresh.length === 0) continue;
    grown.push({ subject, rev: rev + 1, entries: [...entries, ...fresh] });
    for (const entry of fresh) added.push(entry);
  }
  await ledger.moveOn(portion.flatMap(([, arrived]) => arrived));
  if (grown.length === 0) return { added, setAside };
  const rows = [];
  for (const journal of grown) {
    await pause();
    rows.push(ledger.rowOf(journal.subject, journal));
  }
  await ledger.save(ledger.chain, rows, () => journals.writeAll(grown));
  return { added, setAside };
}

/** Null when the file is damaged or gone; faults of the disk go through. */
async function standing(shelf: Shelf, subject: string): Promise<JournalFile | null> {
  try {
    return await shelf.read(subject);
  } catch (fault) {
    if (fault instanceof StoreError && fault.fault !== 'disk-fault') return null;
    throw fault;
  }
}

function missingFrom(standing: readonly Entry[], arrived: readonly Entry[]): readonly Entry[] {
  const known = new Set(standing.map((entry) => entry.id));
  return arrived.filter(({ id }) => {
    if (known.has(id)) return false;
    known.add(id);
    return true;
  });
}
