import type * as Electron from 'electron';
import { Imitation } from './imitation';
import { refuseTheRest } from './refuse';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

/** Channel to the handler that answers it. */
export const invokeHandlers = new Map<string, Handler>();

class IpcMain extends Imitation<never> {
  handle(channel: string, listener: Handler): void {
    if (invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    invokeHandlers.set(channel, listener);
  }

  removeHandler(channel: string): void {
    invokeHandlers.delete(channel);
  }
}
refuseTheRest('ipcMain', IpcMain.prototype);

export const ipcMain = new IpcMain();
