/** How a picture must be turned to stand upright: the values of EXIF's Orientation, 1 upright (CIPA DC-008, 4.6.4). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What the markers of a JPEG tell. Width and height are of the stored picture, before it is turned. */
export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3 | 4;
  /** Adobe's four-colour JPEGs store the colours inverted. */
  readonly adobe: boolean;
  readonly orientation: Orientation;
}

const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const SCAN = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;
const ORIENTATION_TAG = 0x0112;

/** The orientation in an EXIF segment（方向）; 1 wherever it cannot be read. */
function orientationIn(segment: Buffer): Orientation {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const long = (at: number): number =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = long(4);
  const entries = short(directory);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (short(at) !== ORIENTATION_TAG) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** Reads a baseline, extended or progressive JPEG of eight bits; nothing for any other file or one that was cut off. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined;
  let orientation: Orientation = 1;
  let adobe = false;
  let frame: Pick<JpegFacts, 'width' | 'height' | 'components'> | undefined;
  for (let at = 2; at + 4 <= data.length;) {
    if (data[at] !== 0xff) return undefined;
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const segment = data.subarray(at + 4, at + 2 + data.readUInt16BE(at + 2));
    if (marker === APP1 && orientation === 1) orientation = orientationIn(segment);
    if (marker === APP14 && segment.toString('latin1', 0, 5) === 'Adobe') adobe = true;
    if (FRAMES.has(marker) && segment.length >= 6) {
      const components = segment[5];
      if (segment[0] !== 8 || (components !== 1 && components !== 3 && components !== 4)) return undefined;
      frame = { height: segment.readUInt16BE(1), width: segment.readUInt16BE(3), components };
    }
    if (marker === SCAN) {
      const whole = data.indexOf(Buffer.from([0xff, 0xd9]), at) !== -1;
      return whole && frame && frame.width > 0 && frame.height > 0 ? { ...frame, adobe, orientation } : undefined;
    }
    at += 4 + segment.length;
    if (data.readUInt16BE(at - segment.length - 2) < 2) return undefined;
  }
  return undefined;
}
