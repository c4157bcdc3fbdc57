import { useSyncExternalStore } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { RestoreReport, VerifyReportView, WorkProgress } from '../../../electron/contract/safety';
import type { MethodName, Request, Response } from '../../../electron/contract/contract';
import { personHere } from '../../shared/person-here';
import { call, onWorkProgress } from '../../shared/room-client';

type Work = WorkProgress['work'];

/** What is known of the long work of this page: it goes on, and its result waits, while another page is shown. */
interface WorkState {
  readonly running: { readonly work: Work; readonly progress: WorkProgress | null } | null;
  /** Why the last one of each sort was not finished. */
  readonly problems: Partial<Readonly<Record<Work, readonly ProblemMessage[]>>>;
  /** Which sorts came to their end since the window was opened. */
  readonly finished: Partial<Readonly<Record<Work, true>>>;
  readonly stopped: boolean;
  readonly verified: VerifyReportView | null;
  readonly restored: RestoreReport | null;
}

const NOTHING: WorkState = {
  running: null,
  problems: {},
  finished: {},
  stopped: false,
  verified: null,
  restored: null,
};
let current = NOTHING;
/** Whose results are kept: those of one person are not shown to the next. */
let owner = '';
/** True while the work that runs was begun in this window; else it is the daily backup. */
let ours = false;
let hearing = false;
const listeners = new Set<() => void>();

function become(patch: Partial<WorkState>): void {
  current = { ...current, ...patch };
  for (const listener of listeners) listener();
}

/** Progress of what runs; the daily backup is shown, too, and is over with its last step. */
function hear(progress: WorkProgress): void {
  if (!ours && progress.done >= progress.total) become({ running: null });
  else if (!ours || current.running?.work === progress.work) become({ running: { work: progress.work, progress } });
}

const subscribe = (listener: () => void): (() => void) => {
  // Once for the window: the work outlives the page that shows it.
  if (!hearing) onWorkProgress(hear);
  hearing = true;
  if (owner !== personHere()) current = { ...NOTHING, running: current.running };
  owner = personHere();
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Follows the long work. */
export const useWork = (): WorkState => useSyncExternalStore(subscribe, () => current);

type LongMethod = Extract<
  MethodName,
  'backup.run' | 'backup.prove' | 'backup.restore' | 'verify.run' | 'verify.repair'
>;

/** Begins a long work and resolves to its answer; null when it was refused or stopped by the person. */
export async function startWork<M extends LongMethod>(
  work: Work,
  method: M,
  request: Request<M>,
): Promise<Response<M> | null> {
  if (ours) return null;
  ours = true;
  const { [work]: _before, ...problems } = current.problems;
  const { [work]: _done, ...finished } = current.finished;
  become({
    running: { work, progress: null },
    problems,
    finished,
    stopped: false,
    ...(work === 'verify' ? { verified: null } : {}),
    ...(work === 'restore' ? { restored: null } : {}),
  });
  const answer = await call(method, request);
  ours = false;
  if (answer.ok) become({ running: null, finished: { ...current.finished, [work]: true } });
  else
    become({
      running: null,
      problems: current.stopped ? current.problems : { ...current.problems, [work]: answer.problems },
    });
  return answer.ok ? answer.value : null;
}

/** Keeps the report of a check or a restore, so that it is there when the person comes back to the page. */
export const keepReport = (report: Pick<WorkState, 'verified'> | Pick<WorkState, 'restored'>): void => become(report);

/** Asks the work that runs to stop. */
export function stopWork(): void {
  become({ stopped: true });
  void call('backup.cancel', {});
}
