/** At most one call in this many milliseconds: an exchange tells of every step and of every case. */
const PACE = 150;

/**
 * Gathers calls: the first one starts the wait, at its end `look` is called once for all of them, so that a long row of
 * events neither floods nor starves it. `stop` forgets what still waits.
 */
export function paced(look: () => void): { readonly soon: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        look();
      }, PACE);
    },
    stop: () => clearTimeout(timer),
  };
}
