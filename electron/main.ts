import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { EVENTS } from './contract/contract';
import { createPdfService } from './core/documents/pdf-service';
import { printQueueFor } from './core/printing/print-queue-for';
import type { AccessDesk } from './core/room/access-desk';
import { nodeSyncPorts } from './core/room/sync-ports';
import { registerAppScheme, serveApp } from './shell/app-protocol';
import { keepBackups } from './shell/backup-keeper';
import { allHandlers, viewerFolder } from './shell/handlers/all-handlers';
import { answerWindow } from './shell/ipc';
import { watchCrashes } from './shell/crash-watch';
import { keyStoreProblem, osOpener } from './shell/key-opener';
import { LockKeeper } from './shell/lock-keeper';
import { keepFaults } from './shell/log';
import { watchPower } from './shell/watch-power';
import { syncInBackground } from './shell/sync-in-background';
import { RoomHolder } from './shell/room-holder';
import { ViewerFiles } from './shell/viewer-files';
import { confineContents, openWindow, refusePermissions, setMenu } from './shell/window';

/** Composition root of the desktop app. */

// Before the lock is asked for, so that a test run never meets a person's data.
const userData = process.env['MEDIATION_ROOM_USER_DATA'];
if (userData) app.setPath('userData', path.resolve(userData));

if (app.requestSingleInstanceLock()) start();
else app.exit(0);

function start(): void {
  keepFaults(path.join(app.getPath('userData'), 'faults.log'));
  watchCrashes();
  registerAppScheme();
  app.enableSandbox();
  confineContents();

  const out = path.join(app.getAppPath(), 'out');
  const fontsDir = path.join(out, 'fonts');
  const samplesDir = path.join(out, 'samples');
  const pdf = createPdfService({ workerFile: path.join(out, 'main', 'pdf-worker.cjs'), fontDirs: [fontsDir] });
  const queue = printQueueFor(process.platform, process.env, sumatraPlace());
  const folder = app.getPath('userData');
  const viewerFiles = new ViewerFiles(viewerFolder(folder));
  const send = (event: (typeof EVENTS)[keyof typeof EVENTS], value: unknown): void => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(event, value);
  };
  let endBackups = (): void => undefined;
  const holder = new RoomHolder({
    folder: path.join(folder, 'store'),
    pdf,
    printing: queue,
    keyStore: { opener: osOpener, problem: keyStoreProblem },
    opened: (room) => {
      room.onCasesChanged((caseIds) => {
        for (const caseId of caseIds) send(EVENTS.caseChanged, caseId);
      });
      room.access.onChange(() => {
        keeper.changed();
        send(EVENTS.accessChanged, null);
      });
      syncInBackground(room, () => send(EVENTS.syncChanged, null));
      endBackups();
      endBackups = keepBackups(room);
    },
    wiped: () => {
      endBackups();
      void viewerFiles.clear();
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
    },
  });
  const access = (): AccessDesk | null => holder.room?.access ?? null;
  const keeper = new LockKeeper({ access, ask: () => send(EVENTS.lockAsked, null), timers: nodeSyncPorts().timers });

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    endBackups();
    void Promise.allSettled([holder.close(), pdf.close(), viewerFiles.clear()]).then(() => {
      closed = true;
      app.quit();
    });
  });

  void app.whenReady().then(async () => {
    refusePermissions();
    setMenu();
    serveApp(path.join(out, 'renderer'), fontsDir);
    watchPower(keeper);
    await viewerFiles.clear();
    const handlers = allHandlers(holder, { samplesDir, pdf, printing: queue, folder, keeper, send });
    answerWindow(handlers, access);
    openWindow();
  });
}

/** The packaged app has the printing program of Windows among its resources; unpacked, the package in node_modules finds its own. */
function sumatraPlace(): { readonly sumatraPdfPath?: string } {
  return app.isPackaged ? { sumatraPdfPath: path.join(process.resourcesPath, 'bin', 'SumatraPDF.exe') } : {};
}
