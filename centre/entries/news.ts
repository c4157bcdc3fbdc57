/**
 * Who waits for news of which organisation（新消息）, in this process. A parked listener costs a closure and a timer: no
 * connection to the database.
 *
 * Promises: news told after `mark` was taken end a `wait` with that mark, even when they came before the wait began.
 * Does not promise: news across processes; the database's LISTEN calls `tell` here (centre/service.ts).
 * Proved by test/unit/centre/news.test.ts.
 */
export interface News {
  /** How much news of this organisation there has been: taken before one looks. */
  readonly mark: (organisation: string) => number;
  /**
   * Resolves when there is news after `mark`, `ms` milliseconds have passed, the signal aborts or the service closes.
   * Never rejects.
   */
  readonly wait: (organisation: string, mark: number, ms: number, signal?: AbortSignal) => Promise<void>;
  readonly tell: (organisation: string) => void;
  /** Listeners parked now. */
  readonly parked: () => number;
  /** Lets all go; later waits resolve at once. */
  readonly close: () => void;
  readonly closed: () => boolean;
}

/** A notifier with nobody waiting. */
export function createNews(): News {
  const marks = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  let count = 0;
  let closed = false;
  const mark = (organisation: string): number => marks.get(organisation) ?? 0;
  return {
    mark,
    wait: (organisation, seen, ms, signal) =>
      new Promise((resolve) => {
        if (closed || signal?.aborted === true || mark(organisation) !== seen) {
          resolve();
          return;
        }
        const end = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', end);
          const set = waiting.get(organisation);
          set?.delete(end);
          if (set?.size === 0) waiting.delete(organisation);
          count -= 1;
          resolve();
        };
        const timer = setTimeout(end, ms);
        signal?.addEventListener('abort', end);
        const set = waiting.get(organisation) ?? new Set();
        waiting.set(organisation, set.add(end));
        count += 1;
      }),
    tell: (organisation) => {
      marks.set(organisation, mark(organisation) + 1);
      for (const end of [...(waiting.get(organisation) ?? [])]) end();
    },
    parked: () => count,
    close: () => {
      closed = true;
      for (const set of [...waiting.values()]) for (const end of [...set]) end();
    },
    closed: () => closed,
  };
}
