import { useEffect, useState } from 'react';
import type { JobStateView } from '../../../electron/contract/documents';
import type { ProblemMessage } from '../../../electron/contract/method';
import { call } from '../../shared/room-client';
import type { SentJob } from './running-jobs';

const EVERY = 1_000;
const ENDED: ReadonlySet<JobStateView['phase']> = new Set(['done', 'cancelled', 'failed', 'unknown']);
/** After these nothing more will be heard of the job. */
const LOST: ReadonlySet<string> = new Set(['job-vanished', 'printer-gone']);

interface FollowedJob {
  /** Null until the first answer. */
  readonly state: JobStateView | null;
  readonly problems: readonly ProblemMessage[];
  /** True once nothing changes any more. */
  readonly ended: boolean;
  readonly cancel: () => Promise<void>;
}

/** Where a print job stands, asked every second until it has ended. */
export function usePrintJob({ printer, id }: SentJob['job']): FollowedJob {
  const [state, setState] = useState<JobStateView | null>(null);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  useEffect(() => {
    let here = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await call('documents.job', { job: { printer, id } });
      if (!here) return;
      if (answer.ok) setState(answer.value);
      setProblems(answer.ok ? [] : answer.problems);
      const over = answer.ok ? ENDED.has(answer.value.phase) : answer.problems.some((one) => LOST.has(one.code));
      if (!over) timer = setTimeout(() => void ask(), EVERY);
    };
    void ask();
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [printer, id]);
  const cancel = async (): Promise<void> => {
    const answer = await call('documents.cancelJob', { job: { printer, id } });
    if (answer.ok) setState(answer.value);
    setProblems(answer.ok ? [] : answer.problems);
  };
  const ended = (state !== null && ENDED.has(state.phase)) || problems.some((one) => LOST.has(one.code));
  return { state, problems, ended, cancel };
}
