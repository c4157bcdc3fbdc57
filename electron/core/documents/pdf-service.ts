import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest } from './pdf-worker';
import type { Rendered, RenderRequest } from './rendered';

/** Makes PDFs on a thread of their own, so that the window keeps answering. */
export interface PdfService {
  /** As `renderForm`. Rejects for a fault of the program; a dead worker answers with `renderer-stopped`. */
  render(request: RenderRequest): Promise<Rendered>;
  /** Ends the thread; requests in hand are answered with `renderer-stopped`. */
  close(): Promise<void>;
}

const STOPPED: Rendered = {
  ok: false,
  problems: [
    {
      code: 'renderer-stopped',
      zh: '生成文书的程序中断了，案件没有受影响。请再打印一次；仍不行的，请重新启动本软件。',
      en: 'The program that makes documents stopped; the case is untouched. Print again; if that fails, restart the application.',
    },
  ],
};

interface Waiting {
  readonly message: WorkerRequest;
  readonly resolve: (result: Rendered) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A service over the built `pdf-worker` file. One request is with the worker at a time; when the worker dies, that one
 * is answered with `renderer-stopped`, a new worker starts and the others go on.
 */
export function createPdfService(options: {
  readonly workerFile: string;
  readonly fontDirs: readonly string[];
}): PdfService {
  const waiting: Waiting[] = [];
  let inHand: Waiting | undefined;
  let worker: Worker | undefined;
  let next = 1;
  let closed = false;

  const settle = (act: (request: Waiting) => void): void => {
    const done = inHand;
    inHand = undefined;
    if (done) act(done);
    pump();
  };

  const start = (): Worker => {
    const started = new Worker(options.workerFile);
    started.on('message', (answer: WorkerAnswer) => {
      if (answer.id !== inHand?.message.id) return;
      settle((request) =>
        'result' in answer ? request.resolve(answer.result) : request.reject(new Error(answer.fault)),
      );
    });
    // 'exit' follows every 'error'; without this listener the error would end the whole program.
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (worker !== started) return;
      worker = undefined;
      settle((request) => request.resolve(STOPPED));
    });
    started.unref();
    return started;
  };

  const pump = (): void => {
    if (inHand !== undefined || closed) return;
    inHand = waiting.shift();
    if (inHand === undefined) {
      worker?.unref();
      return;
    }
    worker ??= start();
    worker.ref();
    worker.postMessage(inHand.message);
  };

  return {
    render: (request) =>
      new Promise((resolve, reject) => {
        if (closed) {
          resolve(STOPPED);
          return;
        }
        waiting.push({ message: { id: next, request, fontDirs: options.fontDirs }, resolve, reject });
        next += 1;
        pump();
      }),
    async close() {
      closed = true;
      const ending = worker;
      worker = undefined;
      for (const request of [...(inHand ? [inHand] : []), ...waiting.splice(0)]) request.resolve(STOPPED);
      inHand = undefined;
      await ending?.terminate();
    },
  };
}
