import { useCallback, useEffect, useRef } from 'react';
import type { AccessState } from '../../electron/contract/access';
import { call, onLockAsked } from '../shared/room-client';
import { settled } from '../shared/save-state';

/** The program locks after two seconds by itself; what is typed has to be saved before that. */
const SAVING = 1_500;

/**
 * Locking, by Ctrl+L or when the program asks for it (idle, the system's own lock): the field with the cursor is left,
 * which saves it, and when that is done the program is told. After unlocking the cursor goes back. `lock` resolves to
 * whether it went well.
 */
export function useLock(
  open: boolean,
  take: (state: AccessState) => void,
): { readonly lock: () => Promise<boolean>; readonly save: () => Promise<void> } {
  const cursor = useRef<HTMLElement | null>(null);
  const save = useCallback(async (): Promise<void> => {
    if (document.activeElement instanceof HTMLElement) {
      cursor.current = document.activeElement;
      cursor.current.blur();
    }
    await settled(SAVING);
  }, []);
  const lock = useCallback(async (): Promise<boolean> => {
    await save();
    const answer = await call('access.lock', {});
    if (answer.ok) take(answer.value);
    return answer.ok;
  }, [save, take]);
  useEffect(() => (open ? onLockAsked(() => void lock()) : undefined), [open, lock]);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'l' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      void lock();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, lock]);
  useEffect(() => {
    if (!open) return;
    const place = cursor.current;
    cursor.current = null;
    if (place?.isConnected === true) place.focus();
  }, [open]);
  return { lock, save };
}
