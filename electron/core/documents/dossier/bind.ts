import type { FontSource } from '../fonts/font-source';
import { imagesToPdf } from '../joining/images-to-pdf';
import { joinToBytes, type JoinPart } from '../joining/join-pdfs';
import { readPdf } from '../joining/open-pdf';
import { overlayPdf, type SeenSize } from '../layout/overlay-writer';
import { mm } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';

/** One paper or scan to be bound. */
export interface BindPart {
  readonly content: Uint8Array;
  readonly type: 'application/pdf' | 'image/jpeg' | 'image/png';
  /** Where it shows among the bookmarks; none for a part that belongs to the one before. */
  readonly bookmark?: { readonly title: string; readonly level: 0 | 1 } | undefined;
  /** True when its pages bear the running number of the dossier (cover, contents and back cover do not). */
  readonly numbered: boolean;
}

/** What to bind. `createdAt` is an ISO 8601 instant with offset from the caller's clock. */
export interface BindOrder {
  readonly title: string;
  readonly author: string;
  readonly createdAt: string;
  readonly parts: readonly BindPart[];
}

/** The bound document. The same order gives the same bytes. */
export interface Bound {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** A scan that was taken in cannot be read as a PDF; `part` counts from 0. */
export class UnboundPart extends Error {
  override readonly name = 'UnboundPart';
  constructor(readonly part: number) {
    super(`part ${part + 1} cannot be bound`);
  }
}

/** The number of a page in the dossier: top right, away from the foot where each paper has its own (domain.md F02). */
const numberAt =
  (first: number) =>
  (page: number, { width }: SeenSize, setter: TextSetter): PdfNode => {
    const text = String(first + page);
    const setting = { size: 12, bold: true } as const;
    const x = width - mm(12) - setter.width(text, setting);
    return {
      stack: setter.lines(text, { ...setting, leading: 17, width: 60 }),
      relativePosition: { x, y: mm(8) },
    };
  };

/** The pages of a part; null for a picture that cannot be read. */
async function pagesOf({ content, type }: BindPart): Promise<Uint8Array | null> {
  if (type === 'application/pdf') return content;
  const made = await imagesToPdf([{ bytes: content, type }], { perPage: 1 });
  return made.ok ? made.pdf : null;
}

/**
 * Binds papers and scans into one PDF（卷宗）: in the order given, pictures on A4 pages, a bookmark a part, the running number
 * on the pages of the parts that are numbered. Throws UnboundPart when a part cannot be read.
 */
export async function bind(order: BindOrder, fonts: FontSource): Promise<Bound> {
  let next = 1;
  const parts: JoinPart[] = [];
  for (const [index, part] of order.parts.entries()) {
    const pdf = await pagesOf(part);
    const read = pdf ? await readPdf(pdf) : null;
    if (!pdf || !read?.ok) throw new UnboundPart(index);
    const overlay = part.numbered ? await overlayPdf(read.sizes, numberAt(next), fonts) : undefined;
    if (part.numbered) next += read.pages;
    parts.push({ pdf, bookmark: part.bookmark, overlay });
  }
  const { pdf, pages } = await joinToBytes(parts, {
    title: order.title,
    author: order.author,
    subject: 'dossier',
    pdfa: true,
    createdAt: order.createdAt,
  });
  return { pdf, pages };
}
