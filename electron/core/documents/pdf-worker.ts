import { parentPort } from 'node:worker_threads';
import { directoryFonts, type FontSource } from './fonts/font-source';
import type { Rendered, RenderRequest } from './rendered';
import { renderForm } from './render-form';

/** What the service sends; `fontDirs` are looked through in turn. */
export interface WorkerRequest {
  readonly id: number;
  readonly request: RenderRequest;
  readonly fontDirs: readonly string[];
}

/** What the worker answers: a result, or the message of a fault of the program. */
export type WorkerAnswer =
  { readonly id: number; readonly result: Rendered } | { readonly id: number; readonly fault: string };

const port = parentPort;
if (port === null) throw new Error('pdf-worker runs as a worker thread only');

const sources = new Map<string, FontSource>();
/** One source a list of folders, held so that its fonts stay warm. */
function sourceOf(dirs: readonly string[]): FontSource {
  const key = dirs.join('\n');
  const source = sources.get(key) ?? directoryFonts(dirs);
  sources.set(key, source);
  return source;
}

// One after the other: pdfmake keeps its fonts in one place.
let queue: Promise<void> = Promise.resolve();
port.on('message', ({ id, request, fontDirs }: WorkerRequest) => {
  queue = queue.then(async () => {
    try {
      const result = await renderForm(request, sourceOf(fontDirs));
      port.postMessage({ id, result } satisfies WorkerAnswer, result.ok ? [result.pdf.buffer as ArrayBuffer] : []);
    } catch (error) {
      port.postMessage({ id, fault: error instanceof Error ? error.message : 'unknown fault' } satisfies WorkerAnswer);
    }
  });
});
