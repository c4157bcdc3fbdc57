import { watchJob } from '../../electron/core/printing/watch-job';
import type { JobState, PrintJob, PrintOrder, PrintOutcome, PrintQueue } from '../../electron/core/printing/print-port';

/** The value of a success; anything else fails the test with the problems in it. */
export function valueOf<T>(outcome: PrintOutcome<T>): T {
  if (!outcome.ok)
    throw new Error(
      outcome.problems.map(({ code, en, detail }) => `${code}: ${en} ${detail?.['system'] ?? ''}`).join('\n'),
    );
  return outcome.value;
}

/** Codes of the problems; empty for a success. */
export const codesOf = (outcome: PrintOutcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.problems.map(({ code }) => code);

/** One copy of all three pages of the sample agreement, on one side. */
export const orderFor = (printer: string, changes: Partial<PrintOrder> = {}): PrintOrder => ({
  printer,
  copies: 1,
  sides: 'one',
  pageCount: 3,
  title: 'F12 （2024）泉银人调字第00123号',
  ...changes,
});

/** Hands the document over; gives the job. */
export async function send(queue: PrintQueue, pdf: Uint8Array, order: PrintOrder): Promise<PrintJob> {
  return valueOf(await queue.submit(pdf, order)).job;
}

/** Follows a job until its state satisfies; fails after half a minute with what was seen instead. */
export async function seen(queue: PrintQueue, job: PrintJob, phase: JobState['phase']): Promise<JobState> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(30_000)]);
  const states: JobState[] = [];
  const onChange = (found: PrintOutcome<JobState>): void => {
    const state = valueOf(found);
    states.push(state);
    if (state.phase === phase) stop.abort();
  };
  await watchJob(queue, job, { onChange, signal, intervalMs: 150 });
  const last = states.at(-1);
  if (last?.phase !== phase) throw new Error(`never ${phase}: ${JSON.stringify(states)}`);
  return last;
}
