import { PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { joinToBytes } from '../../../../electron/core/documents/joining/join-pdfs';
import { readPdf } from '../../../../electron/core/documents/joining/open-pdf';
import { pagesAsPictures } from '../pictures';
import { content, drawnPage, differences, expectSound, madePdf, options, redPoints, stamp, turned } from './support';

describe('a stamp over a page', () => {
  it.each([0, 90, 180, 270])('stands upright in the same corner of a page turned by %i', async (angle) => {
    const pdf = await madePdf((document) => turned(drawnPage(document), angle));
    const reading = await readPdf(pdf);
    const size = reading.ok ? reading.sizes[0] : undefined;
    if (!size) throw new Error('the page has a size');
    expect([size.width, size.height]).toEqual(angle % 180 === 0 ? [300, 400] : [400, 300]);
    const overlay = await stamp(size.width, size.height);
    const joined = await joinToBytes([{ pdf, overlay }], options);
    const wanted = redPoints(pagesAsPictures(overlay)[0]);
    expect(wanted.size).toBeGreaterThan(500);
    expect(redPoints(pagesAsPictures(joined.pdf)[0])).toEqual(wanted);
    expectSound(joined.pdf);
  });

  it.each([0, 90, 180, 270])('keeps its place in an odd box that is cut and turned by %i', async (angle) => {
    const pdf = await madePdf((document) => {
      const page = drawnPage(document);
      page.setMediaBox(-50, 20, 400, 500);
      page.setCropBox(-20, 60, 310, 420);
      turned(page, angle);
    });
    const reading = await readPdf(pdf);
    const size = reading.ok ? reading.sizes[0] : undefined;
    if (!size) throw new Error('the page has a size');
    const overlay = await stamp(size.width, size.height);
    const { pdf: joined } = await joinToBytes([{ pdf, overlay }], options);
    // poppler's pictures are of the media box unless told otherwise, so the cut is made the whole.
    const cut = await madePdf((document) => {
      const page = drawnPage(document);
      page.setMediaBox(-20, 60, 310, 420);
      turned(page, angle);
    });
    const { pdf: same } = await joinToBytes([{ pdf: cut, overlay }], options);
    expect(redPoints(pagesAsPictures(same)[0])).toEqual(redPoints(pagesAsPictures(overlay)[0]));
    expect(redPoints(pagesAsPictures(joined)[0]).size).toBe(redPoints(pagesAsPictures(overlay)[0]).size);
  });

  it('of another size is fitted in the middle, and pages beyond it go without', async () => {
    const pdf = await madePdf((document) => {
      drawnPage(document, [300, 400]);
      drawnPage(document, [300, 400]);
    });
    const joined = await joinToBytes([{ pdf, overlay: await stamp(600, 1000) }], options);
    const [first, second] = pagesAsPictures(joined.pdf);
    const places = [...redPoints(first)].map((point) => point.split(',').map(Number));
    const across = places.map(([x]) => x ?? 0);
    const down = places.map(([, y]) => y ?? 0);
    // 0.4 as large: 240 of 300 points wide, so 30 are left on each side; the stamp ends 8 points before that.
    expect([Math.min(...across), Math.max(...across)]).toEqual([238, 261]);
    expect(Math.min(...down)).toBe(8);
    expect(redPoints(second).size).toBe(0);
  });

  it('is not moved by content that leaves its graphics state changed, or that closes too often', async () => {
    const overlay = await stamp(300, 400);
    const wanted = redPoints(pagesAsPictures(overlay)[0]);
    for (const program of [
      'q 0.5 0 0 0.5 90 90 cm 0 0 9 9 re f',
      'Q Q 2 0 0 2 40 40 cm 0 0 9 9 re f',
      '0 0 5 5 re W n',
    ]) {
      const pdf = await madePdf((document) => content(document.addPage([300, 400]), program));
      const { pdf: joined } = await joinToBytes([{ pdf, overlay }], options);
      expect(redPoints(pagesAsPictures(joined)[0])).toEqual(wanted);
    }
  });

  it('leaves what is under it as it was, also where the page has its content in several pieces', async () => {
    const pdf = await madePdf((document) => {
      const page = drawnPage(document);
      const { context } = document;
      const pieces = ['q 0.5 0 0 0.5 0 0 cm 0.3 g 10 300', ' 80 80 re f Q 0.7 g', '200 200 20 20 re f'];
      page.node.set(
        PDFName.of('Contents'),
        context.obj(pieces.map((piece) => context.register(context.flateStream(piece)))),
      );
    });
    const empty = await madePdf((document) => void document.addPage([300, 400]));
    const joined = await joinToBytes([{ pdf, overlay: empty }], options);
    expect(differences(joined.pdf, pdf)).toEqual([0]);
  });
});
