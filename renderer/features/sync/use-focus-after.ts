import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the focus goes when a row of a list has been dealt with and is gone: to the row that took its place, else the
 * last one, else the heading; to that of the page when the whole list went away. Rows carry `data-row`; rows and heading can take the focus. `rows` names the rows on screen.
 */
export function useFocusAfter<T extends HTMLElement>(
  rows: string,
): {
  readonly box: RefObject<T | null>;
  /** Said before a row is dealt with; null when it stays after all. */
  readonly leaving: (index: number | null) => void;
} {
  const box = useRef<T>(null);
  const from = useRef<number | null>(null);
  useEffect(() => {
    const index = from.current;
    if (index === null || box.current === null) return;
    from.current = null;
    const left = box.current.querySelectorAll<HTMLElement>('[data-row]');
    (left[Math.min(index, left.length - 1)] ?? box.current.querySelector<HTMLElement>('h2'))?.focus();
  }, [rows]);
  useEffect(() => {
    const page = box.current?.closest('main')?.querySelector('h1');
    const went = from;
    return () => {
      if (went.current !== null) page?.focus();
    };
  }, []);
  return {
    box,
    leaving: (index) => {
      from.current = index;
    },
  };
}
