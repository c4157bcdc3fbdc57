import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { imagesToPdf, type ScanImage } from '../../../../electron/core/documents/joining/images-to-pdf';
import { readPdf } from '../../../../electron/core/documents/joining/open-pdf';
import { pagesAsPictures } from '../pictures';
import { expectSound } from './support';

type Paint = (x: number, y: number) => readonly [number, number, number, number];

/** Red at the upper left, green at the upper right, blue below: no turn or mirror leaves it as it was. */
const quarters =
  (width: number, height: number): Paint =>
  (x, y) =>
    y >= height / 2 ? [0, 0, 255, 255] : x < width / 2 ? [255, 0, 0, 255] : [0, 255, 0, 255];

function points(width: number, height: number, paint: Paint): Buffer {
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at += 1) data.set(paint(at % width, Math.floor(at / width)), at * 4);
  return data;
}

function png(width: number, height: number, paint = quarters(width, height)): ScanImage {
  const picture = new PNG({ width, height });
  points(width, height, paint).copy(picture.data);
  return { bytes: PNG.sync.write(picture), type: 'image/png' };
}

/** A JPEG whose EXIF says how it must be turned. */
function photo(width: number, height: number, orientation: number, paint = quarters(width, height)): ScanImage {
  const { data } = jpeg.encode({ width, height, data: points(width, height, paint) }, 95);
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
  return { bytes: Buffer.concat([data.subarray(0, 2), segment, data.subarray(2)]), type: 'image/jpeg' };
}

async function pagesOf(images: readonly ScanImage[], perPage: 1 | 2): Promise<readonly PNG[]> {
  const made = await imagesToPdf(images, { perPage });
  if (!made.ok) throw new Error(made.fault);
  expectSound(made.pdf);
  return pagesAsPictures(made.pdf).map((picture) => PNG.sync.read(picture));
}

function colourAt(page: PNG | undefined, across: number, down: number): string {
  if (page === undefined) throw new Error('there is no such page');
  const at = (Math.round(down * page.height) * page.width + Math.round(across * page.width)) * 4;
  const [red = 0, green = 0, blue = 0] = page.data.subarray(at, at + 3);
  const high = (value: number): boolean => value > 180;
  if (high(red) && high(green) && high(blue)) return 'white';
  return high(red) ? 'red' : high(green) ? 'green' : high(blue) ? 'blue' : 'dark';
}

/** The first and last column and line that are not white. */
function extent({ width, height, data }: PNG): readonly [number, number, number, number] {
  const marked = Array.from({ length: width * height }, (_, at) => at).filter((at) => {
    const [red = 255, green = 255, blue = 255] = data.subarray(at * 4, at * 4 + 3);
    return Math.min(red, green, blue) < 128;
  });
  const [xs, ys] = [marked.map((at) => at % width), marked.map((at) => Math.floor(at / width))];
  const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return [least(xs), most(xs), least(ys), most(ys)];
}

describe('pictures on A4', () => {
  it('fill what the margins of 15 mm leave, upright', async () => {
    const [page] = await pagesOf([png(180, 267)], 1);
    expect([page?.width, page?.height]).toEqual([596, 842]);
    if (!page) throw new Error('a page is made');
    // 15 mm are 42.5 points.
    const [left, right, top, bottom] = extent(page);
    expect([left, right, top, bottom].map((value) => Math.abs(value))).toEqual([42, 552, 42, 799]);
    expect([colourAt(page, 0.2, 0.2), colourAt(page, 0.8, 0.2), colourAt(page, 0.5, 0.8)]).toEqual([
      'red',
      'green',
      'blue',
    ]);
  });

  it('turn the page for a wide picture that has it alone', async () => {
    const [page] = await pagesOf([png(267, 180)], 1);
    expect([page?.width, page?.height]).toEqual([842, 596]);
  });

  it('stand two on a page, the first above, the last one alone', async () => {
    const grey: Paint = () => [90, 90, 90, 255];
    const pages = await pagesOf([png(160, 100), png(160, 100, grey), photo(160, 100, 1)], 2);
    expect(pages.map((page) => [page.width, page.height])).toEqual([
      [596, 842],
      [596, 842],
    ]);
    expect([colourAt(pages[0], 0.3, 0.2), colourAt(pages[0], 0.3, 0.75), colourAt(pages[0], 0.5, 0.5)]).toEqual([
      'red',
      'dark',
      'white',
    ]);
    expect([colourAt(pages[1], 0.3, 0.2), colourAt(pages[1], 0.3, 0.75)]).toEqual(['red', 'white']);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('are turned as EXIF orientation %i says', async (orientation) => {
    const [width, height] = [120, 160];
    const upright = quarters(width, height);
    const [w, h] = [width - 1, height - 1];
    // Where in the upright picture a stored point belongs (CIPA DC-008, table 'Orientation').
    const stored: Record<number, (x: number, y: number) => readonly [number, number]> = {
      1: (x, y) => [x, y],
      2: (x, y) => [w - x, y],
      3: (x, y) => [w - x, h - y],
      4: (x, y) => [x, h - y],
      5: (x, y) => [y, x],
      6: (x, y) => [w - y, x],
      7: (x, y) => [w - y, h - x],
      8: (x, y) => [y, h - x],
    };
    const swapped = orientation >= 5;
    const paint: Paint = (x, y) => upright(...(stored[orientation]?.(x, y) ?? [x, y]));
    const image = photo(swapped ? height : width, swapped ? width : height, orientation, paint);
    const [page] = await pagesOf([image], 1);
    expect([page?.width, page?.height]).toEqual([596, 842]);
    expect([colourAt(page, 0.2, 0.3), colourAt(page, 0.8, 0.3), colourAt(page, 0.5, 0.7)]).toEqual([
      'red',
      'green',
      'blue',
    ]);
  });

  it('show what is transparent as white paper', async () => {
    const half: Paint = (x) => [0, 0, 255, x < 50 ? 0 : 255];
    const [page] = await pagesOf([png(100, 140, half)], 1);
    expect([colourAt(page, 0.3, 0.5), colourAt(page, 0.7, 0.5)]).toEqual(['white', 'blue']);
  });

  it('give the same bytes again, and a PDF that can be joined', async () => {
    const images = [png(50, 70), photo(70, 50, 6)];
    const [first, again] = [await imagesToPdf(images, { perPage: 2 }), await imagesToPdf(images, { perPage: 2 })];
    expect(again).toEqual(first);
    expect(first.ok && (await readPdf(first.pdf))).toMatchObject({ ok: true, pages: 1 });
  });

  it('name the picture that cannot be read', async () => {
    const whole = photo(400, 300, 1);
    const damaged: readonly ScanImage[] = [
      { bytes: whole.bytes.slice(0, whole.bytes.length / 2), type: 'image/jpeg' },
      { bytes: png(200, 200).bytes.slice(0, 300), type: 'image/png' },
      { bytes: png(20, 20).bytes, type: 'image/jpeg' },
      { bytes: new Uint8Array(), type: 'image/png' },
    ];
    for (const bad of damaged) {
      expect(await imagesToPdf([png(9, 9), bad], { perPage: 1 })).toEqual({
        ok: false,
        fault: 'damaged-image',
        image: 1,
      });
    }
    const huge = Buffer.from(png(9, 9).bytes);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    expect(await imagesToPdf([{ bytes: huge, type: 'image/png' }], { perPage: 1 })).toMatchObject({ image: 0 });
    expect(await imagesToPdf([], { perPage: 1 })).toEqual({ ok: false, fault: 'no-images' });
  });
});
