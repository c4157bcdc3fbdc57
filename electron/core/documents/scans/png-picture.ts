import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { MOST_MEGAPIXELS, MOST_PICTURE_BYTES } from './scan-limits';
import { ScanFault } from './scan-result';

/** A picture in RGBA, one byte a channel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const SIGNATURE_BYTES = 8;
/** Length, type and checksum of a chunk. */
const CHUNK_BYTES = 12;
/** Samples of a pixel by colour type (ISO 15948, 11.2.2). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Start and step of the seven passes of an interlaced picture, across and down (ISO 15948, 8.2). */
const PASSES = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly depth: number;
  readonly interlaced: boolean;
}

function readHeader(bytes: Buffer): Header {
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const [depth = 0, colour = 0, , , interlace = 0] = bytes.subarray(24, 29);
  const channels = CHANNELS[colour];
  if (width === 0 || height === 0 || channels === undefined) throw new ScanFault('damaged-file');
  return { width, height, depth, bitsPerPixel: channels * depth, interlaced: interlace === 1 };
}

/** Walks the chunks: where the picture ends, and its packed data. Throws `truncated-file` when the end chunk is missing. */
function walk(bytes: Buffer): { readonly end: number; readonly packed: readonly Buffer[] } {
  const packed: Buffer[] = [];
  let at = SIGNATURE_BYTES;
  for (;;) {
    if (at + CHUNK_BYTES > bytes.length) throw new ScanFault('truncated-file');
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + CHUNK_BYTES + length;
    if (end > bytes.length) throw new ScanFault('truncated-file');
    if (type === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return { end, packed };
    at = end;
  }
}

/** Bytes of the unpacked rows of an interlaced picture: each pass has rows of its own with a filter byte. */
function interlacedBytes({ width, height, bitsPerPixel }: Header): number {
  return PASSES.reduce((sum, [x, stepX, y, stepY]) => {
    const [columns, rows] = [Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)];
    return columns > 0 && rows > 0 ? sum + rows * (Math.ceil((columns * bitsPerPixel) / 8) + 1) : sum;
  }, 0);
}

/**
 * Decodes a PNG. The size in the header is checked before anything is unpacked, and no more is unpacked than that size
 * needs. Bytes after the end chunk are ignored. Throws `ScanFault`.
 */
export function decodePng(content: Uint8Array): Picture {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < SIGNATURE_BYTES + 25) throw new ScanFault('truncated-file');
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new ScanFault('damaged-file');
  const header = readHeader(bytes);
  const pixels = header.width * header.height;
  if (pixels > MOST_MEGAPIXELS * 1_000_000) throw new ScanFault('too-many-pixels');
  // Two bytes a channel are held in twice the room until they are made one.
  if (pixels * (header.depth === 16 ? 8 : 4) > MOST_PICTURE_BYTES) throw new ScanFault('too-many-pixels');
  const { end, packed } = walk(bytes);
  try {
    // The decoder bounds what it unpacks only without interlacing.
    if (header.interlaced) inflateSync(Buffer.concat(packed), { maxOutputLength: interlacedBytes(header) });
    const { width, height, data } = PNG.sync.read(bytes.subarray(0, end));
    return { width, height, rgba: data };
  } catch {
    throw new ScanFault('damaged-file');
  }
}
