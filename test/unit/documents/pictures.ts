import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const approvedFolder = path.resolve(import.meta.dirname, '../../fixtures/documents/approved');
const RESOLUTION = 72;
/** Pixels of a page that may be drawn differently: less than one changed figure makes. */
const TOLERANCE = 3;

/** The pages of a PDF as pictures of 72 dots an inch, made by poppler's pdftoppm. */
export function pagesAsPictures(pdf: Uint8Array, resolution = RESOLUTION): readonly Buffer[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  try {
    const file = path.join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-r', String(resolution), '-png', file, path.join(folder, 'page')]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
    const numberOf = (name: string): number => Number(/\d+/u.exec(name)?.[0]);
    return names.sort((a, b) => numberOf(a) - numberOf(b)).map((name) => readFileSync(path.join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page as drawn: three bytes a dot, red, green and blue. */
export interface DrawnDots {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** The pages of a PDF as dots, as poppler draws them: without packing them as PNG and unpacking them again. */
export function pagesAsDots(pdf: Uint8Array, resolution: number): readonly DrawnDots[] {
  const drawn = execFileSync('pdftoppm', ['-r', String(resolution), '-'], { input: pdf, maxBuffer: 1 << 30 });
  const pages: DrawnDots[] = [];
  for (let at = 0; at < drawn.length;) {
    const [head = '', width, height] =
      /^P6\n(\d+) (\d+)\n255\n/u.exec(drawn.subarray(at, at + 40).toString('latin1')) ?? [];
    if (head === '') throw new Error('pdftoppm wrote something else than PPM');
    const size = { width: Number(width), height: Number(height) };
    const from = at + head.length;
    at = from + size.width * size.height * 3;
    pages.push({ ...size, rgb: drawn.subarray(from, at) });
  }
  return pages;
}

function differenceOf(picture: Buffer, approved: Buffer): string | undefined {
  const [now, before] = [PNG.sync.read(picture), PNG.sync.read(approved)];
  if (now.width !== before.width || now.height !== before.height) return 'has another size';
  const pixels = pixelmatch(now.data, before.data, undefined, now.width, now.height, { threshold: 0.15 });
  return pixels > TOLERANCE ? `differs in ${pixels} pixels` : undefined;
}

/**
 * Compares the pages of a PDF with the approved pictures `test/fixtures/documents/approved/<name>-<page>.png` and says
 * what differs; an empty answer means that the document looks as approved. With UPDATE_APPROVED=1 the pictures are
 * written instead: look at them before they are committed.
 */
export function comparePdf(pdf: Uint8Array, name: string): readonly string[] {
  const pages = pagesAsPictures(pdf);
  const fileOf = (page: number): string => path.join(approvedFolder, `${name}-${page}.png`);
  if (process.env['UPDATE_APPROVED'] === '1') {
    mkdirSync(approvedFolder, { recursive: true });
    for (let page = 1; existsSync(fileOf(page)); page += 1) rmSync(fileOf(page));
    pages.forEach((picture, index) => writeFileSync(fileOf(index + 1), picture));
    return [];
  }
  const found = pages.flatMap((picture, index) => {
    const file = fileOf(index + 1);
    const difference = existsSync(file) ? differenceOf(picture, readFileSync(file)) : 'has no approved picture';
    return difference === undefined ? [] : [`${name} page ${index + 1} ${difference}`];
  });
  return existsSync(fileOf(pages.length + 1)) ? [...found, `${name} has lost pages after ${pages.length}`] : found;
}
