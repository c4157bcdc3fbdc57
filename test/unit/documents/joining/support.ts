import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { degrees, PDFDocument, PDFName, PDFRawStream, rgb, type PDFPage } from '@cantoo/pdf-lib';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { JoinOptions } from '../../../../electron/core/documents/joining/join-pdfs';
import { pagesAsPictures } from '../pictures';

export const options: JoinOptions = {
  title: '调解卷宗 （2024）泉银人调字第00401号',
  author: '银行业纠纷人民调解委员会（示例）',
  subject: '示例',
  createdAt: '2024-04-25T10:30:00+08:00',
};

/** Runs qpdf on a file; what it makes of it is given back. Throws with its findings where it finds fault. */
function qpdf(pdf: Uint8Array, ...flags: readonly string[]): Uint8Array {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'qpdf-'));
  try {
    const [file, made] = [path.join(folder, 'document.pdf'), path.join(folder, 'made.pdf')];
    writeFileSync(file, pdf);
    execFileSync('qpdf', [...flags, file, ...(flags.includes('--check') ? [] : [made])], { stdio: 'pipe' });
    return existsSync(made) ? readFileSync(made) : pdf;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('qpdf is not installed: apt-get install qpdf', { cause: error });
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fails unless qpdf finds the file free of errors and warnings. */
export function expectSound(pdf: Uint8Array): void {
  qpdf(pdf, '--check');
}

/** The same document with its objects and its table in compressed streams, as many programs write it. */
export const packed = (pdf: Uint8Array): Uint8Array => qpdf(pdf, '--object-streams=generate', '--static-id');

/** The same document behind a password, its objects in compressed streams. */
export const protectedByPassword = (pdf: Uint8Array): Uint8Array =>
  qpdf(pdf, '--object-streams=generate', '--encrypt', 'secret', 'other', '256', '--');

/** How many points of two pictures differ; pictures of two sizes differ in all. */
export function differingPoints(one: Buffer | undefined, other: Buffer | undefined): number {
  if (one === undefined || other === undefined) return Infinity;
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 });
}

/** The differing points of each page of two PDFs. */
export function differences(one: Uint8Array, other: Uint8Array): readonly number[] {
  const [a, b] = [pagesAsPictures(one), pagesAsPictures(other)];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => differingPoints(a[index], b[index]));
}

/** A document that is made with pdf-lib, without a date of the machine. */
export async function madePdf(build: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  build(document);
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** A page with a grey field that is not symmetric, so that a turned or moved page is seen. */
export function drawnPage(document: PDFDocument, size: readonly [number, number] = [300, 400]): PDFPage {
  const page = document.addPage([...size]);
  page.drawRectangle({ x: 30, y: 40, width: 120, height: 60, color: rgb(0.6, 0.6, 0.6) });
  page.drawRectangle({ x: 30, y: 100, width: 20, height: 150, color: rgb(0.2, 0.2, 0.2) });
  return page;
}

/** Turns a page clockwise by that many degrees. */
export const turned = (page: PDFPage, angle: number): void => page.setRotation(degrees(angle));

/** The black point fields of a stamp: a bar with a foot at its right end, 20 points from the upper right corner. */
export const stamp = (width: number, height: number): Promise<Uint8Array> =>
  madePdf((document) => {
    const page = document.addPage([width, height]);
    page.drawRectangle({ x: width - 80, y: height - 30, width: 60, height: 10, color: rgb(1, 0, 0) });
    page.drawRectangle({ x: width - 30, y: height - 50, width: 10, height: 20, color: rgb(1, 0, 0) });
  });

/** The red points of a picture in order, as `x,y`. */
export function redPoints(picture: Buffer | undefined): ReadonlySet<string> {
  if (picture === undefined) throw new Error('there is no such page');
  const { width, height, data } = PNG.sync.read(picture);
  const points = new Set<string>();
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    if (red > 200 && green < 60 && blue < 60) points.add(`${at % width},${Math.floor(at / width)}`);
  }
  return points;
}

/** Adds content of the caller's own to a page, before what is there. */
export function content(page: PDFPage, program: string): void {
  const { context } = page.doc;
  page.node.set(PDFName.of('Contents'), context.register(context.stream(program)));
}

/** Every name and text of a file with all streams taken apart, to look for what must not be there. */
export async function innards(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream ? `${object.dict.toString()}${object.getContentsString()}` : object.toString(),
    )
    .join('\n');
}
