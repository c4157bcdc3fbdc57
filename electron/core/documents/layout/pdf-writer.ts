// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the tests' tsconfig meets this file by import only
/// <reference path="./pdfmake.d.ts" />
import pdfmake from 'pdfmake';
import { pageFoot, pageHead } from '../blocks/page-frame';
import { FAMILIES, type FontChain } from '../fonts/font-chain';
import type { FormDocument } from './form-document';
import { PAGE } from './page';
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
 * Lays the document out on A4 and writes the PDF. The same document and instant give the same bytes: dates and file id
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
  let pages = 0;
  const definition = {
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    pageSize: { width: PAGE.width, height: PAGE.height },
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
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
    content: document.flow.map((item) => item.node),
    header: (_page: number, count: number) => pageHead(count, document.marks, setter),
    footer: (page: number, count: number) => {
      pages = count;
      return pageFoot(page, count, document.marks, setter);
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
  const pdf = await pdfmake.createPdf(definition).getBuffer();
  return { pdf: new Uint8Array(pdf), pages };
}
