import { powerMonitor } from 'electron';
import type { LockKeeper } from './lock-keeper';

/** Locks with the system: its own lock, sleep, and on macOS the change to another user. Call when the app is ready. */
export function watchPower(keeper: LockKeeper): void {
  powerMonitor.on('lock-screen', () => keeper.lockSoon());
  powerMonitor.on('suspend', () => keeper.lockSoon());
  powerMonitor.on('resume', () => keeper.woke());
  if (process.platform === 'darwin') powerMonitor.on('user-did-resign-active', () => keeper.lockSoon());
}
