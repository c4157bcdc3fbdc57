/** Entry of the first EXIF directory that says how the picture is turned. */
const ORIENTATION = 0x0112;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;

/** The orientation, 1 to 8, in an EXIF block that begins with its TIFF header; 1 when it says nothing usable. */
function orientationIn(tiff: Buffer): number {
  if (tiff.length < 14) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const word = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < word(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (word(at) === ORIENTATION) {
      const value = word(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** How a JPEG must be turned to stand upright, as EXIF says (1 to 8; 1 for none). */
export function exifOrientation(content: Uint8Array): number {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  let at = 2;
  while (at + 10 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (bytes[at + 1] === APP1 && bytes.toString('latin1', at + 4, at + 8) === 'Exif')
      return orientationIn(bytes.subarray(at + 10, end));
    at = end;
  }
  return 1;
}

/** The pixel as stored that stands at (x, y) of the upright picture; `width` and `height` are those of the stored one. */
export function storedPixel(
  orientation: number,
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [width - 1 - x, y];
    case 3:
      return [width - 1 - x, height - 1 - y];
    case 4:
      return [x, height - 1 - y];
    case 5:
      return [y, x];
    case 6:
      return [y, height - 1 - x];
    case 7:
      return [width - 1 - y, height - 1 - x];
    case 8:
      return [width - 1 - y, x];
    default:
      return [x, y];
  }
}
