import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** A document that can be drawn. */
export interface OpenedPdf {
  readonly pages: number;
  /** Draws a page, numbered from 1, `width` CSS pixels wide; returns the function that stops it. */
  readonly draw: (page: number, canvas: HTMLCanvasElement, width: number) => () => void;
  readonly close: () => void;
}

/** One worker for all documents, a module of our own origin: the page's policy allows nothing else. */
let worker: PDFWorker | undefined;

/** Opens a document from its bytes. Nothing is fetched: fonts are embedded, no code is made from text. */
export async function openPdf(pdf: Uint8Array): Promise<OpenedPdf> {
  worker ??= PDFWorker.create({ port: new Worker(workerUrl, { type: 'module' }) });
  const task = getDocument({
    // pdf.js takes the bytes over: it gets its own copy.
    data: pdf.slice(),
    worker,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    enableXfa: false,
  });
  const document = await task.promise;
  return {
    pages: document.numPages,
    draw: (page, canvas, width) => draw(document, page, canvas, width),
    close: () => void task.destroy(),
  };
}

function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number): () => void {
  let stopped = false;
  let stop: () => void = () => {
    stopped = true;
  };
  const run = async (): Promise<void> => {
    const page = await document.getPage(number);
    if (stopped) return;
    const unscaled = page.getViewport({ scale: 1 });
    const scale = width / unscaled.width;
    const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
    // Drawn beside the page and put there in one step, so that it never shows half a page.
    const sheet = window.document.createElement('canvas');
    sheet.width = Math.floor(viewport.width);
    sheet.height = Math.floor(viewport.height);
    const task = page.render({ canvas: sheet, viewport });
    stop = () => {
      stopped = true;
      task.cancel();
    };
    await task.promise;
    if (stopped as boolean) return;
    canvas.width = sheet.width;
    canvas.height = sheet.height;
    canvas.style.width = `${unscaled.width * scale}px`;
    canvas.getContext('2d')?.drawImage(sheet, 0, 0);
    canvas.dataset['drawn'] = 'true';
  };
  // A cancelled drawing rejects; the next one is already on its way.
  run().catch(() => undefined);
  return () => stop();
}
