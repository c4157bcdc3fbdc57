import { decode } from 'jpeg-js';
import type { Picture } from './png-picture';
import { MOST_JPEG_MEMORY_MB, MOST_JPEG_SCANS, MOST_MEGAPIXELS } from './scan-limits';
import { ScanFault } from './scan-result';

/** What the markers of a JPEG say before a pixel is decoded. */
interface JpegMarks {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** End of the picture: telephones append films and depth maps behind it. */
  readonly end: number;
}

const [START_OF_SCAN, END_OF_IMAGE] = [0xda, 0xd9] as const;
/** Baseline, extended and progressive frames; the others are lossless, hierarchical or arithmetic (ITU-T T.81, B.1). */
const FRAMES_READ = new Set([0xc0, 0xc1, 0xc2]);
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Markers without a length: restarts, start, and the filler. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** The next marker that is neither a stuffed byte nor a restart, from inside packed data. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  throw new ScanFault('truncated-file');
}

/** Bytes that decoding takes: five a sample for coefficients and values, and seven a pixel for colours. */
function memoryOf(bytes: Buffer, from: number, pixels: number, channels: number): number {
  const areas = Array.from({ length: channels }, (_, index) => {
    const factors = bytes[from + index * 3 + 1] ?? 0;
    return (factors >> 4) * (factors & 15);
  });
  const samples = areas.reduce((sum, area) => sum + area, 0) / Math.max(1, ...areas);
  return pixels * (5 * samples + 7);
}

function frameOf(bytes: Buffer, at: number, marker: number): Omit<JpegMarks, 'end'> {
  if (!FRAMES_READ.has(marker) || bytes[at + 4] !== 8) throw new ScanFault('unsupported-jpeg');
  const [height, width, channels] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7), bytes[at + 9] ?? 0];
  if (width === 0 || height === 0) throw new ScanFault('damaged-file');
  if (width * height > MOST_MEGAPIXELS * 1_000_000) throw new ScanFault('too-many-pixels');
  if (channels !== 1 && channels !== 3) throw new ScanFault('unsupported-jpeg');
  if (at + 10 + channels * 3 > bytes.length) throw new ScanFault('truncated-file');
  if (memoryOf(bytes, at + 10, width * height, channels) > MOST_JPEG_MEMORY_MB * 1024 * 1024)
    throw new ScanFault('too-many-pixels');
  return { width, height, channels };
}

/** Walks the markers from the start to the end of the image. Throws `ScanFault`. */
function walk(bytes: Buffer): JpegMarks {
  let frame: Omit<JpegMarks, 'end'> | undefined;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length) throw new ScanFault('truncated-file');
    if (bytes[at] !== 0xff) throw new ScanFault('damaged-file');
    const marker = bytes[at + 1] ?? 0;
    if (marker === END_OF_IMAGE) {
      if (frame === undefined || scans === 0) throw new ScanFault('damaged-file');
      return { ...frame, end: at + 2 };
    }
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else {
      if (at + 10 > bytes.length) throw new ScanFault('truncated-file');
      const end = at + 2 + bytes.readUInt16BE(at + 2);
      if (end > bytes.length) throw new ScanFault('truncated-file');
      if (isFrame(marker)) {
        if (frame !== undefined) throw new ScanFault('unsupported-jpeg');
        frame = frameOf(bytes, at, marker);
      }
      if (marker === START_OF_SCAN) {
        scans += 1;
        if (frame === undefined || scans > MOST_JPEG_SCANS) throw new ScanFault('damaged-file');
      }
      at = marker === START_OF_SCAN ? endOfScan(bytes, end) : end;
    }
  }
}

/**
 * Decodes a JPEG, baseline or progressive, grey or colour. Size, colours and completeness are read from the markers
 * first. Colours for the press (CMYK) and the rare kinds are refused as `unsupported-jpeg`. EXIF turns are not applied.
 * Throws `ScanFault`.
 */
export function decodeJpeg(content: Uint8Array): Picture {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const { end } = walk(bytes);
  try {
    const { width, height, data } = decode(bytes.subarray(0, end), {
      useTArray: true,
      tolerantDecoding: false,
      maxResolutionInMP: MOST_MEGAPIXELS,
      maxMemoryUsageInMB: MOST_JPEG_MEMORY_MB,
    });
    return { width, height, rgba: data };
  } catch (error) {
    const memory = error instanceof Error && error.message.includes('maxMemoryUsageInMB');
    throw new ScanFault(memory ? 'too-many-pixels' : 'damaged-file');
  }
}
