import type { Entry } from '../domain/journal/entry';
import { storeFault } from './centre-errors';
import type { RoundContext } from './round-context';

/** An entry that waits to be sent. Its text is kept as long as there is room, and read again otherwise. */
export interface Waiting {
  readonly id: string;
  readonly station: string;
  readonly seq: number;
  readonly subject: string;
  readonly kind: string;
  readonly text: string | null;
}

/** Bytes of text that a queue keeps; beyond it only names, some 200 bytes an entry. */
const KEPT = 16 * 1024 * 1024;

/**
 * Entries in the order of their workstation's counter（按计数器顺序）, over all journals.
 * Promises: bounded memory however much waits. Proved by test/unit/sync/push.test.ts.
 */
export class SendQueue {
  private readonly items: Waiting[] = [];
  private room: number;

  constructor(kept = KEPT) {
    this.room = kept;
  }

  add(entry: Entry): void {
    const { id, station, seq, subject, kind } = entry;
    const text = this.room > 0 ? JSON.stringify(entry) : null;
    this.room -= text?.length ?? 0;
    this.items.push({ id, station, seq, subject, kind, text });
  }

  /** All, in order. */
  sorted(): readonly Waiting[] {
    return this.items.sort((a, b) => (a.station === b.station ? a.seq - b.seq : a.station < b.station ? -1 : 1));
  }
}

/** A journal, or null when it cannot be read: then the rest goes on, the fault is told, and the centre is asked for it. */
export async function readJournal({ store, memory, progress }: RoundContext, subject: string): Promise<Journal | null> {
  try {
    return await store.read(subject);
  } catch (error) {
    const fault = storeFault(error);
    if (fault === null) throw error;
    progress.soft = { kind: 'disk', fault };
    const { repair } = memory.value;
    if (DAMAGES.includes(fault) && !repair.includes(subject)) memory.change({ repair: [...repair, subject] });
    return null;
  }
}
type Journal = readonly Entry[];
const DAMAGES = ['damaged', 'missing', 'older-copy', 'wrong-place'];

/** Ready to go; `index` is its place among the items that were asked for. */
export type Ready = Waiting & { readonly text: string; readonly index: number };

/** The texts of waiting entries; those whose journal cannot be read any more are left out. */
export async function textsOf(context: RoundContext, items: readonly Waiting[]): Promise<readonly Ready[]> {
  const journals = new Map<string, ReadonlyMap<string, Entry>>();
  const found: Ready[] = [];
  for (const [index, item] of items.entries()) {
    if (item.text !== null) {
      found.push({ ...item, text: item.text, index });
      continue;
    }
    let journal = journals.get(item.subject);
    if (!journal) {
      const read = (await readJournal(context, item.subject)) ?? [];
      journal = new Map(read.map((entry) => [entry.id, entry]));
      journals.set(item.subject, journal);
    }
    const entry = journal.get(item.id);
    if (entry) found.push({ ...item, text: JSON.stringify(entry), index });
  }
  return found;
}
