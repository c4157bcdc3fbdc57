import { useCallback, useState } from 'react';
import type { Request } from '../../../electron/contract/contract';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { SyncPageView } from '../../../electron/contract/sync';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';
import { useSyncChanges } from '../../shared/use-sync';

/** Steps that answer with the whole page. */
export type SyncStep =
  | 'sync.enrol'
  | 'sync.newIdentity'
  | 'sync.dismissRefused'
  | 'sync.takeSide'
  | 'sync.settleClosed'
  | 'sync.mergeParties';

/** Takes a step and shows the page that comes back; resolves to the reasons when it was refused. */
export type TakeStep = <M extends SyncStep>(step: M, request: Request<M>) => Promise<readonly ProblemMessage[]>;

interface SyncPageHold {
  readonly page: SyncPageView | null;
  readonly problems: readonly ProblemMessage[];
  readonly step: TakeStep;
  readonly reload: () => void;
}

/** What the page shows: fetched, fetched again when sync changes, and replaced by what a step answers. */
export function useSyncPage(): SyncPageHold {
  const asked = useAnswer('sync.page', {});
  const [answered, setAnswered] = useState<SyncPageView | null>(null);
  const [from, setFrom] = useState(asked.value);
  if (from !== asked.value) {
    setFrom(asked.value);
    setAnswered(null);
  }
  useSyncChanges(asked.reload);
  const step = useCallback<TakeStep>(async (name, request) => {
    const answer = await call(name, request);
    if (!answer.ok) return answer.problems;
    setAnswered(answer.value);
    return [];
  }, []);
  return { page: answered ?? asked.value, problems: asked.problems, step, reload: asked.reload };
}
