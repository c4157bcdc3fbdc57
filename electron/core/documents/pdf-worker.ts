import { parentPort } from 'node:worker_threads';
import { bind } from './dossier/bind';
import { markDuplicate } from './dossier/duplicate-mark';
import { directoryFonts, type FontSource } from './fonts/font-source';
import { renderForm } from './render-form';
import { inspectScan } from './scans/inspect-scan';
import { recoverySheetPdf } from './sheets/recovery-sheet';
import type { Task, TaskInput, TaskKind, TaskOutput } from './worker-tasks';

/** What the service sends; `fontDirs` are looked through in turn. */
export type WorkerRequest = Task & { readonly id: number; readonly fontDirs: readonly string[] };

/** What the worker answers: a result, or the message of a fault of the program. */
export type WorkerAnswer =
  { readonly id: number; readonly result: TaskOutput<TaskKind> } | { readonly id: number; readonly fault: string };

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

const DO: { readonly [K in TaskKind]: (input: TaskInput<K>, fonts: FontSource) => Promise<TaskOutput<K>> } = {
  render: (request, fonts) => renderForm(request, fonts),
  inspect: ({ bytes, fileName }) => inspectScan(bytes, fileName),
  markDuplicate: (pdf, fonts) => markDuplicate(pdf, fonts),
  bind: (order, fonts) => bind(order, fonts),
  recoverySheet: (paper, fonts) => recoverySheetPdf(paper, fonts),
};

function run<K extends TaskKind>(kind: K, input: TaskInput<K>, fonts: FontSource): Promise<TaskOutput<K>> {
  return DO[kind](input, fonts);
}

// One after the other: pdfmake keeps its fonts in one place.
let queue: Promise<void> = Promise.resolve();
port.on('message', ({ id, kind, input, fontDirs }: WorkerRequest) => {
  queue = queue.then(async () => {
    try {
      const result = await run(kind, input, sourceOf(fontDirs));
      port.postMessage({ id, result } satisfies WorkerAnswer);
    } catch (error) {
      port.postMessage({ id, fault: error instanceof Error ? error.message : 'unknown fault' } satisfies WorkerAnswer);
    }
  });
});
