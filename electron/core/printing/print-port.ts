import type { Problem } from '../domain/checks/problem';

/** What one finds in plain words on both languages' screens. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Whether a queue takes and prints work. `unknown`: the system does not say (Windows). */
export type PrinterState = 'ready' | 'paused' | 'not-accepting' | 'unknown';

/** A printer（打印机）as the operating system lists it. */
export interface Printer {
  /** The name by which an order addresses it. */
  readonly name: string;
  /** What its administrator wrote about it; the name when nothing was written. */
  readonly description: string;
  readonly isDefault: boolean;
  readonly state: PrinterState;
  /** Why it does not print, or what it warns of; absent when there is nothing to say. */
  readonly reason?: Words;
}

/** Pages `from` to `to`, both included, counted from 1. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** Printed on one side（单面）, or on both, turned over the long or the short edge（双面，长边/短边翻转）. */
export type Sides = 'one' | 'two-long' | 'two-short';

/** What to print how. All forms of domain.md 1.5 are A4, so the paper is not asked. */
export interface PrintOrder {
  readonly printer: string;
  /** Whole number from 1 to 99. */
  readonly copies: number;
  readonly sides: Sides;
  /** All pages when absent. In rising order, without overlap, within the document. */
  readonly pages?: readonly PageRange[];
  /** Pages of the document, against which `pages` is checked. */
  readonly pageCount: number;
  /** Shown in the system's list of jobs, which others can read: a number or a form, never a party's name. */
  readonly title: string;
}

/** A job（打印任务）in the system's queue; plain data, so that it can be kept and followed after a restart. */
export interface PrintJob {
  readonly printer: string;
  /** The system's own id, for example `office-12`. */
  readonly id: string;
}

/** What became of an order that was taken. */
export interface Submitted {
  readonly job: PrintJob;
}

/**
 * How far a job is. `done`: all data went to the device, which is not yet paper in the hand, so 已打印 is set only when the
 * mediator confirms (domain.md 8.6 O5). `unknown`: handed over, and the system tells no more (Windows).
 */
export type JobPhase = 'waiting' | 'printing' | 'held-by-printer' | 'done' | 'cancelled' | 'failed' | 'unknown';

export interface JobState {
  readonly phase: JobPhase;
  readonly reason?: Words;
}

/** Phases after which nothing changes any more. */
export const isFinal = ({ phase }: JobState): boolean =>
  phase === 'done' || phase === 'cancelled' || phase === 'failed' || phase === 'unknown';

/** The closed list of faults of printing. */
export type PrintCode =
  | 'no-printing-system'
  | 'no-printer'
  | 'printer-gone'
  | 'not-accepting'
  | 'spool-refused'
  | 'submit-unclear'
  | 'bad-copies'
  | 'bad-pages'
  | 'not-a-document'
  | 'job-vanished'
  | 'job-ended'
  | 'cannot-cancel';

export type PrintProblem = Problem<PrintCode>;

/** The value, or why there is none; fits the room's Outcome. */
export type PrintOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly PrintProblem[] };

/**
 * The printing system of the workstation. Guarantee: `submit` sends exactly the given bytes, and no file of ours with the plain
 * PDF is left on the disk (Linux and macOS: none is written; Windows: a private one until the job is handed over). Not
 * guaranteed: what the system's own spool keeps (docs/decisions/printing.md). Proved by test/printing/.
 */
export interface PrintQueue {
  /** All printers; at least one. */
  readonly printers: () => Promise<PrintOutcome<readonly Printer[]>>;
  /** Checks the order and hands the bytes of a finished PDF to the queue. A stopped queue takes them too and waits. */
  readonly submit: (pdf: Uint8Array, order: PrintOrder) => Promise<PrintOutcome<Submitted>>;
  readonly follow: (job: PrintJob) => Promise<PrintOutcome<JobState>>;
  /** Takes a job back; succeeds also when it was cancelled before. */
  readonly cancel: (job: PrintJob) => Promise<PrintOutcome<undefined>>;
}
