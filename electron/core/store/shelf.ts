import type { Entry } from '../domain/journal/entry';
import type { StationKey } from '../crypto/signing-key';
import type { Clock } from '../ports';
import type { JournalFile, JournalFiles } from './journal-files';
import { makeEntry, type Draft } from './station-chain';
import { StoreError } from './store-error';
import type { Ledger } from './store-ledger';

/** Journals together with what the ledger knows of them（卷架）; one piece of work at a time. Guarantees: journal-store.ts. */
export class Shelf {
  constructor(
    readonly journals: JournalFiles,
    readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** A journal, checked against its row. Throws StoreError; a bad file is quarantined first. */
  async read(subject: string): Promise<JournalFile> {
    const expected = this.ledger.revision(subject);
    try {
      const found = await this.journals.read(subject);
      if (found.rev === 0 && expected > 0) throw new StoreError('missing', subject);
      if (found.rev < expected) throw new StoreError('older-copy', subject);
      if (found.rev > expected) this.ledger.adopt(subject, found);
      this.ledger.learn(subject, found);
      return found;
    } catch (fault) {
      if (fault instanceof StoreError && ['damaged', 'wrong-place', 'older-copy'].includes(fault.fault)) {
        await this.journals.quarantine(subject, String(this.clock.now())).catch(() => undefined);
      }
      throw fault;
    }
  }

  /** Writes entries under this key; see `JournalStore.commit`. */
  async commit(drafts: readonly Draft[], key: StationKey): Promise<readonly Entry[]> {
    if (drafts.length === 0) return [];
    await this.ledger.clearDoubt();
    const journals = new Map<string, JournalFile>();
    for (const { subject } of drafts) {
      if (!journals.has(subject)) journals.set(subject, await this.read(subject));
    }
    // Subject by subject: a crash between two journals then keeps a beginning of the chain, never a chain with a hole.
    const made: Entry[] = [];
    let chain = this.ledger.chain;
    for (const [subject, { rev, entries }] of journals) {
      const grown = [...entries];
      for (const [index, draft] of drafts.entries()) {
        if (draft.subject !== subject) continue;
        const entry = makeEntry(draft, grown, chain, key, this.clock.now());
        chain = { seq: entry.seq, prev: entry.id, at: entry.at };
        grown.push(entry);
        made[index] = entry;
      }
      journals.set(subject, { rev: rev + 1, entries: grown });
    }
    const rows = [...journals].map(([subject, journal]) => this.ledger.rowOf(subject, journal));
    await this.ledger.save(chain, rows, async () => {
      for (const [subject, { rev, entries }] of journals) await this.journals.write(subject, rev, entries);
    });
    return made;
  }
}
