/** Kinds of files that are taken as evidence, identity papers and signed scans. */
export type ScanType = 'application/pdf' | 'image/jpeg' | 'image/png';

export type ScanProblemCode =
  /** The file has no bytes. */
  | 'empty-file'
  /** More than `MOST_SCAN_BYTES`. */
  | 'file-too-large'
  /** The content is none of the three types, whatever the ending says. */
  | 'unsupported-type'
  /** The content begins as one of the three types and ends too early. */
  | 'truncated-file'
  /** The content begins as one of the three types and cannot be read. */
  | 'damaged-file'
  /** More than `MOST_MEGAPIXELS`, or more memory than a picture may take. */
  | 'too-many-pixels'
  /** A JPEG in colours for the press (CMYK), or of a kind that no viewer of the room shows. */
  | 'unsupported-jpeg'
  /** A PDF that asks for a password. */
  | 'encrypted-pdf'
  /** A PDF without a page. */
  | 'no-pages';

/** Why a file was not taken, with its name and what to do next. */
export interface ScanProblem {
  readonly code: ScanProblemCode;
  readonly zh: string;
  readonly en: string;
}

/**
 * What a file is, judged by its content. `pages` is 1 for pictures; `width` and `height` are pixels as stored (before a
 * turn that a JPEG's EXIF asks for) and absent for a PDF.
 */
export type ScanResult =
  | {
      readonly ok: true;
      readonly type: ScanType;
      readonly pages: number;
      readonly width?: number;
      readonly height?: number;
    }
  | { readonly ok: false; readonly problem: ScanProblem };

/** Why the content could not be read, before it is put into words. */
export type ReadFault = Exclude<ScanProblemCode, 'empty-file' | 'file-too-large' | 'unsupported-type'>;

/** A fault of the content, thrown inside this folder only and always caught by it. */
export class ScanFault extends Error {
  override readonly name = 'ScanFault';
  readonly fault: ReadFault;
  constructor(fault: ReadFault) {
    super(fault);
    this.fault = fault;
  }
}
