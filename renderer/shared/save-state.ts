import { useSyncExternalStore } from 'react';
import type { ProblemMessage } from '../../electron/contract/method';

/** Whether what is on screen is kept; shown at the foot of the window. */
export type SaveState =
  | { readonly state: 'untouched' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'failed'; readonly problem: ProblemMessage };

let current: SaveState = { state: 'untouched' };
const listeners = new Set<() => void>();

/** Says what has become of the last change. */
export function reportSaveState(next: SaveState): void {
  current = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Follows the state of saving. */
export const useSaveState = (): SaveState => useSyncExternalStore(subscribe, () => current);

/**
 * Resolves when no saving is under way, after `limit` milliseconds at the latest. Waits one moment first: a field that
 * has just lost the focus begins to save then.
 */
export async function settled(limit: number): Promise<void> {
  await new Promise((done) => setTimeout(done, 30));
  if (current.state !== 'saving') return;
  await new Promise<void>((done) => {
    const end = (): void => {
      clearTimeout(timer);
      listeners.delete(look);
      done();
    };
    const look = (): void => {
      if (current.state !== 'saving') end();
    };
    const timer = setTimeout(end, limit);
    listeners.add(look);
  });
}
