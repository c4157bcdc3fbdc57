import { useEffect } from 'react';
import { call } from '../shared/room-client';

/** At most one word in so many milliseconds. */
const PACE = 15_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells the program that somebody is at work, so that the screen does not lock under his hands. */
export function useTouch(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    let last = -Infinity;
    const touch = (): void => {
      const now = performance.now();
      if (now - last < PACE) return;
      last = now;
      void call('access.touch', {});
    };
    for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [open]);
}
