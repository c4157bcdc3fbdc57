import { app, BrowserWindow } from 'electron';
import type { Handlers } from '../../contract/answers';
import { done } from '../../core/room/outcome';
import { noteFault } from '../log';

type Methods = Extract<keyof Handlers, `app.${string}`>;

/** The program itself. */
export const appHandlers: Handlers<Methods> = {
  'app.info': () => done({ version: app.getVersion(), platform: process.platform }),
  'app.zoom': ({ factor }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(factor);
    return done({});
  },
  'app.fault': ({ kind, frames }) => {
    noteFault('page', kind, frames);
    return done({});
  },
};
