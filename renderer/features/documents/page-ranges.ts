/** Pages `from` to `to`, both included, counted from 1. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The pages that were typed as `1-2,4`, in full-width or half-width signs; empty means all, as
 * do ranges that name every page. Null when it cannot be read, or
 * when the pages do not rise, overlap or lie outside a document of `pages` pages.
 */
export function readPageRanges(text: string, pages: number): readonly PageRange[] | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '');
  if (plain === '') return [];
  const ranges: PageRange[] = [];
  for (const part of plain.split(/[,、;]/u)) {
    const [, first, last] = /^(\d{1,5})(?:[-–—~至](\d{1,5}))?$/u.exec(part) ?? [];
    if (first === undefined) return null;
    const range = { from: Number(first), to: Number(last ?? first) };
    const before = ranges.at(-1)?.to ?? 0;
    if (range.from <= before || range.to < range.from || range.to > pages) return null;
    ranges.push(range);
  }
  const covered = ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return covered === pages ? [] : ranges;
}

/** Pages in words, as they are typed: `1-2,4`. */
export const pagesInWords = (ranges: readonly PageRange[]): string =>
  ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
