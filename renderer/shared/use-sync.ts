import { useEffect } from 'react';
import type { SyncStatusView } from '../../electron/contract/sync';
import { paced } from './paced';
import { onCaseChanged, onSyncChanged } from './room-client';
import { useAnswer } from './use-answer';

/** Calls `look` when sync has changed, and when the window is looked at again. */
export function useSyncChanges(look: () => void): void {
  useEffect(() => {
    const { soon, stop } = paced(look);
    const unhear = onSyncChanged(soon);
    window.addEventListener('focus', soon);
    return () => {
      unhear();
      window.removeEventListener('focus', soon);
      stop();
    };
  }, [look]);
}

/** Calls `look` when any case has changed, here or from another room. */
export function useCaseChanges(look: () => void): void {
  useEffect(() => {
    const { soon, stop } = paced(look);
    const unhear = onCaseChanged(soon);
    return () => {
      unhear();
      stop();
    };
  }, [look]);
}

/** The state of sync, kept up to date; null before the first answer. */
export function useSyncStatus(): SyncStatusView | null {
  const status = useAnswer('sync.status', {});
  useSyncChanges(status.reload);
  return status.value;
}
