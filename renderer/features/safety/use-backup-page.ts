import { useCallback, useEffect, useState } from 'react';
import type { Request } from '../../../electron/contract/contract';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { BackupPage } from '../../../electron/contract/safety';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';
import { useWork } from './work-state';

/** Steps that answer at once with the whole page. */
type BackupStep = 'backup.chooseFolder' | 'backup.keep';

interface BackupHold {
  readonly page: BackupPage | null;
  readonly problems: readonly ProblemMessage[];
  /** Resolves to the reasons when the step was refused. */
  readonly step: <M extends BackupStep>(name: M, request: Request<M>) => Promise<readonly ProblemMessage[]>;
  readonly reload: () => void;
}

/** What is known of the backups: asked for, again when the window is looked at (a stick may be in) and when work has ended. */
export function useBackupPage(): BackupHold {
  const { running } = useWork();
  const asked = useAnswer('backup.page', {}, 0, running === null ? 'rest' : 'work');
  const { reload } = asked;
  const [answered, setAnswered] = useState<BackupPage | null>(null);
  const [from, setFrom] = useState(asked.value);
  if (from !== asked.value) {
    setFrom(asked.value);
    setAnswered(null);
  }
  useEffect(() => {
    window.addEventListener('focus', reload);
    return () => window.removeEventListener('focus', reload);
  }, [reload]);
  const step = useCallback<BackupHold['step']>(async (name, request) => {
    const answer = await call(name, request);
    if (!answer.ok) return answer.problems;
    setAnswered(answer.value);
    return [];
  }, []);
  return { page: answered ?? asked.value, problems: asked.problems, step, reload };
}
