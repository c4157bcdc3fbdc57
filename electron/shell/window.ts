import path from 'node:path';
import { app, BrowserWindow, Menu, session, shell } from 'electron';
import { ORIGIN } from './app-protocol';

/**
 * The one window of the app, isolated and sandboxed. It shows itself when it has something to show. Electron's checklist of
 * security stands item by item in test/unit/shell/checklist.test.ts.
 */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '调解室工作站 Mediation Room',
    backgroundColor: '#f5f6f8',
    webPreferences: {
      preload: path.join(app.getAppPath(), 'out/preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // What is typed goes to no dictionary service.
      spellcheck: false,
      // A window into the page's memory is for developers alone.
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}

/** Pages stay where they are: no navigation away, no new windows, no embedded pages, no permissions. */
export function confineContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** This version needs no permission of the browser at all. Call when the app is ready. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** Editing keys need a menu on macOS; elsewhere there is none. */
export function setMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
  );
}

/** Opens a file in the system's own viewer. Resolves to an empty text, or to the system's reason. */
export function openInViewer(file: string): Promise<string> {
  return shell.openPath(file);
}
