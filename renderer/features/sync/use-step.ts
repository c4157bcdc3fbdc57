import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';

/** A step under way: whether it runs, and why it was refused. */
export function useStep(): {
  readonly busy: boolean;
  readonly problems: readonly ProblemMessage[];
  /** Resolves to true when it went well. */
  readonly run: (step: () => Promise<readonly ProblemMessage[]>) => Promise<boolean>;
} {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  return {
    busy,
    problems,
    run: async (step) => {
      setBusy(true);
      const refused = await step();
      setBusy(false);
      setProblems(refused);
      return refused.length === 0;
    },
  };
}
