import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page; points, x from the left and y from the foot to the baseline. */
export interface DrawnPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Top and bottom margin of the forms in points (25.4 mm); what stands in them is no text of the case. */
const MARGIN = 72;

/** Pieces of each page that begin inside its margins (the mark for the seal across the edges does not), in the order in which they are drawn, as pdf.js reads them. */
export async function drawnPieces(pdf: Uint8Array): Promise<readonly (readonly DrawnPiece[])[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const document = await task.promise;
  const pages: DrawnPiece[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(
      items
        .flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
        .map((item) => {
          const [, , , size, x, y] = item.transform as readonly number[];
          return { text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: Math.abs(size ?? 0) };
        })
        .filter(({ x, y }) => x < right - MARGIN && y > MARGIN - 4 && y < top - MARGIN),
    );
  }
  await task.destroy();
  return pages;
}

/** Text inside the margins of all pages in the order of drawing, without white space. */
export async function drawnText(pdf: Uint8Array): Promise<string> {
  const pages = await drawnPieces(pdf);
  return pages
    .flatMap((pieces) => pieces.map((piece) => piece.text))
    .join('')
    .replace(/\s/gu, '');
}

/** Pairs of pieces of one page that are drawn over each other, and pieces outside the sheet's text area. */
export async function misplaced(pdf: Uint8Array, left: number, right: number): Promise<readonly string[]> {
  const pages = await drawnPieces(pdf);
  return pages.flatMap((pieces, index) => {
    const outside = pieces.filter(({ x, width }) => x < left - 1 || x + width > right + 1);
    const overlapping = pieces.flatMap((a, at) =>
      pieces
        .slice(at + 1)
        .filter((b) => {
          const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
          const down = Math.min(a.y + a.size * 0.8, b.y + b.size * 0.8) - Math.max(a.y, b.y);
          return across > 1 && down > 1;
        })
        .map((b) => `page ${index + 1}: “${a.text}” and “${b.text}” overlap`),
    );
    return [...outside.map(({ text }) => `page ${index + 1}: “${text}” is outside`), ...overlapping];
  });
}
