import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { DrawnDots } from '../unit/documents/pictures';

const approved = path.resolve(import.meta.dirname, '../fixtures/documents/approved/matrix');

/** Dots an inch: every character of the text still changes some dots, and all pages together stay small. */
export const RESOLUTION = 54;
/** Dots of a page that may be drawn differently: less than one changed figure makes. */
const TOLERANCE = 3;
/** Nine steps of grey, which compress well; a dot that falls into the next step is no difference yet. */
const STEP = 255 / 8;

/** A page in steps of grey. */
function grey({ width, height, rgb }: DrawnDots): PNG {
  const page = new PNG({ width, height });
  const { data } = page;
  for (let from = 0, at = 0; from < rgb.length; from += 3, at += 4) {
    const light = 0.3 * (rgb[from] ?? 0) + 0.59 * (rgb[from + 1] ?? 0) + 0.11 * (rgb[from + 2] ?? 0);
    // A byte drops what is behind the point.
    data[at] = data[at + 1] = data[at + 2] = Math.round(light / STEP) * STEP;
    data[at + 3] = 255;
  }
  return page;
}

function differenceOf(now: PNG, file: string): string | null {
  if (!existsSync(file)) return 'has no approved picture';
  const before = PNG.sync.read(readFileSync(file));
  if (now.width !== before.width || now.height !== before.height) return 'has another size';
  // As good as always: nothing to count.
  if (now.data.equals(before.data)) return null;
  const dots = pixelmatch(now.data, before.data, undefined, now.width, now.height, {
    threshold: 0.15,
    // At this resolution most of a figure is its soft edge.
    includeAA: true,
  });
  return dots > TOLERANCE ? `differs in ${dots} dots` : null;
}

/**
 * Compares pages (dots by name) with `test/fixtures/documents/approved/matrix/<folder>/<name>.png` and says what
 * differs, what was never approved and what is gone. With UPDATE_APPROVED=1 the folder is written anew instead: look at
 * the pictures before they are committed.
 */
export function compareWithApproved(folder: string, pages: ReadonlyMap<string, DrawnDots>): readonly string[] {
  const place = path.join(approved, folder);
  const fileOf = (name: string): string => path.join(place, `${name}.png`);
  if (process.env['UPDATE_APPROVED'] === '1') {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    for (const [name, picture] of pages) {
      writeFileSync(fileOf(name), PNG.sync.write(grey(picture), { colorType: 0, inputColorType: 6, deflateLevel: 9 }));
    }
    return [];
  }
  const found = [...pages].flatMap(([name, picture]) => {
    const difference = differenceOf(grey(picture), fileOf(name));
    return difference === null ? [] : [`${name} ${difference}`];
  });
  const lost = (existsSync(place) ? readdirSync(place) : [])
    .map((file) => path.basename(file, '.png'))
    .filter((name) => !pages.has(name))
    .map((name) => `${name} is approved and was not made`);
  return [...found, ...lost];
}
