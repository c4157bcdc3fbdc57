import { zlibSync } from 'fflate';
import { PNG } from 'pngjs';

/** The points of a PNG as a stream of PDF: eight bits a colour, compressed with the predictor Up of PNG. */
export interface PngPicture {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
  readonly contents: Uint8Array;
}

/** Points of the largest picture that is taken, about four of a page scanned at 600 dots an inch. */
const MOST_POINTS = 150_000_000;
const SIGNATURE = '89504e470d0a1a0a';
const PREDICTOR_UP = 2;

/** Width and height as the header tells, so that a small file that claims to be enormous is refused unread. */
function sizeOf(data: Buffer): readonly [width: number, height: number] | undefined {
  if (data.length < 33 || data.toString('hex', 0, 8) !== SIGNATURE) return undefined;
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  return width > 0 && height > 0 && width * height <= MOST_POINTS ? [width, height] : undefined;
}

/** A colour laid on white paper as far as it covers it. */
const onWhite = (value: number, alpha: number): number => Math.round((value * alpha + 255 * (255 - alpha)) / 255);

/** Decodes a PNG, what is transparent in it laid on white; nothing for a file that is none, broken or too large. */
export function pngPicture(bytes: Uint8Array): PngPicture | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (sizeOf(data) === undefined) return undefined;
  let picture: PNG;
  try {
    picture = PNG.sync.read(data);
  } catch {
    return undefined;
  }
  const { width, height, data: points } = picture;
  let grey = true;
  for (let at = 0; grey && at < points.length; at += 4) {
    grey = points[at] === points[at + 1] && points[at] === points[at + 2];
  }
  const components = grey ? 1 : 3;
  const row = width * components;
  const lines = new Uint8Array((row + 1) * height);
  let [above, line] = [new Uint8Array(row), new Uint8Array(row)];
  for (let y = 0; y < height; y += 1) {
    const start = y * (row + 1);
    lines[start] = PREDICTOR_UP;
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      for (let colour = 0; colour < components; colour += 1) {
        const value = onWhite(points[from + colour] ?? 0, points[from + 3] ?? 0);
        const at = x * components + colour;
        line[at] = value;
        lines[start + 1 + at] = value - (above[at] ?? 0);
      }
    }
    [above, line] = [line, above];
  }
  return { width, height, components, contents: zlibSync(lines) };
}
