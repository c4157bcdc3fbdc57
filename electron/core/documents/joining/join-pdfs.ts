import type { PDFContext } from '@cantoo/pdf-lib';
import { claimsArchive } from './archive-claim';
import type { DocumentFacts } from './document-facts';
import { documentWriter } from './document-writer';
import { layers } from './layers';
import { memorySink } from './memory-sink';
import { objectCopier } from './object-copier';
import { openPdf, type OpenedPdf, type PdfFault } from './open-pdf';
import type { OutlineEntry } from './outlines';
import { writePage } from './page-writer';
import type { ByteSink } from './pdf-text';

export type { ByteSink } from './pdf-text';

/** One PDF of a joined file. */
export interface JoinPart {
  readonly pdf: Uint8Array;
  /** Leads to the part's first page; level 1 stands under the level 0 before it. */
  readonly bookmark?: { readonly title: string; readonly level: 0 | 1 } | undefined;
  /**
   * A PDF whose page i is drawn over page i of the part as it is seen: upright, in the middle and as large as fits.
   * Give it pages of the sizes that `readPdf` tells, and a stamp stands where it was put. Further pages go without.
   */
  readonly overlay?: Uint8Array | undefined;
}

/** `createdAt` is an ISO 8601 instant with offset: nothing here reads a clock. */
export interface JoinOptions {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: string;
  /** Says PDF/A-2b where every part and overlay says PDF/A; see `archive` of the result. */
  readonly pdfa?: boolean | undefined;
  /** Called with the number of parts that are written, after each. */
  readonly onPart?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A finished file. `archive` tells whether it says that it is PDF/A. */
export interface JoinedPdf {
  readonly pages: number;
  readonly bytes: number;
  /** SHA-256 of the file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly archive: boolean;
}

/** A part or its overlay that cannot be taken in; `readPdf` tells so beforehand. `part` counts from 0. */
export class PartUnreadable extends Error {
  override readonly name = 'PartUnreadable';
  constructor(
    readonly part: number,
    readonly fault: PdfFault,
  ) {
    super(`part ${part + 1} cannot be joined: ${fault}`);
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw Object.assign(new Error('joining was cancelled'), { name: 'AbortError', code: 'ABORT_ERR' });
}

async function opened(bytes: Uint8Array, part: number): Promise<OpenedPdf> {
  const pdf = await openPdf(bytes);
  if (!pdf.ok) throw new PartUnreadable(part, pdf.fault);
  return pdf;
}

function factsOf(options: JoinOptions): DocumentFacts {
  const created = new Date(options.createdAt);
  if (Number.isNaN(created.getTime())) throw new RangeError('createdAt is not an instant');
  return { title: options.title, author: options.author, subject: options.subject, created };
}

/**
 * Joins PDFs in order, with bookmarks and stamps（卷宗、批量打印）. Guarantee: the same parts and options give the same
 * bytes; one part at a time is held in memory; no script, action, form, link or attached file of a part is carried
 * over, and what its notes and fields show is. Not guaranteed: that digital signatures of a part still hold - a new
 * file breaks them. Proved by test/unit/documents/joining/.
 * Throws `PartUnreadable`, an `AbortError` (what the sink has by then is no PDF), whatever `parts` or the sink throws,
 * and RangeError for a `createdAt` that is no instant or for no page at all.
 */
export function joinPdfs(
  parts: AsyncIterable<JoinPart> | Iterable<JoinPart>,
  sink: ByteSink,
  options: JoinOptions,
): Promise<JoinedPdf> {
  return join(parts, sink, options, claimsArchive);
}

async function join(
  parts: AsyncIterable<JoinPart> | Iterable<JoinPart>,
  sink: ByteSink,
  options: JoinOptions,
  isArchive: (context: PDFContext) => boolean,
): Promise<JoinedPdf> {
  const facts = factsOf(options);
  refuseAborted(options.signal);
  const writer = documentWriter(sink);
  const bookmarks: OutlineEntry[] = [];
  const shown = layers();
  let [pages, done, archive] = [0, 0, options.pdfa === true];
  for await (const part of parts) {
    refuseAborted(options.signal);
    const { document, pages: source } = await opened(part.pdf, done);
    const copier = objectCopier(document.context, writer.output);
    archive &&= isArchive(document.context);
    const over = part.overlay === undefined ? undefined : await opened(part.overlay, done);
    const overCopier = over && objectCopier(over.document.context, writer.output);
    archive &&= over === undefined || isArchive(over.document.context);
    for (const [index, page] of source.entries()) {
      refuseAborted(options.signal);
      const cover = over?.pages[index];
      const overlay = cover && overCopier ? { page: cover, copier: overCopier } : undefined;
      const number = await writer.page((parent) => writePage(writer.output, copier, page, parent, overlay));
      if (index === 0 && part.bookmark !== undefined) bookmarks.push({ ...part.bookmark, page: number });
    }
    await copier.drain();
    await overCopier?.drain();
    if (copier.missing() + (overCopier?.missing() ?? 0) > 0) throw new PartUnreadable(done, 'damaged');
    shown.collect(document.context, copier);
    if (over && overCopier) shown.collect(over.document.context, overCopier);
    pages += source.length;
    done += 1;
    options.onPart?.(done);
  }
  refuseAborted(options.signal);
  if (pages === 0) throw new RangeError('there is nothing to join');
  const file = await writer.end({ facts, bookmarks, extra: shown.catalogEntry(), archive });
  return { pages, ...file, archive };
}

/** As `joinPdfs`, with the file in memory: for what is small. */
export async function joinToBytes(
  parts: AsyncIterable<JoinPart> | Iterable<JoinPart>,
  options: JoinOptions,
): Promise<JoinedPdf & { readonly pdf: Uint8Array }> {
  const sink = memorySink();
  const joined = await joinPdfs(parts, sink, options);
  return { ...joined, pdf: sink.bytes() };
}

/**
 * One PDF written anew as PDF/A-2b. The caller answers for its content: fonts embedded, colours grey or RGB, nothing
 * from outside. Throws as `joinPdfs`.
 */
export async function asArchive(pdf: Uint8Array, options: JoinOptions): Promise<Uint8Array> {
  const sink = memorySink();
  await join([{ pdf }], sink, { ...options, pdfa: true }, () => true);
  return sink.bytes();
}
