import { app, dialog, type WebContents } from 'electron';
import { logFault, noteFault } from './log';

/**
 * What happens when a process fails（异常处理）: the fault is kept without its message, the person is told in words, and the
 * program goes on or ends in order. No memory images are made: they would hold case text.
 * Proved by test/e2e/hardening.spec.ts.
 */
export function watchCrashes(): void {
  process.on('uncaughtException', (fault) => {
    logFault('main process', fault);
    // What is open now can no longer be trusted; what was acknowledged is on the disk.
    dialog.showErrorBox(TITLE, MAIN_FAULT);
    app.exit(1);
  });
  process.on('unhandledRejection', (fault) => logFault('main process', fault));
  app.on('web-contents-created', (_event, contents) => {
    contents.on('render-process-gone', (_gone, { reason }) => {
      noteFault('window', reason, []);
      if (reason !== 'clean-exit') showAgain(contents);
    });
  });
}

const reloaded = new Map<WebContents, number>();
/** Milliseconds in which a second failure of the same window is not answered by opening it again. */
const SOON = 60_000;

function showAgain(contents: WebContents): void {
  const now = Date.now();
  const last = reloaded.get(contents);
  reloaded.set(contents, now);
  if (last !== undefined && now - last < SOON) {
    dialog.showErrorBox(TITLE, WINDOW_FAULT);
    app.quit();
    return;
  }
  contents.reload();
}

const TITLE = '调解室工作站 Mediation Room';
const MAIN_FAULT =
  '软件出现内部错误，需要重新打开。之前保存的内容完好。再次出现时，请在“备份与核验”中收集诊断信息交给管理员。\n\nThe program failed and has to be opened again. What was saved before is safe. If it happens again, collect diagnostics and hand them to the administrator.';
const WINDOW_FAULT =
  '窗口连续两次出现故障，软件将关闭。之前保存的内容完好，请重新打开；仍不行请联系管理员。\n\nThe window failed twice and the program closes. What was saved before is safe. Open it again, then call the administrator.';
