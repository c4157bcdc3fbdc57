import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import {
  joinPdfs,
  joinToBytes,
  PartUnreadable,
  type JoinPart,
} from '../../../../electron/core/documents/joining/join-pdfs';
import { caseA } from '../../../fixtures/documents/case-a';
import { caseF } from '../../../fixtures/documents/case-f';
import { pagesAsPictures } from '../pictures';
import { pdfOf, textOf } from '../support';
import { differences, differingPoints, drawnPage, expectSound, madePdf, options, packed } from './support';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are still referred to. */
function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

interface Bookmark {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly Bookmark[];
}

const agreements = async (): Promise<readonly Uint8Array[]> => [(await pdfOf(caseA)).pdf, (await pdfOf(caseF)).pdf];

describe('a joined file', () => {
  it('shows every page of the agreements exactly as they look alone, and their text can be found', async () => {
    const parts = await agreements();
    const joined = await joinToBytes(
      parts.map((pdf) => ({ pdf })),
      options,
    );
    const alone = parts.flatMap((pdf) => pagesAsPictures(pdf));
    const together = pagesAsPictures(joined.pdf);
    expect(joined.pages).toBe(alone.length);
    expect(together.map((picture, index) => differingPoints(picture, alone[index]))).toEqual(alone.map(() => 0));
    expect(textOf(joined.pdf)).toBe(parts.map(textOf).join(''));
    expectSound(joined.pdf);
  });

  it('tells its size and hash, and is the same bytes for the same parts', async () => {
    const parts = (await agreements()).map((pdf) => ({ pdf, overlay: pdf }));
    const [first, again] = [await joinToBytes(parts, options), await joinToBytes(parts, options)];
    expect(Buffer.compare(first.pdf, again.pdf)).toBe(0);
    expect(first.bytes).toBe(first.pdf.length);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(first.pdf)));
    expect(first.sha256).toBe(Buffer.from(hash).toString('hex'));
  });

  it('bears bookmarks in two levels, the title and the language', async () => {
    const [a, f] = await agreements();
    if (!a || !f) throw new Error('two agreements are made');
    const parts: JoinPart[] = [
      { pdf: a, bookmark: { title: '1 人民调解申请书', level: 0 } },
      { pdf: f, bookmark: { title: '证据（𬎆）', level: 1 } },
      { pdf: a, bookmark: { title: '2 人民调解协议书', level: 0 } },
    ];
    const { pdf } = await joinToBytes(parts, options);
    const read = await pdfjs.getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const pageOf = async (dest: unknown): Promise<number> =>
      (await read.getPageIndex(Array.isArray(dest) ? (dest[0] as { num: number; gen: number }) : { num: 0, gen: 0 })) +
      1;
    const outline: readonly Bookmark[] = await read.getOutline();
    expect(outline.map((item) => item.title)).toEqual(['1 人民调解申请书', '2 人民调解协议书']);
    expect(outline[0]?.items.map((item) => item.title)).toEqual(['证据（𬎆）']);
    expect(await pageOf(outline[0]?.dest)).toBe(1);
    expect(await pageOf(outline[0]?.items[0]?.dest)).toBe((await PDFDocument.load(a)).getPageCount() + 1);
    const { info } = await read.getMetadata();
    expect(info).toMatchObject({ Title: options.title, Author: options.author, CreationDate: 'D:20240425023000Z' });
    expect(info).toMatchObject({ Language: 'zh-CN' });
    expect(await read.getPageMode()).toBe('UseOutlines');
    await read.loadingTask.destroy();
  });

  it('is sound whether the parts keep their objects in streams or not, and with many pages', async () => {
    const build = (document: PDFDocument): void => {
      for (let page = 0; page < 150; page += 1) drawnPage(document);
    };
    const plain = await madePdf(build);
    const dense = packed(plain);
    const source = Buffer.from(dense);
    expect([source.includes('/ObjStm'), source.includes('/XRef'), source.includes('/MediaBox')]).toEqual([
      true,
      true,
      false,
    ]);
    const joined = await joinToBytes([{ pdf: dense }, { pdf: plain }], options);
    expect(joined.pages).toBe(300);
    expect((await PDFDocument.load(joined.pdf)).getPageCount()).toBe(300);
    expectSound(joined.pdf);
  });

  it('keeps what a page inherits, its turn, its odd box and its unit', async () => {
    const pdf = await madePdf((document) => {
      const page = drawnPage(document);
      const pages = document.catalog.Pages();
      const { context } = document;
      for (const name of ['MediaBox', 'Resources']) page.node.delete(PDFName.of(name));
      pages.set(PDFName.of('MediaBox'), context.obj([10, 350, 290, -20]));
      pages.set(PDFName.of('CropBox'), context.obj([20, 0, 250, 300]));
      pages.set(PDFName.of('Rotate'), context.obj(-270));
      pages.set(PDFName.of('Resources'), context.obj({}));
      page.node.set(PDFName.of('UserUnit'), context.obj(2));
    });
    const joined = await joinToBytes([{ pdf }], options);
    expect(differences(joined.pdf, pdf)).toEqual([0]);
    const page = (await PDFDocument.load(joined.pdf)).getPage(0);
    expect(page.node.get(PDFName.of('MediaBox'))?.toString()).toBe('[ 10 -20 290 350 ]');
    expect(page.node.get(PDFName.of('Rotate'))?.toString()).toBe('90');
    expect(page.node.get(PDFName.of('UserUnit'))?.toString()).toBe('2');
  });

  it('names the part that cannot be taken in', async () => {
    const good = await madePdf((document) => void drawnPage(document));
    const bad = new TextEncoder().encode('%PDF-1.7\nnothing of the kind');
    const joining = joinToBytes([{ pdf: good }, { pdf: bad }], options);
    await expect(joining).rejects.toThrow(PartUnreadable);
    await expect(joining).rejects.toMatchObject({ part: 1, fault: 'damaged' });
    const covering = joinToBytes([{ pdf: good, overlay: bad }], options);
    await expect(covering).rejects.toMatchObject({ part: 0, fault: 'damaged' });
  });

  it('no part at all, and an instant that is none, are faults of the caller', async () => {
    await expect(joinToBytes([], options)).rejects.toThrow(RangeError);
    await expect(joinToBytes([], { ...options, createdAt: 'today' })).rejects.toThrow('not an instant');
  });
});

