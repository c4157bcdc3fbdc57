import { checkOrder } from './check-order';
import type { JobState, PrintJob, PrintOrder, PrintOutcome, PrintQueue, Printer, Submitted, Words } from './print-port';
import { notPrinted, printed } from './print-problems';
import { removeLeftovers, writePrivateFile } from './private-file';
import { GAVE_UP, joinWords, systemText } from './reasons';
import { windowsOptions, type WindowsPrinting } from './windows-arguments';

/** What the Windows queue needs from outside. */
export interface WindowsParts {
  /** Loads pdf-to-printer when it is first needed. */
  readonly load: () => Promise<WindowsPrinting>;
  /** Folder for the private file while a job is handed over, the account's own temporary folder. */
  readonly tempFolder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** SumatraPDF outside the archive of a packaged app; absent where the package's own folder is at hand. */
  readonly sumatraPdfPath?: string;
}

const HANDED_OVER: Words = {
  zh: '已交给 Windows 打印队列，是否打完请以打印机出纸为准。',
  en: 'Handed over to the Windows queue: look at the printer to see whether it was printed.',
};

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/**
 * The queue of Windows: pdf-to-printer, which hands a file to SumatraPDF. It knows which printers there are and whether a job
 * was handed over, not how printers and jobs fare. Jobs are known to the run that made them. Run on Windows itself by nobody
 * yet: proved with a double only (test/unit/printing/windows-queue.test.ts).
 */
export const windowsQueue = (parts: WindowsParts): PrintQueue => {
  const states = new Map<string, JobState>();
  let swept: Promise<void> | undefined;

  const printers = async (): Promise<PrintOutcome<readonly Printer[]>> => {
    try {
      const { getPrinters, getDefaultPrinter } = await parts.load();
      const found = await getPrinters();
      if (found.length === 0) return notPrinted('no-printer');
      const standard = (await getDefaultPrinter().catch(() => null))?.deviceId;
      return printed(
        found.map(({ deviceId, name }) => ({
          name: deviceId,
          description: name,
          isDefault: deviceId === standard,
          state: 'unknown',
        })),
      );
    } catch (fault) {
      return notPrinted('no-printing-system', textOf(fault));
    }
  };

  const handOver = async (pdf: Uint8Array, order: PrintOrder, id: string): Promise<void> => {
    const { print } = await parts.load();
    const file = await writePrivateFile(parts.tempFolder, 'document.pdf', pdf);
    states.set(id, { phase: 'printing' });
    void print(file.path, windowsOptions(order, parts.sumatraPdfPath))
      .then(
        (): JobState => ({ phase: 'unknown', reason: HANDED_OVER }),
        (fault: unknown): JobState => {
          // Node's message repeats the command line with the path; its first line says enough.
          const says = systemText(textOf(fault).split('\n')[0] ?? '');
          return { phase: 'failed', reason: joinWords(GAVE_UP, says) ?? GAVE_UP };
        },
      )
      .then(async (state) => {
        await file.remove().catch(() => undefined);
        states.set(id, state);
      });
  };

  const submit = async (pdf: Uint8Array, order: PrintOrder): Promise<PrintOutcome<Submitted>> => {
    const problems = checkOrder(pdf, order);
    if (problems.length > 0) return { ok: false, problems };
    // SumatraPDF says nothing useful about a printer that it does not find.
    const known = await printers();
    if (!known.ok) return known;
    if (!known.value.some(({ name }) => name === order.printer)) return notPrinted('printer-gone');
    swept ??= removeLeftovers(parts.tempFolder, parts.now());
    await swept;
    const id = `windows-${states.size + 1}`;
    try {
      await handOver(pdf, order, id);
      return printed({ job: { printer: order.printer, id } });
    } catch (fault) {
      return notPrinted('spool-refused', textOf(fault));
    }
  };

  const follow = (job: PrintJob): Promise<PrintOutcome<JobState>> => {
    const state = states.get(job.id);
    return Promise.resolve(state === undefined ? notPrinted('job-vanished') : printed(state));
  };

  const cancel = (job: PrintJob): Promise<PrintOutcome<undefined>> => {
    const state = states.get(job.id);
    if (state === undefined) return Promise.resolve(notPrinted('job-vanished'));
    return Promise.resolve(notPrinted(state.phase === 'failed' ? 'job-ended' : 'cannot-cancel'));
  };

  return { printers, submit, follow, cancel };
};
