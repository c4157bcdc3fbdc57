import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { objectCopier } from './object-copier';
import { objectOutput } from './object-output';
import { pagesOf, sizeOf, type SourcePage } from './page-tree';
import { writePage } from './page-writer';

/** Why a PDF cannot be taken in: it needs a password, is broken or cut off, has no page, or is another kind of file. */
export type PdfFault = 'encrypted' | 'damaged' | 'no-pages' | 'not-a-pdf';

/** A document that can be taken in, with its pages in order. */
export interface OpenedPdf {
  readonly ok: true;
  readonly document: PDFDocument;
  readonly pages: readonly SourcePage[];
}

/** Viewers look for the header in the first kilobyte (ISO 32000-1, annex H, note 13). */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');

/** Reads the structure of a PDF. Never throws; what the pages refer to is not looked at yet. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<OpenedPdf | { readonly ok: false; readonly fault: PdfFault }> {
  if (!isPdf(bytes)) return { ok: false, fault: 'not-a-pdf' };
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      ignoreEncryption: true,
      parseSpeed: ParseSpeeds.Fastest,
    });
    if (document.isEncrypted) return { ok: false, fault: 'encrypted' };
    const pages = pagesOf(document);
    if (pages === undefined) return { ok: false, fault: 'damaged' };
    return pages.length === 0 ? { ok: false, fault: 'no-pages' } : { ok: true, document, pages };
  } catch {
    return { ok: false, fault: 'damaged' };
  }
}

/** What `readPdf` tells of a file. Sizes are of each page as it is seen, turned and cut, in points. */
export type PdfReading =
  | {
      readonly ok: true;
      readonly pages: number;
      readonly sizes: readonly { readonly width: number; readonly height: number }[];
    }
  | { readonly ok: false; readonly fault: PdfFault };

/**
 * Whether a PDF that a person brings (a scan) can become part of a dossier, and how many pages it has. Never throws. A
 * file is `damaged` also where anything that a page draws is missing, as in a file that was cut off.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  try {
    const output = objectOutput({ write: () => Promise.resolve() });
    const copier = objectCopier(opened.document.context, output);
    for (const page of opened.pages) await writePage(output, copier, page, output.reserve());
    await copier.drain();
    if (copier.missing() > 0) return { ok: false, fault: 'damaged' };
    return { ok: true, pages: opened.pages.length, sizes: opened.pages.map(sizeOf) };
  } catch {
    return { ok: false, fault: 'damaged' };
  }
}
