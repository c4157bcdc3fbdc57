import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';

/**
 * A crop of an identity card as a camera sees it: a tinted ground, and a dark sign that no font has: a frame with a bar,
 * heavier at its top, so that a turn is seen. Grey of the ground 190 to 205.
 */
function crop(width: number, height: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [across, down] = [x / width, y / height];
      const frame = Math.min(across, down, 1 - across, 1 - down);
      const ink = (frame > 0.08 && frame < 0.16) || (down > 0.16 && down < 0.34 && across > 0.1 && across < 0.9);
      const ground = 190 + ((x * 7 + y * 13) % 16);
      rgba.set(ink ? [40, 38, 45] : [ground - 10, ground, ground + 8], (y * width + x) * 4);
    }
  }
  return rgba;
}

/** The crop as a PNG. */
export function cropPng(width = 90, height = 90): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(crop(width, height));
  return new Uint8Array(PNG.sync.write(png));
}

/** The crop as a JPEG; with an EXIF orientation when one is given. */
export function cropJpeg(width = 90, height = 90, orientation?: number): Uint8Array {
  const jpeg = encode({ width, height, data: crop(width, height) }, 90).data;
  if (orientation === undefined) return new Uint8Array(jpeg);
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 8 + tiff.length, ...Buffer.from('Exif\0\0', 'latin1')]);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, tiff, jpeg.subarray(2)]));
}
