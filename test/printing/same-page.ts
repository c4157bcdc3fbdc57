import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * Laying a page on the paper moves it by less than a thousandth of a point, which shades hairlines anew. This much of a
 * difference is overlooked; one changed figure of a text is not (a test says so).
 */
const THRESHOLD = 0.3;
const MOST_PIXELS = 3;

/** What a printed page turned out to be. */
type Seen = number | 'blank' | 'something else';

function same(a: PNG, b: PNG): boolean {
  if (a.width !== b.width || a.height !== b.height) return false;
  if (a.data.equals(b.data)) return true;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: THRESHOLD }) <= MOST_PIXELS;
}

const isBlank = ({ data }: PNG): boolean => data.every((value) => value === 255);

/** Recognises printed pages (pictures as pdftoppm makes them) as pages of the document that was sent, counted from 1. */
export function recogniser(sent: readonly Buffer[]): (printed: readonly Buffer[]) => readonly Seen[] {
  const originals = sent.map((page) => PNG.sync.read(page));
  return (printed) =>
    printed.map((page) => {
      const picture = PNG.sync.read(page);
      const found = originals.findIndex((original) => same(original, picture));
      if (found !== -1) return found + 1;
      return isBlank(picture) ? 'blank' : 'something else';
    });
}
