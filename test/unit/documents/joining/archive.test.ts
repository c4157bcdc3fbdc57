import { execFileSync } from 'node:child_process';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { joinToBytes } from '../../../../electron/core/documents/joining/join-pdfs';
import { caseA } from '../../../fixtures/documents/case-a';
import { caseF } from '../../../fixtures/documents/case-f';
import { pdfOf } from '../support';
import { drawnPage, expectSound, innards, madePdf, options } from './support';

const named = (name: string): PDFName => PDFName.of(name);

/** The XMP packet of a file, or nothing. */
async function xmpOf(pdf: Uint8Array): Promise<string | undefined> {
  const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  const metadata = catalog.lookup(named('Metadata'));
  return metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.getContents()) : undefined;
}

/** Widths of the glyphs of a TrueType program in thousandths of its size (OpenType, tables head, hhea and hmtx). */
function glyphWidths(program: Uint8Array): (glyph: number) => number {
  const data = Buffer.from(program);
  const table = (tag: string): Buffer => {
    for (let entry = 0; entry < data.readUInt16BE(4); entry += 1) {
      const at = 12 + entry * 16;
      if (data.toString('latin1', at, at + 4) === tag) return data.subarray(data.readUInt32BE(at + 8));
    }
    throw new Error(`the font has no ${tag}`);
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const metrics = table('hhea').readUInt16BE(34);
  const hmtx = table('hmtx');
  return (glyph) => (hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm;
}

/** All dictionaries of fonts of the kind that carries a program's glyphs. */
async function glyphFonts(pdf: Uint8Array): Promise<readonly PDFDict[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(named('Subtype')) === named('CIDFontType2'));
}

describe('a form as PDF/A-2b', () => {
  it.each([
    ['finished', false],
    ['draft with its watermark', true],
  ])('says so when %s, with metadata that equals the information dictionary and an sRGB profile', async (_, draft) => {
    const { pdf } = await pdfOf(caseA, { draft });
    const info = execFileSync('pdfinfo', ['-isodates', '-'], { input: pdf }).toString('utf8');
    const titleOf = (text: string): string | undefined => /Title: +(.+)/u.exec(text)?.[1];
    const xmp = (await xmpOf(pdf)) ?? '';
    expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</u);
    expect(xmp).toContain(`>${titleOf(info)}<`);
    expect(xmp).toContain('<xmp:CreateDate>2024-04-25T02:30:00Z<');
    expect(xmp).toContain('<xmp:ModifyDate>2024-04-25T02:30:00Z<');
    expect(xmp).toContain('<pdf:Producer>Mediation Room<');
    expect(xmp).toContain('<xmp:CreatorTool>Mediation Room<');
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    const intent = catalog.lookup(named('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(intent.get(named('S'))).toBe(named('GTS_PDFA1'));
    const profile = intent.lookup(named('DestOutputProfile'));
    if (!(profile instanceof PDFRawStream)) throw new Error('there is a profile');
    const icc = Buffer.from(decodePDFRawStream(profile).decode());
    expect([icc.readUInt32BE(0), icc.toString('latin1', 12, 24), icc.toString('latin1', 36, 40)]).toEqual([
      icc.length,
      'mntrRGB XYZ ',
      'acsp',
    ]);
    expectSound(pdf);
  });

  it('carries every font, with the widths that its glyphs have', async () => {
    const { pdf } = await pdfOf(caseA);
    const listed = execFileSync('pdffonts', ['-'], { input: pdf }).toString('utf8').split('\n').slice(2, -1);
    expect(listed.length).toBeGreaterThan(1);
    expect(listed.every((line) => /CID TrueType +Identity-H +yes yes yes/u.test(line))).toBe(true);
    let compared = 0;
    for (const font of await glyphFonts(pdf)) {
      expect(font.get(named('CIDToGIDMap'))).toBe(named('Identity'));
      const file = font.lookup(named('FontDescriptor'), PDFDict).lookup(named('FontFile2'));
      if (!(file instanceof PDFRawStream)) throw new Error('there is a font file');
      const glyphWidth = glyphWidths(decodePDFRawStream(file).decode());
      const widths = font.lookup(named('W'), PDFArray).lookup(1, PDFArray);
      for (let glyph = 0; glyph < widths.size(); glyph += 1) {
        expect(Math.abs(widths.lookup(glyph, PDFNumber).asNumber() - glyphWidth(glyph))).toBeLessThan(1);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('has nothing that PDF/A forbids in its objects', async () => {
    const { pdf } = await pdfOf(caseF);
    const text = await innards(pdf);
    expect(text).not.toMatch(/\/(?:Encrypt|LZWDecode|TR|HTP|Interpolate true|PS|OPI|Alternates|NeedAppearances|AA)\b/u);
    expect(text).not.toMatch(/DeviceCMYK|\/Annots/u);
    expect(Buffer.from(pdf).subarray(0, 15).toString('latin1')).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}\n$/u);
  });
});

describe('a joined file as PDF/A-2b', () => {
  it('says so when it is told to and all of its parts say so', async () => {
    const parts = [(await pdfOf(caseA)).pdf, (await pdfOf(caseF)).pdf].map((pdf) => ({ pdf, overlay: pdf }));
    const joined = await joinToBytes(parts, { ...options, title: '<卷宗> & 附件', pdfa: true });
    expect(joined.archive).toBe(true);
    const xmp = await xmpOf(joined.pdf);
    expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</u);
    expect(xmp).toContain('&lt;卷宗&gt; &amp; 附件');
    expectSound(joined.pdf);
  });

  it('does not when one part is a scan that does not, or when it is not told to', async () => {
    const { pdf } = await pdfOf(caseF);
    const scan = await madePdf((document) => void drawnPage(document));
    const mixed = await joinToBytes([{ pdf }, { pdf: scan }], { ...options, pdfa: true });
    const stamped = await joinToBytes([{ pdf, overlay: scan }], { ...options, pdfa: true });
    const untold = await joinToBytes([{ pdf }], options);
    for (const joined of [mixed, stamped, untold]) {
      expect(joined.archive).toBe(false);
      expect(await xmpOf(joined.pdf)).toBeUndefined();
      expect(await innards(joined.pdf)).not.toMatch(/OutputIntent|pdfaid/u);
    }
  });
});
