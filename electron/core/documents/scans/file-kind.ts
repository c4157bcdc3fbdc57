import type { ScanType } from './scan-result';

/** What the first bytes say: a type that is taken, another known type by its name, or nothing known. */
export type FileKind =
  | { readonly taken: true; readonly type: ScanType }
  | { readonly taken: false; readonly name?: string; readonly advice?: 'photo' | 'office' | 'recording' };

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Names by the first bytes. */
const OTHER_HEADS: readonly (readonly [head: string, name: string, advice: 'photo' | 'office' | 'recording'])[] = [
  ['BM', 'BMP', 'photo'],
  ['II*\0', 'TIFF', 'photo'],
  ['MM\0*', 'TIFF', 'photo'],
  ['GIF8', 'GIF', 'photo'],
  ['\xd0\xcf\x11\xe0', 'DOC / XLS / WPS', 'office'],
  ['{\\rtf', 'RTF', 'office'],
  ['\x1a\x45\xdf\xa3', 'WebM / MKV', 'recording'],
  ['ID3', 'MP3', 'recording'],
];

/** Kinds of HEIF still pictures, as Apple and other telephones write them. */
const HEIF = /^(?:hei[cfmsx]|hev[cx]|mif1|msf1)$/u;

/** What a ZIP container holds, by a name in its directory. */
const IN_ZIP: readonly (readonly [entry: string, name: string])[] = [
  ['word/', 'DOCX'],
  ['xl/', 'XLSX'],
  ['ppt/', 'PPTX'],
  ['OFD.xml', 'OFD'],
];

/** Bytes at each end of a ZIP in which its names are looked for. */
const ZIP_WINDOW = 65_536;

function zipName(bytes: Uint8Array): string {
  const names = ascii(bytes, 0, ZIP_WINDOW) + ascii(bytes, Math.max(0, bytes.length - ZIP_WINDOW), bytes.length);
  return IN_ZIP.find(([entry]) => names.includes(entry))?.[1] ?? 'ZIP';
}

/**
 * Tells the type of a file by its content; the ending of its name is not asked. A PDF may have other bytes before its
 * header, within the first 1,024 (ISO 32000-1, annex H note 13).
 */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = ascii(bytes, 0, 16);
  if (head.startsWith('\xff\xd8\xff')) return { taken: true, type: 'image/jpeg' };
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return { taken: true, type: 'image/png' };
  if (head.startsWith('PK\x03\x04')) return { taken: false, name: zipName(bytes), advice: 'office' };
  const other = OTHER_HEADS.find(([start]) => head.startsWith(start));
  if (other) return { taken: false, name: other[1], advice: other[2] };
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { taken: false, name: 'WebP', advice: 'photo' };
  if (head.slice(4, 8) === 'ftyp') {
    const brand = head.slice(8, 12);
    if (HEIF.test(brand)) return { taken: false, name: 'HEIC', advice: 'photo' };
    if (brand.startsWith('avi')) return { taken: false, name: 'AVIF', advice: 'photo' };
    return { taken: false, name: 'MP4 / MOV', advice: 'recording' };
  }
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return { taken: true, type: 'application/pdf' };
  return { taken: false };
}
