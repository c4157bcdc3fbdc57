import { useEffect, useState } from 'react';
import type { AccessState } from '../../electron/contract/access';
import { holdCalls, refuseCalls, resumeCalls } from '../shared/held-calls';
import { setPersonHere } from '../shared/person-here';
import { reportSaveState, settled } from '../shared/save-state';

/** Longest wait for a saving of the person before, in milliseconds. */
const LAST_SAVING = 2_000;

/**
 * Whose work may be on screen; null while it is nobody's. The work of one person is taken away, with all it still wants
 * to write refused, before that of another is put there (see shared/held-calls.ts).
 */
export function useInside(access: AccessState | null): string | null {
  const [inside, setInside] = useState<string | null>(null);
  const here = access?.state === 'signed-in' || access?.state === 'locked' ? (access.who?.name ?? null) : null;
  const open = access?.state === 'signed-in';
  if (inside !== null && inside !== here) setInside(null);

  useEffect(() => {
    if (here === null) refuseCalls();
    else if (here === inside) (open ? resumeCalls : holdCalls)();
    else if (open) {
      let latest = true;
      refuseCalls();
      void settled(LAST_SAVING).then(() => {
        if (!latest) return;
        setPersonHere(here);
        reportSaveState({ state: 'untouched' });
        resumeCalls();
        setInside(here);
      });
      return () => {
        latest = false;
      };
    }
    return undefined;
  }, [here, inside, open]);
  return inside;
}
