import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../electron/core/documents/joining/open-pdf';
import { caseF } from '../../../fixtures/documents/case-f';
import { pdfOf } from '../support';
import { drawnPage, madePdf, protectedByPassword } from './support';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

async function encrypted(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  drawnPage(document);
  document.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
  return document.save({ useObjectStreams: false });
}

describe('reading a PDF that a person brings', () => {
  it('tells the pages of a sound one and how large they are seen', async () => {
    const { pdf, pages } = await pdfOf(caseF);
    const reading = await readPdf(pdf);
    expect(reading).toMatchObject({ ok: true, pages });
    expect(reading.ok && Math.round(reading.sizes[0]?.width ?? 0)).toBe(595);
  });

  it('takes one with something before its header, and one whose table of offsets is lost', async () => {
    const pdf = await madePdf((document) => void drawnPage(document));
    expect(await readPdf(Buffer.concat([text('HTTP/1.1 200\r\n\r\n'), pdf]))).toMatchObject({ ok: true, pages: 1 });
    const table = Buffer.from(pdf).lastIndexOf('startxref');
    expect(await readPdf(pdf.slice(0, table))).toMatchObject({ ok: true, pages: 1 });
  });

  it('tells that one needs a password, however it keeps its objects', async () => {
    const plain = await encrypted();
    expect(await readPdf(plain)).toEqual({ ok: false, fault: 'encrypted' });
    const dense = protectedByPassword(await madePdf((document) => void drawnPage(document)));
    expect(Buffer.from(dense).includes('/ObjStm')).toBe(true);
    expect(await readPdf(dense)).toEqual({ ok: false, fault: 'encrypted' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', text('This is no PDF.')],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
  ])('tells that %s is not a PDF', async (_, bytes) => {
    expect(await readPdf(bytes)).toEqual({ ok: false, fault: 'not-a-pdf' });
  });

  it('tells that junk after a header is damaged', async () => {
    const junk = Buffer.alloc(20_000, 'q7 ÿ(<<[');
    expect(await readPdf(Buffer.concat([text('%PDF-1.7\n'), junk]))).toEqual({ ok: false, fault: 'damaged' });
    expect(await readPdf(text('%PDF-1.7'))).toEqual({ ok: false, fault: 'damaged' });
  });

  it('tells that one that was cut off is damaged, wherever it was cut', async () => {
    const { pdf } = await pdfOf(caseF);
    for (const share of [0.02, 0.2, 0.4, 0.6, 0.8, 0.95]) {
      const cut = pdf.slice(0, Math.floor(pdf.length * share));
      expect(await readPdf(cut), `cut at ${share}`).toEqual({ ok: false, fault: 'damaged' });
    }
  });

  it('tells that there are no pages', async () => {
    expect(await readPdf(await madePdf(() => undefined))).toEqual({ ok: false, fault: 'no-pages' });
  });

  it('tells that a page tree that leads back to itself is damaged', async () => {
    const looped = await madePdf((document) => {
      drawnPage(document);
      const tree = document.catalog.Pages();
      tree.Kids().push(document.context.getObjectRef(tree) ?? document.context.obj(0));
    });
    expect(await readPdf(looped)).toEqual({ ok: false, fault: 'damaged' });
    const without = await madePdf((document) => {
      drawnPage(document);
      document.catalog.set(PDFName.of('Pages'), PDFDict.withContext(document.context));
      document.catalog.delete(PDFName.of('Pages'));
    });
    expect(await readPdf(without)).toEqual({ ok: false, fault: 'damaged' });
  });
});
