import { useEffect, useState } from 'react';
import type { AccountsPage } from '../../../electron/contract/access';
import type { Request } from '../../../electron/contract/contract';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useAccess } from '../../shared/access-context';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';

type Step = 'accounts.add' | 'accounts.change' | 'accounts.lock' | 'accounts.resetPassword' | 'accounts.settings';
/** Takes a step that answers with the page; resolves to the reasons when it is refused. */
export type AccountStep = <M extends Step>(name: M, request: Request<M>) => Promise<readonly ProblemMessage[]>;

interface AccountsAsked {
  readonly page: AccountsPage | null;
  readonly problems: readonly ProblemMessage[];
  readonly step: AccountStep;
}

/** The accounts of this workstation with the steps that change them. */
export function useAccounts(): AccountsAsked {
  const asked = useAnswer('accounts.page', {});
  const [answered, setAnswered] = useState<AccountsPage | null>(null);
  // Who has to wait for the next try is told at the door.
  const { reload } = useAccess();
  useEffect(reload, [reload]);
  const step: AccountStep = async (name, request) => {
    const answer = await call(name, request);
    if (!answer.ok) return answer.problems;
    setAnswered(answer.value);
    reload();
    return [];
  };
  return { page: answered ?? asked.value, problems: asked.problems, step };
}
