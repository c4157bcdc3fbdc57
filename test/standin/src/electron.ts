import { app } from './app';
import { BrowserWindow } from './browser-window';
import { clipboard } from './clipboard';
import { crashReporter } from './crash-reporter';
import { dialog } from './dialog';
import { ipcMain } from './ipc-main';
import { Menu, MenuItem } from './menu';
import { nativeTheme } from './native-theme';
import { net } from './net';
import { Notification } from './notification';
import { powerMonitor } from './power-monitor';
import { powerSaveBlocker } from './power-save-blocker';
import { protocol } from './protocol';
import { refuseTheRest } from './refuse';
import { safeStorage } from './safe-storage';
import { screen } from './screen';
import { session } from './session';
import { shell } from './shell';
import { webContents } from './web-contents';

/** What `require('electron')` gives the app's main process. */
export const electron = refuseTheRest('', {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
});
