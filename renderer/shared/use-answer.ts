import { useCallback, useEffect, useState } from 'react';
import type { MethodName, Request, Response } from '../../electron/contract/contract';
import type { ProblemMessage } from '../../electron/contract/method';
import { call } from './room-client';

/** What a screen knows of a call: the last good value stays while a newer one is fetched, so nothing flickers. */
export interface Asked<T> {
  readonly value: T | null;
  readonly problems: readonly ProblemMessage[];
  /** True until the first answer. */
  readonly waiting: boolean;
  readonly reload: () => void;
}

interface Held<T> {
  readonly value: T | null;
  readonly problems: readonly ProblemMessage[];
  readonly waiting: boolean;
}

/**
 * Asks the program when the request changes (after `delay` milliseconds without another change) and keeps the latest
 * answer only. A null request asks nothing and keeps what was there. A new `version` asks the same question again.
 */
export function useAnswer<M extends MethodName>(
  name: M,
  request: Request<M> | null,
  delay = 0,
  version = '',
): Asked<Response<M>> {
  const [held, setHeld] = useState<Held<Response<M>>>({ value: null, problems: [], waiting: true });
  const [round, setRound] = useState(0);
  const key = request === null ? null : JSON.stringify(request);
  useEffect(() => {
    if (key === null) return;
    let latest = true;
    const timer = setTimeout(() => {
      void call(name, JSON.parse(key) as Request<M>).then((answer) => {
        if (!latest) return;
        setHeld((before) =>
          answer.ok
            ? { value: answer.value, problems: [], waiting: false }
            : { value: before.value, problems: answer.problems, waiting: false },
        );
      });
    }, delay);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [name, key, delay, version, round]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  return { ...held, reload };
}
