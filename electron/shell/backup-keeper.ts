import type { Room } from '../core/room/room';
import { logFault } from './log';

/** Milliseconds after the start, so that opening the window comes first; and between two looks. */
const SOON = 60_000;
const HOUR = 3_600_000;

/**
 * Makes the daily backup（每日备份）of an open room: looks soon after the start and every hour, whether today has one. A folder
 * that cannot be reached is tried again at the next look. Returns what ends it.
 */
export function keepBackups(room: Pick<Room, 'backups'>, soon = SOON, hour = HOUR): () => void {
  let timer: NodeJS.Timeout;
  const look = async (): Promise<void> => {
    try {
      await room.backups.daily();
    } catch (fault) {
      logFault('daily backup', fault);
    }
    timer = setTimeout(() => void look(), hour);
  };
  timer = setTimeout(() => void look(), soon);
  return () => clearTimeout(timer);
}
