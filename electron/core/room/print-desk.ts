import type { IssuedDocument } from '../domain/case/case-state';
import { problemOf } from '../domain/checks/problem';
import type { PrintJob, PrintQueue, Sides } from '../printing/print-port';
import type { DocumentDesk } from './document-desk';
import { done, refused, type Outcome } from './outcome';
import type { RoomContext } from './room-context';

/** How a document is to be printed; pages are counted from 1. */
export interface PrintWish {
  readonly printer: string;
  readonly copies: number;
  readonly sides: Sides;
  readonly pages?: readonly { readonly from: number; readonly to: number }[] | undefined;
}

/**
 * Printing of issued documents（打印）.
 * Promises: what goes to the printer are the frozen bytes of the issue, the same however often it is sent, until a person has
 * confirmed that paper is there; from then on each print is a 副本, marked on every page and in the journal. Each sending
 * and each confirmation is an entry with the hash of the issue. Nothing but a person's word makes a document 已打印.
 * Does not promise: that paper came out, that the printer kept the margins, what the system's spool keeps.
 * Proved by test/unit/room/print-desk.test.ts and test/printing/.
 */
export class PrintDesk {
  constructor(
    private readonly context: RoomContext,
    private readonly documents: DocumentDesk,
    readonly queue: PrintQueue,
  ) {}

  /** Sends an issued document to a printer. */
  async send(
    caseId: string,
    document: string,
    wish: PrintWish,
  ): Promise<Outcome<{ readonly job: PrintJob; readonly duplicate: boolean }>> {
    const found = await this.documents.find(caseId, document);
    if (!found.ok) return found;
    const issued = found.value;
    const duplicate = issued.printings.length > 0;
    const pdf = await this.bytesOf(issued, duplicate);
    const sent = await this.queue.submit(pdf, {
      printer: wish.printer,
      copies: wish.copies,
      sides: wish.sides,
      ...(wish.pages ? { pages: wish.pages } : {}),
      pageCount: issued.pages,
      // The system's list of jobs is open to others: no name of a party stands in it.
      title: `${issued.form} ${issued.sha256.slice(0, 8)}${duplicate ? ' 副本' : ''}`,
    });
    if (!sent.ok) return refused(...sent.problems);
    const { printer, copies } = wish;
    await this.enter(caseId, 'document-sent', { document, printer, copies, sha256: issued.sha256, duplicate });
    return done({ job: sent.value.job, duplicate });
  }

  /** The person says that the paper is there（已打印）. `printer` where the app sent it; else the system's viewer did. */
  async confirm(caseId: string, document: string, copies: number, printer?: string): Promise<Outcome<null>> {
    const found = await this.documents.find(caseId, document);
    if (!found.ok) return found;
    const { sha256, printings } = found.value;
    await this.enter(caseId, 'document-printed', {
      document,
      copies,
      way: printer === undefined ? 'viewer' : 'printer',
      ...(printer === undefined ? {} : { printer }),
      sha256,
      duplicate: printings.length > 0,
    });
    return done(null);
  }

  /**
   * The bytes to be shown in the system's viewer: marked as 副本 once the document was printed. Counts as taking out: the
   * viewer gets a plain file, which it can save or send where this program does not see it. So it is recorded, and who may
   * take nothing out prints from the app. Throws AccessError without the right `data.export`.
   */
  async forViewer(
    caseId: string,
    document: string,
  ): Promise<Outcome<{ readonly pdf: Uint8Array; readonly name: string }>> {
    const { log, account } = this.context;
    this.context.require('data.export');
    const found = await this.documents.find(caseId, document);
    const paper = await this.documents.read(caseId, document);
    if (!found.ok) return found;
    if (!paper.ok) return paper;
    await log.record({ event: 'exported', account: account(), caseId, what: `viewer ${found.value.form}` });
    return done({ name: paper.value.name, pdf: await this.bytesOf(found.value, found.value.printings.length > 0) });
  }

  private async bytesOf(issued: IssuedDocument, duplicate: boolean): Promise<Uint8Array> {
    const pdf = await this.context.store.blobs.get(issued.sha256);
    return duplicate ? this.context.works.markDuplicate(pdf) : pdf;
  }

  private async enter(caseId: string, kind: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const account = this.context.account();
    await this.context.store.commit([{ subject: caseId, kind, data, account }]);
  }
}

/** A printing system where there is none, for the command and for tests that print nothing. */
export const NO_PRINTER: PrintQueue = {
  printers: () => Promise.resolve(NONE),
  submit: () => Promise.resolve(NONE),
  follow: () => Promise.resolve(NONE),
  cancel: () => Promise.resolve(NONE),
};

const NONE = {
  ok: false as const,
  problems: [
    problemOf(
      'no-printing-system' as const,
      '这里不能打印，请在软件窗口中打印。',
      'Nothing can be printed from here; print from the window.',
    ),
  ],
};
