import type { Room } from '../core/room/room';

/** Milliseconds between two tidings: a bar that counts need not be told every entry. */
const PAUSE = 250;

/** Starts sync for the open room and tells the windows when its state changed, at most four times a second. */
export function syncInBackground(room: Room, tell: () => void): void {
  let waiting = false;
  room.sync.engine.onChange(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      tell();
    }, PAUSE);
  });
  room.sync.engine.start();
}
