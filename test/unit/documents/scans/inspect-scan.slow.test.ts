import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectScan } from '../../../../electron/core/documents/scans/inspect-scan';
import { MOST_SCAN_BYTES } from '../../../../electron/core/documents/scans/scan-limits';
import {
  interlacedPng,
  lockedPdf,
  pdfOfObjects,
  plainJpeg,
  plainPng,
  pressJpeg,
  progressiveJpeg,
  scannedPdf,
} from './samples';

async function problemOf(bytes: Uint8Array, fileName = '身份证.jpg') {
  const result = await inspectScan(bytes, fileName);
  if (result.ok) throw new Error('the file was taken');
  return result.problem;
}
const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'latin1'));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

describe('a file is judged by its content, whatever its name says', () => {
  it('takes JPEG, baseline and progressive, with its size', async () => {
    expect(await inspectScan(plainJpeg(120, 80), '合同.pdf')).toEqual({
      ok: true,
      type: 'image/jpeg',
      pages: 1,
      width: 120,
      height: 80,
    });
    expect(await inspectScan(progressiveJpeg, 'a.jpg')).toMatchObject({ ok: true, width: 16, height: 12 });
  });

  it('takes PNG, plain and interlaced', async () => {
    expect(await inspectScan(plainPng(33, 21), 'a')).toEqual({
      ok: true,
      type: 'image/png',
      pages: 1,
      width: 33,
      height: 21,
    });
    expect(await inspectScan(interlacedPng, 'a.png')).toMatchObject({ ok: true, width: 16, height: 12 });
  });

  it.each([true, false])('counts the pages of a PDF, object streams: %s', async (objectStreams) => {
    const pdf = await scannedPdf(3, { objectStreams });
    expect(await inspectScan(pdf, 'a.jpg')).toEqual({ ok: true, type: 'application/pdf', pages: 3 });
  });

  it('takes a PDF with a few bytes before its header and behind its end', async () => {
    const pdf = joined(text('\r\n\r\n'), await scannedPdf(2), new Uint8Array(700));
    expect(await inspectScan(pdf, 'a.pdf')).toMatchObject({ ok: true, pages: 2 });
  });

  it('takes a photo behind which the telephone put a film', async () => {
    const photo = joined(plainJpeg(64, 48), text('\0\0\0\x18ftypmp42'), new Uint8Array(5000));
    expect(await inspectScan(photo, 'IMG_1.jpg')).toMatchObject({ ok: true, width: 64 });
  });

  it('takes a scan of 40 MB', async () => {
    const pages = 40;
    const picture = Buffer.alloc(1024 * 1024, 0x5a);
    const kids = Array.from({ length: pages }, (_, index) => `${3 + index * 2} 0 R`).join(' ');
    const pdf = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
      ...Array.from({ length: pages }, (_, index): readonly (string | Uint8Array)[] => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + index * 2} 0 R >>`,
        joined(text(`<< /Length ${picture.length} >>\nstream\n`), picture, text('\nendstream')),
      ]).flat(),
    ]);
    expect(pdf.length).toBeGreaterThan(40 * 1024 * 1024);
    expect(await inspectScan(pdf, '合同.pdf')).toMatchObject({ ok: true, pages });
  });
});

describe('what is not taken is named, with the file and what to do', () => {
  it('an empty file', async () => {
    const problem = await problemOf(new Uint8Array(), '空.pdf');
    expect(problem.code).toBe('empty-file');
    expect(problem.zh).toContain('“空.pdf”是空文件');
    expect(problem.en).toContain('"空.pdf" is empty');
  });

  it('more than 100 MB, before anything is read', async () => {
    const problem = await problemOf(new Uint8Array(MOST_SCAN_BYTES + 1), '录像.pdf');
    expect(problem.code).toBe('file-too-large');
    expect(problem.zh).toContain('上限');
  });

  it.each<[string, Uint8Array, string]>([
    ['HEIC', text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), '另存为 JPG'],
    ['DOCX', text('PK\x03\x04\x14\0\0\0word/document.xml'), 'PDF'],
    ['OFD', text('PK\x03\x04\x14\0\0\0OFD.xml'), 'PDF'],
    ['BMP', text('BM\x36\x10\0\0\0\0\0\0'), '另存为 JPG'],
    ['TIFF', text('II*\0\x08\0\0\0'), '另存为 JPG'],
    ['TIFF', text('MM\0*\0\0\0\x08'), '另存为 JPG'],
    ['WebP', text('RIFF\x10\0\0\0WEBPVP8 '), '另存为 JPG'],
    ['MP4 / MOV', text('\0\0\0\x18ftypmp42\0\0\0\0'), '录音录像'],
    ['DOC / XLS / WPS', text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'PDF'],
  ])('%s by its name', async (name, bytes, advice) => {
    const problem = await problemOf(bytes, '证据.jpg');
    expect(problem.code).toBe('unsupported-type');
    expect(problem.zh).toContain(`内容是 ${name}`);
    expect(problem.zh).toContain(advice);
    expect(problem.zh).toContain('“证据.jpg”');
    expect(problem.en).toContain(name);
  });

  it('a text that calls itself a photo', async () => {
    expect((await problemOf(text('hello, this is no picture'))).code).toBe('unsupported-type');
    expect((await problemOf(text('x'))).code).toBe('unsupported-type');
  });

  it.each<[string, Uint8Array]>([
    ['JPEG', plainJpeg(200, 150)],
    ['progressive JPEG', progressiveJpeg],
    ['PNG', plainPng(100, 80)],
    ['interlaced PNG', interlacedPng],
  ])('a %s that is cut anywhere', async (_name, whole) => {
    for (const share of [0.15, 0.5, 0.9, 0.99]) {
      const { code } = await problemOf(whole.subarray(0, Math.floor(whole.length * share)));
      expect(code, `${share}`).toBe('truncated-file');
    }
  });

  it('a picture whose inside was overwritten', async () => {
    const png = plainPng(100, 80);
    png.fill(0x41, 60, 90);
    expect((await problemOf(png)).code).toBe('damaged-file');
    const jpeg = joined(text('\xff\xd8\xff\xe0'), text('\0\x10JFIF\0'), new Uint8Array(400).fill(7));
    expect((await problemOf(jpeg)).code).toBe('damaged-file');
  });

  it('a JPEG for the press', async () => {
    const problem = await problemOf(pressJpeg, '海报.jpg');
    expect(problem.code).toBe('unsupported-jpeg');
    expect(problem.zh).toContain('CMYK');
  });

  it('a PDF with a password', async () => {
    const problem = await problemOf(await lockedPdf(), '流水.pdf');
    expect(problem.code).toBe('encrypted-pdf');
    expect(problem.zh).toContain('密码');
  });

  it('a PDF without a page', async () => {
    const none = pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']);
    expect((await problemOf(none)).code).toBe('no-pages');
  });

  it('a PDF that is cut, or has lost one of its pages or the picture on it', async () => {
    const whole = await scannedPdf(3, { objectStreams: false });
    expect((await problemOf(whole.subarray(0, Math.floor(whole.length / 2)))).code).toBe('truncated-file');
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 9 0 R >>';
    const lost = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 2 /Kids [3 0 R 8 0 R] >>',
      page,
    ]);
    expect((await problemOf(lost)).code).toBe('damaged-file');
    const bare = pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page]);
    expect((await problemOf(bare)).code).toBe('damaged-file');
    expect((await problemOf(text('%PDF-1.4\nnothing\n%%EOF'))).code).toBe('damaged-file');
  });

  it('a PDF whose pages go in a circle', async () => {
    const circle = pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>']);
    expect((await problemOf(circle)).code).toBe('damaged-file');
  });
});

describe('a file that would unpack without end is refused before it does', () => {
  const quickly = async (bytes: Uint8Array): Promise<string> => {
    const before = process.memoryUsage().rss;
    const { code } = await problemOf(bytes);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    return code;
  };

  it('a PNG of 60,000 × 60,000 in a few bytes', async () => {
    const png = Buffer.from(plainPng(8, 8));
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    expect(await quickly(png)).toBe('too-many-pixels');
  });

  it('an interlaced PNG with far more rows than its header says', async () => {
    const png = Buffer.from(interlacedPng);
    const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    const chunk = Buffer.alloc(12 + packed.length);
    chunk.writeUInt32BE(packed.length, 0);
    chunk.write('IDAT', 4, 'latin1');
    packed.copy(chunk, 8);
    expect(await quickly(joined(png.subarray(0, 33), chunk, png.subarray(-12)))).toBe('damaged-file');
  });

  it('a JPEG that claims 65,000 × 65,000', async () => {
    const jpeg = Buffer.from(plainJpeg(16, 16));
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(65_000, frame + 5);
    jpeg.writeUInt16BE(65_000, frame + 7);
    expect(await quickly(jpeg)).toBe('too-many-pixels');
  });

  it('a PDF whose table of objects unpacks to 200 MB, or says it has thousands of millions of entries', async () => {
    const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024, 0x20));
    const bomb = (dictionary: string, content: Uint8Array): Uint8Array =>
      pdfOfObjects([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 0 /Kids [] >>',
        joined(text(`<< ${dictionary} /Length ${content.length} >>\nstream\n`), content, text('\nendstream')),
      ]);
    const objects = '/Type /Obj#53tm /N 1 /First 4';
    expect(await quickly(bomb(`${objects} /Filter /FlateDecode`, packed))).toBe('damaged-file');
    expect(await quickly(bomb(`${objects} /Filter [/FlateDecode /FlateDecode]`, deflateSync(packed)))).toBe(
      'damaged-file',
    );
    const references = '/Type /XRef /Size 3 /W [0 0 0] /Index [0 4000000000] /Filter /FlateDecode';
    expect(await quickly(bomb(references, deflateSync(Buffer.alloc(16))))).toBe('damaged-file');
  });
});
