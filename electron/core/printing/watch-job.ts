import { setTimeout as pause } from 'node:timers/promises';
import { isFinal, type JobState, type PrintJob, type PrintOutcome, type PrintQueue } from './print-port';

/** How to follow a job. */
export interface WatchOptions {
  /** Told the first finding and each that differs from the one before; a fault of asking is a finding too. */
  readonly onChange: (found: PrintOutcome<JobState>) => void;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Milliseconds between two questions; 1,000 unless told. */
  readonly intervalMs?: number;
  /** Waits; may reject when the signal is raised. A timer unless told. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

const timer = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  pause(milliseconds, undefined, { signal });

/** Read anew each time: it changes while the watch waits. */
const isRaised = (signal: AbortSignal): boolean => signal.aborted;

/** Faults after which asking again cannot help. */
const isLost = (found: PrintOutcome<JobState>): boolean =>
  !found.ok &&
  found.problems.some(({ code }) => code === 'job-vanished' || code === 'printer-gone' || code === 'no-printer');

/**
 * Follows a job until it has ended or is lost, and gives that last finding; undefined when the signal ended the watch
 * before. A printing system that is down for a while is asked again. No timer outlives the promise.
 */
export async function watchJob(
  queue: Pick<PrintQueue, 'follow'>,
  job: PrintJob,
  options: WatchOptions,
): Promise<PrintOutcome<JobState> | undefined> {
  const { onChange, signal, intervalMs = 1_000, sleep = timer } = options;
  let told = '';
  while (!isRaised(signal)) {
    const found = await queue.follow(job);
    if (isRaised(signal)) return undefined;
    const text = JSON.stringify(found);
    if (text !== told) onChange(found);
    told = text;
    if (isLost(found) || (found.ok && isFinal(found.value))) return found;
    try {
      await sleep(intervalMs, signal);
    } catch (fault) {
      if (!isRaised(signal)) throw fault;
    }
  }
  return undefined;
}
