import { PNG } from 'pngjs';
import { exifOrientation, storedPixel } from '../scans/exif-turn';
import { fileKind } from '../scans/file-kind';
import { decodeJpeg } from '../scans/jpeg-picture';
import { decodePng, type Picture } from '../scans/png-picture';
import { ScanFault } from '../scans/scan-result';

/** Most bytes of a crop; a photo of a whole card belongs to the file, not into a line of text. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Most pixels of a crop: one character of the sharpest photo has less than one million. */
const MOST_PIXELS = 4_000_000;
/** Pixels along the edge of the printed square: 600 dots an inch at the largest type size. */
const EDGE = 168;
/** Shares of the pixels that are taken for ink and, at least, for paper. */
const [INK_SHARE, PAPER_SHARE] = [0.02, 0.7] as const;
/** Below this distance of ink and paper, in steps of 255, the levels are left alone: there is nothing to tell apart. */
const LEAST_CONTRAST = 32;

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly values: Float64Array;
}

/** Grey on white paper, upright. Weights of red, green and blue after ITU-R BT.601. */
function uprightGrey({ width, height, rgba }: Picture, orientation: number): Grey {
  const [across, down] = orientation > 4 ? [height, width] : [width, height];
  const values = new Float64Array(across * down);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const [storedX, storedY] = storedPixel(orientation, [x, y], [width, height]);
      const at = (storedY * width + storedX) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 255] = rgba.subarray(at, at + 4);
      const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
      values[y * across + x] = 255 + ((grey - 255) * alpha) / 255;
    }
  }
  return { width: across, height: down, values };
}

/** Mean grey of a part of the picture. */
function mean({ width, values }: Grey, left: number, top: number, right: number, bottom: number): number {
  let sum = 0;
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) sum += values[y * width + x] ?? 255;
  return sum / ((right - left) * (bottom - top));
}

/** Scaled to fit a square of `EDGE` pixels, its proportions kept, centred on white. */
function squared(picture: Grey): Float64Array {
  const scale = Math.max(picture.width, picture.height) / EDGE;
  const [across, down] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side / scale)));
  const [columns, rows] = [Math.min(EDGE, across ?? 1), Math.min(EDGE, down ?? 1)];
  const [left, top] = [Math.floor((EDGE - columns) / 2), Math.floor((EDGE - rows) / 2)];
  const square = new Float64Array(EDGE * EDGE).fill(255);
  const span = (at: number, of: number, side: number): readonly [number, number] => {
    const from = Math.min(side - 1, Math.floor((at * side) / of));
    return [from, Math.max(from + 1, Math.floor(((at + 1) * side) / of))];
  };
  for (let y = 0; y < rows; y += 1) {
    const [from, to] = span(y, rows, picture.height);
    for (let x = 0; x < columns; x += 1) {
      const [start, end] = span(x, columns, picture.width);
      square[(top + y) * EDGE + left + x] = mean(picture, start, from, end, to);
    }
  }
  return square;
}

/** Stretches the levels so that the card's tinted ground becomes paper and the sign becomes ink. */
function levelled(picture: Grey): Grey {
  const sorted = Float64Array.from(picture.values).sort();
  const ink = sorted[Math.floor(sorted.length * INK_SHARE)] ?? 0;
  const paper = sorted[Math.floor(sorted.length * PAPER_SHARE)] ?? 255;
  if (paper - ink < LEAST_CONTRAST) return picture;
  const values = picture.values.map((grey) => Math.min(255, Math.max(0, ((grey - ink) / (paper - ink)) * 255)));
  return { ...picture, values };
}

function decoded(bytes: Uint8Array): Picture | undefined {
  const kind = fileKind(bytes);
  if (!kind.taken || kind.type === 'application/pdf' || bytes.length > MOST_BYTES) return undefined;
  try {
    return kind.type === 'image/png' ? decodePng(bytes) : decodeJpeg(bytes);
  } catch (error) {
    if (error instanceof ScanFault) return undefined;
    throw error;
  }
}

/**
 * A crop of an identity paper as it is printed in a line: a square in grey on white, upright, without transparency, as a
 * PNG of a few kB; the same crop gives the same bytes. Undefined when the bytes are no PNG or JPEG that can be read, or
 * far more than one character.
 */
export function characterPicture(bytes: Uint8Array): Uint8Array | undefined {
  const picture = decoded(bytes);
  if (picture === undefined || picture.width * picture.height > MOST_PIXELS) return undefined;
  const orientation = bytes[0] === 0xff ? exifOrientation(bytes) : 1;
  const square = squared(levelled(uprightGrey(picture, orientation)));
  const png = new PNG({ width: EDGE, height: EDGE });
  square.forEach((grey, at) => {
    png.data.fill(Math.round(grey), at * 4, at * 4 + 3);
    png.data[at * 4 + 3] = 255;
  });
  return PNG.sync.write(png, { colorType: 0, inputColorType: 6, inputHasAlpha: true });
}
