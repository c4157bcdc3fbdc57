// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the tests' tsconfig meets this file by import only
/// <reference path="./pdfmake.d.ts" />
import pdfmake from 'pdfmake';
import { pageFoot, pageHead } from '../blocks/page-frame';
import { FAMILIES, type FontChain } from '../fonts/font-chain';
import { asArchive } from '../joining/join-pdfs';
import type { FormDocument } from './form-document';
import { PAGE } from './page';
import type { PdfNode } from './pdf-nodes';
import type { TextSetter } from './text-setter';

/** A finished PDF and its number of pages. */
export interface WrittenPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

// Nothing but the fonts put into virtualfs may be read: no file, no address.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** Puts the fonts in use into pdfmake's own file system; a font given as a Buffer crashes pdfmake 0.3. */
function provideFonts(chain: FontChain): void {
  const opened = chain.opened();
  for (const family of opened) {
    pdfmake.virtualfs.writeFileSync(`${family}.ttf`, chain.bytes(family, false));
    pdfmake.virtualfs.writeFileSync(`${family}-bold.ttf`, chain.bytes(family, true));
  }
  // A fresh table each time: pdfmake writes into the descriptors it is given.
  pdfmake.setFonts(
    Object.fromEntries(
      FAMILIES.filter((family) => opened.includes(family)).map((family) => [
        family,
        { normal: `${family}.ttf`, bold: `${family}-bold.ttf` },
      ]),
    ),
  );
}

/**
 * Lays the document out on A4 and writes the PDF, as PDF/A-2b (ISO 19005-2): pdfmake's own `subset` option is not used,
 * as it reads the colour profile from beside its source, where a bundle has none, and writes titles unescaped. The same document and instant give the same bytes: dates and file id
 * come from `printedAt` (ISO 8601 instant), not from a clock.
 */
export async function writePdf(
  document: FormDocument,
  printedAt: string,
  chain: FontChain,
  setter: TextSetter,
): Promise<WrittenPdf> {
  const date = new Date(printedAt);
  if (Number.isNaN(date.getTime())) throw new RangeError('printedAt is not an instant');
  provideFonts(chain);
  const paper = document.page ?? PAGE;
  let pages = 0;
  const definition = {
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    pageSize: { width: paper.width, height: paper.height },
    pageMargins: [paper.left, paper.top, paper.right, paper.bottom],
    defaultStyle: { font: FAMILIES[0] },
    info: {
      title: document.title,
      author: document.author,
      subject: document.subject,
      creator: 'Mediation Room',
      producer: 'Mediation Room',
      creationDate: date,
      modDate: date,
    },
    images: { ...setter.pictures },
    content: document.flow.map((item) => item.node),
    header: (_page: number, count: number) => pageHead(count, document.marks, setter),
    footer: (page: number, count: number) => {
      pages = count;
      return pageFoot(page, count, document, setter);
    },
    ...(document.watermark === undefined
      ? {}
      : {
          watermark: {
            text: document.watermark,
            fontSize: 150,
            bold: true,
            opacity: 0.055,
            angle: -45,
            color: 'black',
          },
        }),
  };
  const drawn = await pdfmake.createPdf(definition).getBuffer();
  const { title, author, subject } = document;
  return { pdf: await asArchive(new Uint8Array(drawn), { title, author, subject, createdAt: printedAt }), pages };
}

/** Pages of one size with nothing but what `draw` puts on each (page from 0), to be laid over other pages. */
export async function writeMarks(
  size: { readonly width: number; readonly height: number },
  pages: number,
  draw: (page: number) => PdfNode,
  printedAt: string,
  chain: FontChain,
): Promise<Uint8Array> {
  // What is drawn is set first: setting opens the fonts.
  const nodes = Array.from({ length: pages }, (_, page) => draw(page));
  provideFonts(chain);
  const date = new Date(printedAt);
  const definition = {
    version: '1.7',
    pageSize: size,
    pageMargins: [0, 0, 0, 0],
    defaultStyle: { font: FAMILIES[0] },
    info: { creator: 'Mediation Room', producer: 'Mediation Room', creationDate: date, modDate: date },
    content: nodes.map((_, page) => ({ text: ' ', fontSize: 1, ...(page === 0 ? {} : { pageBreak: 'before' }) })),
    background: (page: number) => nodes[page - 1],
  };
  const drawn = await pdfmake.createPdf(definition).getBuffer();
  // PDF/A as the forms are, so that a dossier of numbered pages can be.
  return asArchive(new Uint8Array(drawn), { title: '', author: '', subject: '', createdAt: printedAt });
}
