import { useEffect, useState } from 'react';
import { secondsLeft } from './wait-words';

/** Whole seconds until an instant (milliseconds since 1970), counted down each second; 0 when it is over. */
export function useSecondsLeft(until: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = secondsLeft(until, now);
  useEffect(() => {
    if (until === null) return;
    const look = (): void => setNow(Date.now());
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
