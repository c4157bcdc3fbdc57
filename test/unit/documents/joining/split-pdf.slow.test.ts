import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { joinToBytes } from '../../../../electron/core/documents/joining/join-pdfs';
import { splitPdf } from '../../../../electron/core/documents/joining/split-pdf';
import { caseA } from '../../../fixtures/documents/case-a';
import { pagesAsPictures } from '../pictures';
import { pdfOf } from '../support';
import { differingPoints, expectSound, madePdf, options, drawnPage } from './support';

describe('splitting a PDF for a court that limits the size of a file', () => {
  it('gives files of consecutive pages within the limit, which look as before and can be opened alone', async () => {
    const { pdf } = await pdfOf(caseA);
    const whole = await joinToBytes([{ pdf }, { pdf }, { pdf }], options);
    const most = Math.ceil(whole.bytes / 2.5);
    const split = await splitPdf(whole.pdf, most);
    if (!split.ok) throw new Error(split.fault);
    expect(split.files.length).toBeGreaterThan(2);
    expect(split.files.every((file) => file.pdf.length <= most)).toBe(true);
    expect(split.files[0]?.first).toBe(1);
    expect(split.files.at(-1)?.last).toBe(whole.pages);
    split.files.slice(1).forEach((file, index) => expect(file.first).toBe((split.files[index]?.last ?? 0) + 1));
    const pictures = split.files.flatMap((file) => pagesAsPictures(file.pdf));
    const before = pagesAsPictures(whole.pdf);
    expect(pictures.map((picture, index) => differingPoints(picture, before[index]))).toEqual(before.map(() => 0));
    for (const file of split.files) expectSound(file.pdf);
    expect((await PDFDocument.load(split.files[1]?.pdf ?? whole.pdf)).getTitle()).toBe(options.title);
    const again = await splitPdf(whole.pdf, most);
    expect(again).toEqual(split);
  });

  it('leaves a file that is small enough as it is', async () => {
    const pdf = await madePdf((document) => void drawnPage(document));
    expect(await splitPdf(pdf, pdf.length)).toEqual({ ok: true, files: [{ pdf, first: 1, last: 1 }] });
  });

  it('names the page that is too large by itself', async () => {
    const pdf = await madePdf((document) => {
      drawnPage(document);
      const { context } = document;
      const page = drawnPage(document);
      page.node.addContentStream(context.register(context.stream(`%${'x'.repeat(9000)}\n`)));
      drawnPage(document);
    });
    expect(await splitPdf(pdf, 5000)).toEqual({ ok: false, fault: 'page-too-large', page: 2 });
  });

  it('says what is wrong with a file that cannot be read', async () => {
    expect(await splitPdf(new TextEncoder().encode('no'), 5000)).toEqual({ ok: false, fault: 'not-a-pdf' });
  });
});
