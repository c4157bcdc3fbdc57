import type { PDFDocument } from '@cantoo/pdf-lib';
import { claimsArchive } from './archive-claim';
import type { DocumentFacts } from './document-facts';
import { documentWriter } from './document-writer';
import { layers } from './layers';
import { memorySink } from './memory-sink';
import { objectCopier } from './object-copier';
import { openPdf, type OpenedPdf, type PdfFault } from './open-pdf';
import { writePage } from './page-writer';

/** One file of a split PDF: the pages from `first` to `last` of the whole, counted from 1. */
export interface SplitFile {
  readonly pdf: Uint8Array;
  readonly first: number;
  readonly last: number;
}

/** The files in order, or why there are none; `page` counts from 1. */
export type SplitPdf =
  | { readonly ok: true; readonly files: readonly SplitFile[] }
  | { readonly ok: false; readonly fault: PdfFault }
  | { readonly ok: false; readonly fault: 'page-too-large'; readonly page: number };

function factOf<Value>(read: () => Value | undefined): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function factsOf(document: PDFDocument): DocumentFacts {
  return {
    title: factOf(() => document.getTitle()) ?? '',
    author: factOf(() => document.getAuthor()) ?? '',
    subject: factOf(() => document.getSubject()) ?? '',
    created: factOf(() => document.getCreationDate()),
  };
}

/** The pages from `first` up to and without `end`, counted from 0, as a file of their own. */
async function rangeOf(opened: OpenedPdf, facts: DocumentFacts, first: number, end: number): Promise<Uint8Array> {
  const sink = memorySink();
  const writer = documentWriter(sink);
  const { context } = opened.document;
  const copier = objectCopier(context, writer.output);
  for (const page of opened.pages.slice(first, end)) {
    await writer.page((parent) => writePage(writer.output, copier, page, parent));
  }
  await copier.drain();
  const shown = layers();
  shown.collect(context, copier);
  await writer.end({ facts, bookmarks: [], extra: shown.catalogEntry(), archive: claimsArchive(context) });
  return sink.bytes();
}

/**
 * Splits a PDF into files of at most `mostBytes` bytes each, of consecutive pages, as few as that allows (courts take
 * 20 MB a file, domain.md 4.4 and 4.6). A file that is small enough stays as it is, byte for byte; otherwise title, author and
 * subject go along and bookmarks do not. Never throws for what is in the file.
 */
export async function splitPdf(pdf: Uint8Array, mostBytes: number): Promise<SplitPdf> {
  const opened = await openPdf(pdf);
  if (!opened.ok) return opened;
  const count = opened.pages.length;
  if (pdf.length <= mostBytes) return { ok: true, files: [{ pdf, first: 1, last: count }] };
  const facts = factsOf(opened.document);
  const files: SplitFile[] = [];
  for (let first = 0; first < count;) {
    let best = await rangeOf(opened, facts, first, first + 1);
    if (best.length > mostBytes) return { ok: false, fault: 'page-too-large', page: first + 1 };
    // Pages share fonts, so sizes do not add up: the end is found by trying, between what fits and what does not.
    let [fits, tooMany] = [first + 1, count + 1];
    while (fits + 1 < tooMany) {
      const end = Math.floor((fits + tooMany) / 2);
      const tried = await rangeOf(opened, facts, first, end);
      if (tried.length > mostBytes) tooMany = end;
      else [fits, best] = [end, tried];
    }
    files.push({ pdf: best, first: first + 1, last: fits });
    first = fits;
  }
  return { ok: true, files };
}
