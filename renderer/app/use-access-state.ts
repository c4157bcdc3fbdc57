import { useEffect, useState } from 'react';
import type { AccessState } from '../../electron/contract/access';
import type { ProblemMessage } from '../../electron/contract/method';
import { onAccessChanged, onSignedOut } from '../shared/room-client';
import { useAnswer } from '../shared/use-answer';

interface AccessAsked {
  /** Null before the first answer. */
  readonly access: AccessState | null;
  readonly problems: readonly ProblemMessage[];
  readonly take: (state: AccessState) => void;
  readonly reload: () => void;
}

/** Who is signed in, kept up to date: after each step, when the program says that it changed, and when it refuses a call. */
export function useAccessState(): AccessAsked {
  const asked = useAnswer('access.state', {});
  const [answered, setAnswered] = useState<AccessState | null>(null);
  const [held, setHeld] = useState(asked.value);
  if (held !== asked.value) {
    setHeld(asked.value);
    setAnswered(null);
  }
  const { reload } = asked;
  useEffect(() => {
    const ends = [onAccessChanged(reload), onSignedOut(reload)];
    return () => {
      for (const end of ends) end();
    };
  }, [reload]);
  return { access: answered ?? asked.value, problems: asked.problems, take: setAnswered, reload };
}
