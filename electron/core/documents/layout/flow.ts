import type { PdfNode, TextNode } from './pdf-nodes';

/** A piece of a document in reading order that a page break never divides. */
export interface FlowItem {
  readonly node: PdfNode;
  /** Lines of running text in it; 0 for tables and headings. */
  readonly textLines: number;
}

/** Lines of a paragraph in pieces: at least two lines stay together at its start and at its end. */
export function paragraphFlow(lines: readonly TextNode[]): readonly FlowItem[] {
  const groups =
    lines.length <= 3 ? [lines] : [lines.slice(0, 2), ...lines.slice(2, -2).map((line) => [line]), lines.slice(-2)];
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({ node: { stack: group, unbreakable: true }, textLines: group.length }));
}

/** A heading and the first piece after it on one page. */
export function withHeading(heading: readonly PdfNode[], items: readonly FlowItem[]): readonly FlowItem[] {
  const [first, ...rest] = items;
  const node: PdfNode = { stack: [...heading, ...(first ? [first.node] : [])], unbreakable: true };
  return [{ node, textLines: first?.textLines ?? 0 }, ...rest];
}

/** A heading before something too long to keep whole: goes to the next page when less than `needed` points follow it. */
export function headingWithRoom(heading: readonly PdfNode[], needed: number): FlowItem {
  return {
    node: {
      stack: [...heading, { stack: [], margin: [0, 0, 0, needed] }],
      unbreakable: true,
      margin: [0, 0, 0, -needed],
    },
    textLines: 0,
  };
}

/** Fewest lines of text that a page of signatures must carry, so that no signature stands alone (domain.md F12). */
const LINES_WITH_SIGNATURES = 3;

/** Where the lines that `bindToText` takes begin, and how many they are. */
function endOfText(items: readonly FlowItem[]): { readonly from: number; readonly lines: number } {
  let from = items.length;
  let lines = 0;
  while (lines < LINES_WITH_SIGNATURES) {
    const before = items[from - 1];
    if (before === undefined || before.textLines === 0) break;
    from -= 1;
    lines += before.textLines;
  }
  return { from, lines };
}

/** Lines of text that `bindToText` would bind, for reckoning the room that they take. */
export const linesToBind = (items: readonly FlowItem[]): number => endOfText(items).lines;

/**
 * Binds the last `LINES_WITH_SIGNATURES` lines of text, or more, to what must not stand alone. Takes pieces from the end
 * until the lines suffice, or a table stands before them: a form ends with that many lines of text after its tables.
 */
export function bindToText(items: readonly FlowItem[], bound: PdfNode): readonly FlowItem[] {
  const { from, lines } = endOfText(items);
  const node: PdfNode = { stack: [...items.slice(from).map((item) => item.node), bound], unbreakable: true };
  return [...items.slice(0, from), { node, textLines: lines }];
}
