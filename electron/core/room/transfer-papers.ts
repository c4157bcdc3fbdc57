import type { CaseState, IssuedDocument } from '../domain/case/case-state';
import { fold } from '../domain/case/fold';
import type { PaperRef } from '../domain/forms/form-ids';
import type { Entry, EntryId } from '../domain/journal/entry';
import { ancestryOf } from '../domain/journal/graph';
import { issuesOf, signedScans } from '../domain/transfer/transfer-case';
import type { Rendered } from '../documents/rendered';
import type { DocumentDesk } from './document-desk';
import { done, type Outcome } from './outcome';
import { picturesOf } from './paper-pictures';
import type { RoomContext } from './room-context';

/**
 * The papers that go into a package. Promises: an issued paper is taken again, with the same bytes, as long as it would
 * print the same today, also when something that it does not print was written since (a scan beside it, say); one with a
 * scan of its signed copy before one without. Proved by test/unit/room/transfer-desk.slow.test.ts.
 */
export class TransferPapers {
  constructor(
    private readonly context: RoomContext,
    private readonly documents: DocumentDesk,
  ) {}

  /** The paper as it stands, issued anew only where none stands. */
  async standing(state: CaseState, paper: PaperRef): Promise<Outcome<IssuedDocument>> {
    const issued = issuesOf(state, paper);
    const newest = state.documents.findLast((each) => each.form === paper.form && each.of === paper.of);
    const worthALook = issued.filter((each) => each === newest || signedScans(state, each.entry).length > 0);
    for (const document of worthALook) {
      if (document.current || (await this.printsTheSame(state, document, paper))) return done(document);
    }
    return this.documents.current(state.id, paper);
  }

  /** Whether the paper, made now as it was made then, has the same bytes. */
  private async printsTheSame(state: CaseState, document: IssuedDocument, paper: PaperRef): Promise<boolean> {
    const before = fold(state.id, seenBy(document.entry, await this.context.store.read(state.id)));
    const [then, now] = [await this.render(before, document, paper), await this.render(state, document, paper)];
    if (!then.ok || !now.ok || now.formVersion !== document.formVersion) return false;
    return Buffer.from(then.pdf).equals(Buffer.from(now.pdf));
  }

  private async render(state: CaseState, document: IssuedDocument, paper: PaperRef): Promise<Rendered> {
    const pictures = await picturesOf(state, paper, this.context.store.blobs);
    const { organisation } = this.context.profile();
    return this.context.render({
      ...paper,
      state,
      organisation,
      printedAt: document.issuedAt,
      draft: false,
      pictures,
    });
  }
}

/** What the writer of an entry had seen, and the entry itself. */
function seenBy(id: EntryId, entries: readonly Entry[]): readonly Entry[] {
  const { saw } = ancestryOf(entries);
  return entries.filter((entry) => entry.id === id || saw(id, entry.id));
}
