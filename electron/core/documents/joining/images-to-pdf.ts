import { documentWriter } from './document-writer';
import { jpegFacts, type Orientation } from './jpeg-facts';
import { memorySink } from './memory-sink';
import type { ObjectOutput } from './object-output';
import { combined, type Box, type Matrix } from './page-box';
import { boxText } from './page-content';
import { latin1, numberText } from './pdf-text';
import { pngPicture } from './png-picture';

/** A picture as it was taken or scanned. */
export interface ScanImage {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg' | 'image/png';
}

/** The pages, or which picture cannot be read: broken, cut off, or of a kind that is not taken. `image` counts from 0. */
export type ImagesPdf =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly fault: 'damaged-image'; readonly image: number }
  | { readonly ok: false; readonly fault: 'no-images' };

const MILLIMETRE = 72 / 25.4;
const [SHORT, LONG] = [210 * MILLIMETRE, 297 * MILLIMETRE];
const MARGIN = 15 * MILLIMETRE;
/** Between two pictures on one page. */
const GAP = 10 * MILLIMETRE;

/** A picture in the file: the object's number, and its size once upright. */
interface Placeable {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Brings the unit square of the stored picture to the unit square of the upright one. */
  readonly upright: Matrix;
}

/** How the unit square is turned and mirrored for each orientation of EXIF. */
const UPRIGHT: Readonly<Record<Orientation, Matrix>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

const SPACES = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' } as const;

async function writeImage(output: ObjectOutput, image: ScanImage): Promise<Placeable | undefined> {
  const head = (width: number, height: number, components: 1 | 3 | 4): string =>
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace${SPACES[components]}`;
  if (image.type === 'image/jpeg') {
    const facts = jpegFacts(image.bytes);
    if (facts === undefined) return undefined;
    const { width, height, components, adobe, orientation } = facts;
    const inverted = components === 4 && adobe ? '/Decode [1 0 1 0 1 0 1 0]' : '';
    const number = output.reserve();
    await output.stream(number, `${head(width, height, components)}/Filter/DCTDecode${inverted}`, image.bytes);
    const size = orientation >= 5 ? { width: height, height: width } : { width, height };
    return { number, ...size, upright: UPRIGHT[orientation] };
  }
  const picture = pngPicture(image.bytes);
  if (picture === undefined) return undefined;
  const { width, height, components, contents } = picture;
  const predictor = `/DecodeParms <</Predictor 15/Colors ${components}/Columns ${width}>>`;
  const number = output.reserve();
  await output.stream(number, `${head(width, height, components)}/Filter/FlateDecode${predictor}`, contents);
  return { number, width, height, upright: UPRIGHT[1] };
}

/** The places for pictures on a page of this size, from the top. */
function places(width: number, height: number, perPage: 1 | 2): readonly Box[] {
  const [left, right, top] = [MARGIN, width - MARGIN, height - MARGIN];
  if (perPage === 1) return [[left, MARGIN, right, top]];
  const each = (height - 2 * MARGIN - GAP) / 2;
  return [
    [left, top - each, right, top],
    [left, MARGIN, right, MARGIN + each],
  ];
}

/** As large as fits, in the middle of its place. */
function placed(image: Placeable, [left, bottom, right, top]: Box): Matrix {
  const scale = Math.min((right - left) / image.width, (top - bottom) / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const at: Matrix = [width, 0, 0, height, (left + right - width) / 2, (bottom + top - height) / 2];
  return combined(image.upright, at);
}

/**
 * Lays pictures on A4 pages, one or two on each, upright and as large as fits inside margins of 15 mm: scans, and both
 * sides of an identity paper. With one a page, the page lies on its side for a picture that is wider than high. JPEG
 * goes in as it is, PNG without loss, on white. The same pictures give the same bytes; the file bears no date.
 */
export async function imagesToPdf(
  images: readonly ScanImage[],
  { perPage }: { readonly perPage: 1 | 2 },
): Promise<ImagesPdf> {
  const sink = memorySink();
  const writer = documentWriter(sink);
  const { output } = writer;
  let pages = 0;
  for (let first = 0; first < images.length; first += perPage) {
    const onPage: Placeable[] = [];
    for (const [index, image] of images.slice(first, first + perPage).entries()) {
      const written = await writeImage(output, image);
      if (written === undefined) return { ok: false, fault: 'damaged-image', image: first + index };
      onPage.push(written);
    }
    const lying = perPage === 1 && onPage.some(({ width, height }) => width > height);
    const [width, height] = lying ? [LONG, SHORT] : [SHORT, LONG];
    const spots = places(width, height, perPage);
    let program = '';
    onPage.forEach((image, index) => {
      const spot = spots[index];
      if (spot) program += `q ${placed(image, spot).map(numberText).join(' ')} cm /Image${index} Do Q\n`;
    });
    const names = onPage.map(({ number }, index) => `/Image${index} ${number} 0 R`).join(' ');
    await writer.page(async (parent) => {
      const [page, contents] = [output.reserve(), output.reserve()];
      await output.stream(contents, '', latin1(program));
      const box = boxText([0, 0, width, height]);
      const resources = `/Resources <</XObject <<${names}>>>>/Contents ${contents} 0 R`;
      await output.object(page, `<</Type/Page/Parent ${parent} 0 R/MediaBox ${box}${resources}>>`);
      return page;
    });
    pages += 1;
  }
  if (pages === 0) return { ok: false, fault: 'no-images' };
  const facts = { title: '', author: '', subject: '', created: undefined };
  await writer.end({ facts, bookmarks: [], extra: '', archive: false });
  return { ok: true, pdf: sink.bytes(), pages };
}