describe('joining many parts', () => {
  it('takes one part at a time, tells how far it is and holds none of them', async () => {
    const { pdf } = await pdfOf(caseF);
    let [given, done, written] = [0, 0, 0];
    const held: number[] = [];
    async function* parts(): AsyncGenerator<JoinPart> {
      for (let part = 0; part < 300; part += 1) {
        // The part before must be finished before the next one is asked for.
        expect(done).toBe(given);
        given += 1;
        yield await Promise.resolve({ pdf: pdf.slice(), bookmark: { title: `协议 ${part}`, level: 0 } });
      }
    }
    const sink = {
      write(bytes: Uint8Array) {
        written += bytes.length;
        return Promise.resolve();
      },
    };
    const onPart = (count: number): void => {
      done = count;
      if (count % 100 === 0) held.push(memoryInUse());
    };
    const joined = await joinPdfs(parts(), sink, { ...options, onPart });
    expect(done).toBe(300);
    expect(written).toBe(joined.bytes);
    expect(joined.bytes).toBeGreaterThan(300 * 0.8 * pdf.length);
    // 200 parts later there is less than a fiftieth of what they hold.
    const [early = 0, , late = Infinity] = held;
    expect(late - early).toBeLessThan((200 * pdf.length) / 50);
  });

  it('stops with an AbortError when it is cancelled, and asks for no further part', async () => {
    const pdf = await madePdf((document) => void drawnPage(document));
    const cancel = new AbortController();
    let given = 0;
    let closed = false;
    function* parts(): Generator<JoinPart> {
      try {
        for (;;) {
          given += 1;
          yield { pdf };
        }
      } finally {
        closed = true;
      }
    }
    const joining = joinToBytes(parts(), {
      ...options,
      signal: cancel.signal,
      onPart: (done) => (done === 3 ? cancel.abort() : undefined),
    });
    await expect(joining).rejects.toMatchObject({ name: 'AbortError' });
    expect(given).toBe(4);
    expect(closed).toBe(true);
  });

  it('passes on what the sink throws', async () => {
    const pdf = await madePdf((document) => void drawnPage(document));
    const full = { write: () => Promise.reject(new Error('no space left')) };
    await expect(joinPdfs([{ pdf }], full, options)).rejects.toThrow('no space left');
  });
});
