/** Runs in the isolated world: gives the preload its `require('electron')` and joins it to the page and to main. */
import type * as Electron from 'electron';
import { captureNatives, openBridge } from './bridge';
import { openChannel, type OfferedIpcRenderer } from './ipc-renderer';
import { isAppPage, type WorldConfig } from './world-config';

/** The modules a preload can have here. */
export interface OfferedToPreload {
  readonly contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  readonly ipcRenderer: OfferedIpcRenderer;
}
type Preload = (require: (id: string) => unknown, module: object, exports: object, process: object) => void;

function refuseOthers<T extends object>(name: string, offered: T): T {
  return new Proxy(offered, {
    get(target, key): unknown {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
      throw new Error(`stand-in: electron.${name}${key} is not imitated`);
    },
  });
}

/** Hands the shared node over to the page's world, then runs the app's preload. */
export function start(config: WorldConfig, preload: Preload): void {
  if (!isAppPage()) return;
  const natives = captureNatives();
  const channel = openChannel();
  const node = document.createComment('');
  const bridge = openBridge(node, 'preload', 'page', natives);
  natives.call(natives.dispatch, document, [new MouseEvent(config.handOver, { relatedTarget: node })]);
  const ask = (permission: string, details: Readonly<Record<string, unknown>>): Promise<unknown> =>
    channel.ask((id) => ({ kind: 'permission', id, permission, details }));
  bridge.tell('permissions', bridge.pack(ask));

  const offered: OfferedToPreload = {
    contextBridge: refuseOthers('contextBridge.', {
      exposeInMainWorld: (key: string, api: unknown) => bridge.tell('expose', [key, bridge.pack(api)]),
    }),
    ipcRenderer: refuseOthers('ipcRenderer.', channel.ipcRenderer),
  };
  const modules = refuseOthers('', offered);
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return modules;
    throw new Error(`module not found: ${id}`);
  };
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, config.process);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    channel.send({ kind: 'preload-error', message });
  }
}
