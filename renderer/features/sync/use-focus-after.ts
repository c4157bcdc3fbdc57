import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the focus goes when a row of a list has been dealt with and is gone: to the row that took its place, else the
 * last one, else the heading. Rows carry `data-row`; rows and heading can take the focus.
 */
export function useFocusAfter<T extends HTMLElement>(
  rows: number,
): { readonly box: RefObject<T | null>; readonly focusAfter: (index: number) => void } {
  const box = useRef<T>(null);
  const from = useRef<number | null>(null);
  const focus = (): void => {
    const index = from.current;
    if (index === null || box.current === null) return;
    from.current = null;
    const left = box.current.querySelectorAll<HTMLElement>('[data-row]');
    (left[Math.min(index, left.length - 1)] ?? box.current.querySelector<HTMLElement>('h2'))?.focus();
  };
  useEffect(focus, [rows]);
  return {
    box,
    focusAfter: (index) => {
      from.current = index;
      // The page that came back may be on screen already.
      requestAnimationFrame(focus);
    },
  };
}
