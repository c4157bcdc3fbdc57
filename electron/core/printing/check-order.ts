import type { PageRange, PrintOrder, PrintProblem } from './print-port';
import { printProblem } from './print-problems';

const MOST_COPIES = 99;
/** CUPS cuts a job's name at 255 bytes; a Chinese character has three. */
const LONGEST_TITLE = 80;

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;

function rangesFit(pages: readonly PageRange[], pageCount: number): boolean {
  let before = 0;
  for (const { from, to } of pages) {
    if (!isCount(from) || !isCount(to) || from <= before || to < from || to > pageCount) return false;
    before = to;
  }
  return pages.length > 0;
}

/** `%PDF-` within the first kilobyte, as readers accept it (ISO 32000-1 annex H, implementation note 13). */
const isPdf = (pdf: Uint8Array): boolean => Buffer.from(pdf.subarray(0, 1024)).includes('%PDF-');

/** Every reason why an order cannot be carried out as it stands; an empty answer means that it can. */
export function checkOrder(pdf: Uint8Array, order: PrintOrder): readonly PrintProblem[] {
  const problems: PrintProblem[] = [];
  if (!isPdf(pdf) || !isCount(order.pageCount)) problems.push(printProblem('not-a-document'));
  if (!isCount(order.copies) || order.copies > MOST_COPIES) problems.push(printProblem('bad-copies'));
  if (order.pages !== undefined && !rangesFit(order.pages, order.pageCount)) problems.push(printProblem('bad-pages'));
  return problems;
}

/** Ranges as CUPS and SumatraPDF write them: `1-3,5`. */
export const rangesAsText = (pages: readonly PageRange[]): string =>
  pages.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');

/** A title without control characters, short enough for every queue. */
export const cleanTitle = (title: string): string =>
  // The cut may go through a rare character, half of which is none.
  title
    .replace(/\p{C}+/gu, ' ')
    .slice(0, LONGEST_TITLE)
    .replace(/\p{Cs}$/u, '')
    .trim();
