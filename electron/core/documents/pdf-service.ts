import { Worker } from 'node:worker_threads';
import type { PaperWorks } from './paper-works';
import type { WorkerAnswer, WorkerRequest } from './pdf-worker';
import type { Rendered, RenderRequest } from './rendered';
import type { RecoverySheetPaper } from './sheets/recovery-sheet';
import type { Task, TaskInput, TaskKind, TaskOutput } from './worker-tasks';

/** Makes PDFs on a thread of their own, so that the window keeps answering. */
export interface PdfService extends PaperWorks {
  /** As `renderForm`. Rejects for a fault of the program; a dead worker answers with `renderer-stopped`. */
  render(request: RenderRequest): Promise<Rendered>;
  /** As `recoverySheetPdf`. Rejects with WorkerStopped when the worker dies. */
  recoverySheet(paper: RecoverySheetPaper): Promise<Uint8Array>;
  /** Ends the thread; requests in hand are answered as by a dead worker. */
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

/** The worker ended while a task other than `render` was with it, which has no words of its own for that. */
export class WorkerStopped extends Error {
  override readonly name = 'WorkerStopped';
}

interface Waiting {
  readonly message: WorkerRequest;
  readonly resolve: (result: TaskOutput<TaskKind>) => void;
  readonly reject: (error: Error) => void;
}

const stop = ({ message, resolve, reject }: Waiting): void => {
  if (message.kind === 'render') resolve(STOPPED);
  else reject(new WorkerStopped(`the worker stopped at ${message.kind}`));
};

/**
 * A service over the built `pdf-worker` file. One request is with the worker at a time; when the worker dies, that one
 * is answered (`render`: with `renderer-stopped`; others reject with WorkerStopped), a new worker starts and the others go on.
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
      settle(stop);
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

  const run = <K extends TaskKind>(kind: K, input: TaskInput<K>): Promise<TaskOutput<K>> =>
    new Promise((resolve, reject) => {
      const message = { ...({ kind, input } as Task), id: next, fontDirs: options.fontDirs };
      next += 1;
      const request: Waiting = { message, resolve, reject };
      if (closed) {
        stop(request);
        return;
      }
      waiting.push(request);
      pump();
    });

  return {
    render: (request) => run('render', request),
    inspect: (bytes, fileName) => run('inspect', { bytes, fileName }),
    markDuplicate: (pdf) => run('markDuplicate', pdf),
    bind: (order) => run('bind', order),
    recoverySheet: (paper) => run('recoverySheet', paper),
    async close() {
      closed = true;
      const ending = worker;
      worker = undefined;
      for (const request of [...(inHand ? [inHand] : []), ...waiting.splice(0)]) stop(request);
      inHand = undefined;
      await ending?.terminate();
    },
  };
}
