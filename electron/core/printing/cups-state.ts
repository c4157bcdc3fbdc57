import type { CupsEnd, CupsJob, CupsPrinter } from './cups-parse';
import type { JobState, Printer, Words } from './print-port';
import {
  GAVE_UP,
  HELD_ON_REQUEST,
  joinWords,
  NOT_ACCEPTING,
  QUEUE_STOPPED,
  stopReason,
  systemText,
  WILL_RETRY,
} from './reasons';

/** What CUPS tells becomes what the screens show; pure. */

const withReason = <T extends object>(value: T, reason: Words | undefined): T & { readonly reason?: Words } =>
  reason === undefined ? value : { ...value, reason };

/** A queue for the list of printers. Refusing new jobs outweighs being stopped, which still takes them. */
export function printerOf(found: CupsPrinter): Printer {
  const { name, isDefault } = found;
  const base = { name, isDefault, description: found.description === '' ? name : found.description };
  const stop = stopReason(found.alerts.filter((alert) => alert !== 'paused'));
  if (!found.accepting)
    return withReason({ ...base, state: 'not-accepting' }, joinWords(NOT_ACCEPTING, systemText(found.refusal)));
  if (!found.enabled)
    return withReason({ ...base, state: 'paused' }, joinWords(stop ?? QUEUE_STOPPED, systemText(found.message)));
  return withReason({ ...base, state: 'ready' }, stop);
}

/** A job that has not ended, seen together with its queue (undefined when that was not told). */
export function liveState(job: CupsJob, printer: CupsPrinter | undefined): JobState {
  const says = systemText(job.message);
  const has = (start: string): boolean => job.alerts.some((alert) => alert.startsWith(start));
  if (has('job-hold') || has('job-held')) return { phase: 'held-by-printer', reason: HELD_ON_REQUEST };
  const stop = stopReason((printer?.alerts ?? []).filter((alert) => alert !== 'paused'));
  if (printer?.enabled === false || has('printer-stopped')) {
    const reason = joinWords(stop ?? QUEUE_STOPPED, says ?? systemText(printer?.message ?? ''));
    return withReason({ phase: 'held-by-printer' }, reason);
  }
  if (has('resources-are-not-ready')) return withReason({ phase: 'held-by-printer' }, joinWords(WILL_RETRY, says));
  if (has('job-stopped')) return withReason({ phase: 'held-by-printer' }, joinWords(stop ?? QUEUE_STOPPED, says));
  if (stop !== undefined) return { phase: 'held-by-printer', reason: stop };
  return has('job-printing') || has('job-transforming') || has('processing-to-stop-point')
    ? withReason({ phase: 'printing' }, says)
    : { phase: 'waiting' };
}

/**
 * How a job ended, by its state reasons. Undefined when they do not tell: CUPS before 2.4.8 leaves `processing-to-stop-point`
 * on every ended job (OpenPrinting/cups pull request 832).
 */
export function endOf({ alerts }: CupsJob): CupsEnd | undefined {
  if (alerts.some((alert) => /^job-completed-(successfully|with-warnings)$/u.test(alert))) return 'completed';
  if (alerts.some((alert) => alert.startsWith('job-canceled-'))) return 'canceled';
  if (alerts.some((alert) => /^(job-)?aborted-by-system$|^job-completed-with-errors$/u.test(alert))) return 'aborted';
  return undefined;
}

/** The final state of a job. */
export function endState(end: CupsEnd, { message }: CupsJob): JobState {
  switch (end) {
    case 'completed':
      return { phase: 'done' };
    case 'canceled':
      return { phase: 'cancelled' };
    case 'aborted':
      return withReason({ phase: 'failed' }, joinWords(GAVE_UP, systemText(message)));
  }
}
