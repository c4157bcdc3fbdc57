/** Read by the compiler, never run: what the stand-in offers beside Electron's own type, by Electron's name for it. */
import type * as Electron from 'electron';
import type { CommandLine } from '../src/command-line';
import type { electron } from '../src/electron';
import type { MainFrame } from '../src/main-frame';
import type { Session } from '../src/session';
import type { WebContents } from '../src/web-contents';
import type { WebRequest } from '../src/web-request';
import type { OfferedToPreload } from '../src/worlds/preload-world';

type Offered = typeof electron;

/** Modules and the instances of classes. */
export interface Instances {
  App: [Offered['app'], Electron.App];
  BrowserWindow: [InstanceType<Offered['BrowserWindow']>, Electron.BrowserWindow];
  Clipboard: [Offered['clipboard'], Electron.Clipboard];
  CommandLine: [CommandLine, Electron.CommandLine];
  ContextBridge: [OfferedToPreload['contextBridge'], Electron.ContextBridge];
  CrashReporter: [Offered['crashReporter'], Electron.CrashReporter];
  Dialog: [Offered['dialog'], Electron.Dialog];
  IpcMain: [Offered['ipcMain'], Electron.IpcMain];
  IpcRenderer: [OfferedToPreload['ipcRenderer'], Electron.IpcRenderer];
  Menu: [InstanceType<Offered['Menu']>, Electron.Menu];
  MenuItem: [InstanceType<Offered['MenuItem']>, Electron.MenuItem];
  NativeTheme: [Offered['nativeTheme'], Electron.NativeTheme];
  Net: [Offered['net'], Electron.Net];
  Notification: [InstanceType<Offered['Notification']>, Electron.Notification];
  PowerMonitor: [Offered['powerMonitor'], Electron.PowerMonitor];
  PowerSaveBlocker: [Offered['powerSaveBlocker'], Electron.PowerSaveBlocker];
  Protocol: [Offered['protocol'], Electron.Protocol];
  SafeStorage: [Offered['safeStorage'], Electron.SafeStorage];
  Screen: [Offered['screen'], Electron.Screen];
  Session: [Session, Electron.Session];
  Shell: [Offered['shell'], Electron.Shell];
  WebContents: [WebContents, Electron.WebContents];
  WebFrameMain: [MainFrame, Electron.WebFrameMain];
  WebRequest: [WebRequest, Electron.WebRequest];
}

/** What a class, or a module that is a class in the typings, offers of itself. */
export interface Statics {
  BrowserWindow: [Offered['BrowserWindow'], typeof Electron.BrowserWindow];
  Menu: [Offered['Menu'], typeof Electron.Menu];
  Notification: [Offered['Notification'], typeof Electron.Notification];
  Session: [Offered['session'], typeof Electron.session];
  WebContents: [Offered['webContents'], typeof Electron.webContents];
}

/** The names that `import ... from 'electron'` can have, in the main process and in a preload. */
export interface Names {
  main: [Offered, typeof Electron];
  preload: [OfferedToPreload, typeof Electron];
}
