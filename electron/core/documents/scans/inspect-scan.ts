import { fileKind } from './file-kind';
import { decodeJpeg } from './jpeg-picture';
import { pdfPages } from './pdf-pages';
import { decodePng } from './png-picture';
import { MOST_SCAN_BYTES } from './scan-limits';
import { emptyFile, fileTooLarge, readProblem, unsupportedType } from './scan-problems';
import { ScanFault, type ScanProblem, type ScanResult, type ScanType } from './scan-result';

async function read(bytes: Uint8Array, type: ScanType): Promise<ScanResult> {
  if (type === 'application/pdf') return { ok: true, type, pages: await pdfPages(bytes) };
  const { width, height } = type === 'image/png' ? decodePng(bytes) : decodeJpeg(bytes);
  return { ok: true, type, pages: 1, width, height };
}

/**
 * Judges a file that a person imports as evidence（证据）, identity paper（身份证明）or signed scan（签署扫描件）, by its content
 * and not by the ending of its name (domain.md F06, F10). Guarantee: `ok` means that a picture was decoded to its last
 * pixel, or that every page of a PDF is there with what it shows; a header that claims too much is refused before
 * anything is unpacked. Not guaranteed: that a PDF's pictures are legible, which a person sees. Never throws for what a
 * file holds: every fault is a problem with the file's name and what to do. A picture of 35 million pixels takes about 5 s and 0.7
 * GB, so call it off the thread that answers the window. Proved by test/unit/documents/scans/.
 */
export async function inspectScan(bytes: Uint8Array, fileName: string): Promise<ScanResult> {
  const refused = (problem: ScanProblem): ScanResult => ({ ok: false, problem });
  if (bytes.length === 0) return refused(emptyFile(fileName));
  if (bytes.length > MOST_SCAN_BYTES) return refused(fileTooLarge(fileName, bytes.length));
  const kind = fileKind(bytes);
  if (!kind.taken) return refused(unsupportedType(fileName, kind));
  try {
    return await read(bytes, kind.type);
  } catch (error) {
    if (!(error instanceof ScanFault)) throw error;
    return refused(readProblem(error.fault, fileName, kind.type));
  }
}
