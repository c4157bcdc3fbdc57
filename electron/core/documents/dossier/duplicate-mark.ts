import type { FontSource } from '../fonts/font-source';
import { joinToBytes } from '../joining/join-pdfs';
import { readPdf } from '../joining/open-pdf';
import { overlayPdf, type SeenSize } from '../layout/overlay-writer';
import { INK, SIZE, mm } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** 副本 in a frame at the head of the page, left, clear of the sample mark and of the dossier's page number. */
function mark(_page: number, _size: SeenSize, setter: TextSetter): PdfNode {
  const [x, y, width, height] = [mm(12), mm(10), 52, 24];
  const text = '副　本';
  const setting = { size: SIZE.text, bold: true } as const;
  return {
    stack: [
      {
        canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: height, r: 2, lineWidth: 1, lineColor: INK.sample }],
        relativePosition: { x, y },
      },
      {
        stack: setter.lines(text, { ...setting, leading: 17, width: width + 10, color: INK.sample }),
        relativePosition: { x: x + (width - setter.width(text, setting)) / 2, y: y + 3 },
      },
    ],
  };
}

/**
 * The same pages, each marked 副本: what is printed again after paper was confirmed (domain.md 8.6 O5). The pages below the
 * mark are those of the issue; the same bytes in give the same bytes out. Throws when `pdf` is no PDF of ours.
 */
export async function markDuplicate(pdf: Uint8Array, fonts: FontSource): Promise<Uint8Array> {
  const read = await readPdf(pdf);
  if (!read.ok) throw new Error(`an issued document is ${read.fault}`);
  const overlay = await overlayPdf(read.sizes, mark, fonts);
  const joined = await joinToBytes([{ pdf, overlay }], {
    title: '副本',
    author: 'Mediation Room',
    subject: '',
    createdAt: '2000-01-01T00:00:00Z',
  });
  return joined.pdf;
}
