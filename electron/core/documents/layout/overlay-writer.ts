import { fontChainOf } from '../fonts/font-chain';
import type { FontSource } from '../fonts/font-source';
import { joinToBytes } from '../joining/join-pdfs';
import type { PdfNode } from './pdf-nodes';
import { writeMarks } from './pdf-writer';
import { textSetter, type TextSetter } from './text-setter';

/** Width and height of a page as it is seen, in points. */
export interface SeenSize {
  readonly width: number;
  readonly height: number;
}

/** Nothing of an overlay tells a time: the file that takes it in has its own. */
const TIMELESS = '2000-01-01T00:00:00Z';

/**
 * A PDF of marks to be laid over other pages: one page for each size, drawn by `draw` (page from 0). The same arguments give
 * the same bytes.
 */
export async function overlayPdf(
  sizes: readonly SeenSize[],
  draw: (page: number, size: SeenSize, setter: TextSetter) => PdfNode,
  fonts: FontSource,
): Promise<Uint8Array> {
  const chain = fontChainOf(fonts);
  const setter = textSetter(chain);
  const runs: { from: number; count: number; size: SeenSize }[] = [];
  sizes.forEach((size, page) => {
    const last = runs.at(-1);
    if (last?.size.width === size.width && last.size.height === size.height) last.count += 1;
    else runs.push({ from: page, count: 1, size });
  });
  const pieces: Uint8Array[] = [];
  for (const { from, count, size } of runs) {
    pieces.push(await writeMarks(size, count, (page) => draw(from + page, size, setter), TIMELESS, chain));
  }
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  const facts = { title: '', author: '', subject: '', createdAt: TIMELESS, pdfa: true };
  return (
    await joinToBytes(
      pieces.map((pdf) => ({ pdf })),
      facts,
    )
  ).pdf;
}
