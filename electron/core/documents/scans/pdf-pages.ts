import { inflateSync, constants } from 'node:zlib';
import {
  PDFArray,
  PDFCatalog,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  PDFPageTree,
  PDFParser,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { MOST_PDF_TABLE_BYTES } from './scan-limits';
import { ScanFault } from './scan-result';

/** Objects read before the thread may answer something else. */
const OBJECTS_A_TURN = 500;
/** Bytes at the end in which the end mark must stand; some scanners append a little behind it. */
const END_WINDOW = 2048;
const nameOf = (name: string): PDFName => PDFName.of(name);

/**
 * The library's parser with a bound on what it unpacks. It unpacks two kinds of streams while reading, tables of objects
 * and cross references; both pass here first, and what would unpack too far, or is packed in an unusual way, stops it.
 */
class BoundedParser extends PDFParser {
  fault: 'damaged-file' | undefined;
  #room = MOST_PDF_TABLE_BYTES;

  override parseObject(ref?: PDFRef): PDFObject {
    const object = super.parseObject(ref);
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(nameOf('Type'));
    if (type === nameOf('ObjStm') || type === nameOf('XRef')) {
      const bytes = this.#unpackedBytes(object);
      this.#room -= bytes;
      if (this.#room < 0 || this.#entries(object) > bytes) return this.#stop();
    }
    return object;
  }

  /** The library goes on after an error in one object, so the fault is kept as well. */
  #stop(): never {
    this.fault = 'damaged-file';
    throw new ScanFault('damaged-file');
  }

  #unpackedBytes({ dict, contents }: PDFRawStream): number {
    const filter = dict.lookup(nameOf('Filter'));
    const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
    if (only === undefined) return contents.length;
    if (only !== nameOf('FlateDecode')) return this.#stop();
    try {
      // A cut stream is still read as far as it goes, as the library does.
      const options = { maxOutputLength: Math.max(1, this.#room), finishFlush: constants.Z_SYNC_FLUSH };
      return inflateSync(contents, options).length;
    } catch {
      return this.#stop();
    }
  }

  /** Entries that a stream says it has; each takes at least a byte. */
  #entries({ dict }: PDFRawStream): number {
    const index = dict.lookup(nameOf('Index'));
    const numbers = index instanceof PDFArray ? index.asArray().map((each) => this.context.lookup(each)) : [];
    const counts = [...numbers.filter((_, at) => at % 2 === 1), dict.lookup(nameOf('N'))];
    const given = counts.map((each) => (each instanceof PDFNumber ? each.asNumber() : 0));
    const size = dict.lookup(nameOf('Size'));
    const whole = !(index instanceof PDFArray) && size instanceof PDFNumber ? size.asNumber() : 0;
    return given.reduce((sum, count) => sum + Math.max(0, count), whole);
  }
}

/** Pages in reading order. Every page of the tree must be there: a cut file loses pages without an error. */
function pagesOf(context: PDFContext): readonly PDFPageLeaf[] {
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFCatalog)) throw new ScanFault('damaged-file');
  const pages: PDFPageLeaf[] = [];
  const seen = new Set<PDFObject>();
  const visit = (node: PDFObject | undefined): void => {
    if (node === undefined || seen.has(node)) throw new ScanFault('damaged-file');
    seen.add(node);
    if (node instanceof PDFPageTree) for (const kid of node.Kids().asArray()) visit(context.lookup(kid));
    else if (node instanceof PDFPageLeaf) pages.push(node);
    else throw new ScanFault('damaged-file');
  };
  visit(context.lookup(catalog.get(nameOf('Pages'))));
  return pages;
}

/** True when what the page shows is in the file: its content, and the pictures that it names. */
function isWhole(page: PDFPageLeaf, context: PDFContext): boolean {
  const there = (object: PDFObject | undefined): boolean =>
    !(object instanceof PDFRef) || context.lookup(object) !== undefined;
  const contents = page.get(nameOf('Contents'));
  if (!there(contents)) return false;
  const streams = context.lookup(contents);
  if (streams instanceof PDFArray && !streams.asArray().every(there)) return false;
  const pictures = page.Resources()?.lookup(nameOf('XObject'));
  return !(pictures instanceof PDFDict) || pictures.values().every(there);
}

/** Number of pages of a PDF. Nothing of its pages is unpacked or shown. Throws `ScanFault`. */
export async function pdfPages(bytes: Uint8Array): Promise<number> {
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - END_WINDOW))).toString('latin1');
  if (!end.includes('%%EOF')) throw new ScanFault('truncated-file');
  try {
    const parser = new BoundedParser(bytes, OBJECTS_A_TURN);
    const context = await parser.parseDocument();
    // An encrypted table of objects cannot be unpacked, so this comes before the faults.
    if (context.lookup(context.trailerInfo.Encrypt) !== undefined) throw new ScanFault('encrypted-pdf');
    if (parser.fault !== undefined) throw new ScanFault(parser.fault);
    const pages = pagesOf(context);
    if (pages.length === 0) throw new ScanFault('no-pages');
    if (!pages.every((page) => isWhole(page, context))) throw new ScanFault('damaged-file');
    return pages.length;
  } catch (error) {
    if (error instanceof ScanFault) throw error;
    throw new ScanFault('damaged-file');
  }
}
