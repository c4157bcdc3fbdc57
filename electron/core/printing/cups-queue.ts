import { checkOrder, cleanTitle, rangesAsText } from './check-order';
import { parseEnd, parseJob, parsePrinters, parseRequestId, type CupsEnd, type CupsPrinter } from './cups-parse';
import { cupsCommands, type Answer, type Environment, type RunCups } from './cups-commands';
import { endOf, endState, liveState, printerOf } from './cups-state';
import type {
  JobState,
  PrintCode,
  PrintJob,
  PrintOrder,
  PrintOutcome,
  PrintQueue,
  Printer,
  Sides,
  Submitted,
} from './print-port';
import { notPrinted, printed } from './print-problems';

const SIDES: Readonly<Record<Sides, string>> = {
  one: 'one-sided',
  'two-long': 'two-sided-long-edge',
  'two-short': 'two-sided-short-edge',
};

/** No separator of CUPS's lists, no path, no option: a name that is none of these cannot be a queue's. */
const isQueueName = (name: string): boolean => /^[^\s/#,?'"\\-][^\s/#,?'"\\]*$/u.test(name);

/** CUPS's ids: the queue's name and a number. */
const isJobId = (id: string): boolean => /^[^\s/#,?'"\\-][^\s/#,?'"\\]*-\d+$/u.test(id);

/**
 * lp's arguments for an order. Everything that a workstation's own defaults (lpoptions) could change about the paper is said
 * outright: size, no scaling, one page a sheet, copies one after the other.
 */
export const lpArguments = (order: PrintOrder): readonly string[] => [
  ...['-d', order.printer, '-n', String(order.copies), '-t', cleanTitle(order.title)],
  ...['-o', 'media=A4', '-o', 'print-scaling=none', '-o', 'number-up=1', '-o', 'collate=true'],
  ...['-o', `sides=${SIDES[order.sides]}`],
  ...(order.pages === undefined ? [] : ['-o', `page-ranges=${rangesAsText(order.pages)}`]),
  ...['--', '-'],
];

const textOf = (answer: Answer): string => (answer.kind === 'ended' ? answer.err.trim() : '');
/** What a command that succeeded printed; undefined when it did not. */
const outputOf = (answer: Answer): string | undefined =>
  answer.kind === 'ended' && answer.code === 0 ? answer.out : undefined;

/** The queue of Linux and macOS: CUPS by its own commands, on the server that CUPS_SERVER or the system names. */
export const cupsQueue = (env: Environment, run: RunCups = cupsCommands(env)): PrintQueue => {
  const runs = async (): Promise<boolean> => {
    const said = outputOf(await run('lpstat', ['-r']));
    return said?.includes('scheduler is running') === true;
  };

  /** All queues; undefined when there is no printing system to ask. */
  const list = async (): Promise<readonly CupsPrinter[] | undefined> => {
    const answer = await run('lpstat', ['-l', '-p', '-d', '-a']);
    if (answer.kind !== 'ended') return undefined;
    const found = parsePrinters(answer.out);
    return found.length > 0 || (await runs()) ? found : undefined;
  };

  /** Why a command that named a printer failed, when the fault may lie with the printer or the system. */
  const faultWith = async (printer: string, otherwise: PrintCode, detail: string): Promise<PrintOutcome<never>> => {
    const found = await list();
    if (found === undefined) return notPrinted('no-printing-system', detail);
    if (found.length === 0) return notPrinted('no-printer', detail);
    const queue = found.find(({ name }) => name === printer);
    if (queue === undefined) return notPrinted('printer-gone', detail);
    return notPrinted(queue.accepting || otherwise !== 'spool-refused' ? otherwise : 'not-accepting', detail);
  };

  const printers = async (): Promise<PrintOutcome<readonly Printer[]>> => {
    const found = await list();
    if (found === undefined) return notPrinted('no-printing-system');
    return found.length === 0 ? notPrinted('no-printer') : printed(found.map(printerOf));
  };

  const submit = async (pdf: Uint8Array, order: PrintOrder): Promise<PrintOutcome<Submitted>> => {
    const problems = checkOrder(pdf, order);
    if (problems.length > 0) return { ok: false, problems };
    if (!isQueueName(order.printer)) return notPrinted('printer-gone');
    const answer = await run('lp', lpArguments(order), pdf);
    if (answer.kind === 'missing') return notPrinted('no-printing-system');
    if (answer.kind === 'late') return notPrinted('submit-unclear');
    const id = answer.code === 0 ? parseRequestId(answer.out) : undefined;
    if (id !== undefined) return printed({ job: { printer: order.printer, id } });
    return faultWith(order.printer, answer.code === 0 ? 'submit-unclear' : 'spool-refused', textOf(answer));
  };

  /** Asks how an ended job ended. To cancel what has ended changes nothing, and the refusal names the end. */
  const askEnd = async (id: string): Promise<CupsEnd | undefined> => parseEnd(textOf(await run('cancel', [id])));

  const follow = async (job: PrintJob): Promise<PrintOutcome<JobState>> => {
    if (!isQueueName(job.printer)) return notPrinted('printer-gone');
    if (!isJobId(job.id)) return notPrinted('job-vanished');
    const live = await run('lpstat', ['-l', '-W', 'not-completed', '-o', job.printer, '-p', job.printer]);
    const listed = outputOf(live);
    if (listed === undefined) return faultWith(job.printer, 'job-vanished', textOf(live));
    const waiting = parseJob(listed, job.id);
    if (waiting !== undefined) {
      const queue = parsePrinters(listed).find(({ name }) => name === job.printer);
      return printed(liveState(waiting, queue));
    }
    const past = await run('lpstat', ['-l', '-W', 'completed', '-o', job.printer]);
    const ended = parseJob(outputOf(past) ?? '', job.id);
    if (ended === undefined) return faultWith(job.printer, 'job-vanished', textOf(past));
    const end = endOf(ended) ?? (await askEnd(job.id));
    return end === undefined ? faultWith(job.printer, 'job-vanished', '') : printed(endState(end, ended));
  };

  const cancel = async (job: PrintJob): Promise<PrintOutcome<undefined>> => {
    if (!isJobId(job.id)) return notPrinted('job-vanished');
    const answer = await run('cancel', [job.id]);
    if (outputOf(answer) !== undefined) return printed(undefined);
    const end = parseEnd(textOf(answer));
    if (end === 'canceled') return printed(undefined);
    if (end !== undefined) return notPrinted('job-ended', textOf(answer));
    const gone = /does not exist|unknown destination/u.test(textOf(answer));
    return faultWith(job.printer, gone ? 'job-vanished' : 'cannot-cancel', textOf(answer));
  };

  return { printers, submit, follow, cancel };
};
