import { execFileSync } from 'node:child_process';

/** A word as drawn: its text and its box in points, from the top left corner of the page. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which they were drawn. */
  readonly words: readonly Word[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (text: string): string =>
  text
    .replace(/&#(x?)([0-9a-fA-F]+);/gu, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex === '' ? 10 : 16)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => ENTITIES[name] ?? '');

/** Number of an attribute of an element as poppler writes it. */
const attribute = (element: string, name: string): number =>
  Number(new RegExp(`${name}="([-0-9.]+)"`, 'u').exec(element)?.[1] ?? Number.NaN);

/** The words of each page with their boxes, as poppler reads the content in its order. */
export function wordsOfPages(pdf: Uint8Array): readonly DrawnPage[] {
  const html = execFileSync('pdftotext', ['-raw', '-bbox', '-', '-'], { input: pdf, maxBuffer: 256 << 20 }).toString(
    'utf8',
  );
  return html
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: attribute(page, 'width'),
      height: attribute(page, 'height'),
      words: [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/gu)].map(([, box = '', text = '']) => ({
        text: plain(text).replace(/\s/gu, ''),
        left: attribute(box, 'xMin'),
        top: attribute(box, 'yMin'),
        right: attribute(box, 'xMax'),
        bottom: attribute(box, 'yMax'),
      })),
    }));
}
