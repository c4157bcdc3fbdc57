import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Electron's functions as far as the window uses them; what it was given is kept. */
const electron = vi.hoisted(() => {
  type Listener = (...given: unknown[]) => unknown;
  const said = { options: [] as unknown[], url: '', menu: undefined as unknown, packaged: true };
  const listeners = new Map<string, Listener>();
  const session: { request: Listener | null; check: Listener | null } = { request: null, check: null };
  class BrowserWindow {
    constructor(options: unknown) {
      said.options.push(options);
    }
    once(): void {
      // Nothing here shows anything.
    }
    loadURL(url: string): Promise<void> {
      said.url = url;
      return Promise.resolve();
    }
  }
  return {
    said,
    listeners,
    session,
    module: {
      BrowserWindow,
      Menu: { setApplicationMenu: (menu: unknown) => (said.menu = menu), buildFromTemplate: () => ({}) },
      app: {
        get isPackaged() {
          return said.packaged;
        },
        getAppPath: () => '/app',
        on: (event: string, listener: Listener) => listeners.set(event, listener),
      },
      session: {
        defaultSession: {
          setPermissionRequestHandler: (handler: Listener) => (session.request = handler),
          setPermissionCheckHandler: (handler: Listener) => (session.check = handler),
        },
      },
      shell: { openPath: () => Promise.resolve('') },
      protocol: {},
    },
  };
});
vi.mock('electron', () => electron.module);

const { confineContents, openWindow, refusePermissions } = await import('../../../electron/shell/window');

const root = path.resolve(import.meta.dirname, '../../..');

/** All sources of a folder, one text. */
const sourcesOf = (folder: string): string =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[.]tsx?$/.test(name))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'))
    .join('\n');
const main = `${sourcesOf('electron/shell')}\n${readFileSync(path.join(root, 'electron/main.ts'), 'utf8')}`;

describe("Electron's checklist of security", () => {
  beforeEach(() => {
    electron.said.options.length = 0;
    electron.said.packaged = true;
  });

  const preferences = (): Readonly<Record<string, unknown>> => {
    openWindow();
    const [options] = electron.said.options as readonly {
      readonly webPreferences: Readonly<Record<string, unknown>>;
    }[];
    return options?.webPreferences ?? {};
  };

  it('1: only what lies in the package is loaded', () => {
    preferences();
    expect(electron.said.url).toBe('app://bundle/index.html');
    expect(main).not.toMatch(/loadURL\((?!`\$\{ORIGIN\})/);
  });

  it('2, 3, 4: no Node in pages, an isolated context, a sandboxed process', () => {
    const given = preferences();
    expect(given).toMatchObject({ nodeIntegration: false, contextIsolation: true, sandbox: true });
    for (const name of ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
      expect(given[name] ?? false, name).toBe(false);
    expect(main).toContain('app.enableSandbox()');
  });

  it('5: no permission is granted, asked for or checked', () => {
    refusePermissions();
    let granted: unknown = null;
    electron.session.request?.({}, 'media', (answer: unknown) => (granted = answer));
    expect(granted).toBe(false);
    expect(electron.session.check?.({}, 'media')).toBe(false);
  });

  it('6, 8, 9, 10: the rules of the web are on, nothing insecure or experimental is', () => {
    const given = preferences();
    expect(given['webSecurity']).toBe(true);
    for (const name of ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures', 'plugins'])
      expect(given, name).not.toHaveProperty(name);
    expect(main).not.toMatch(/disable-web-security|allow-running-insecure|ignore-certificate-errors|remote-debugging/);
    expect(main).not.toMatch(/certificate-error|setCertificateVerifyProc/);
  });

  it('11, 12: no embedded pages', () => {
    expect(preferences()['webviewTag']).toBe(false);
    confineContents();
    expect(main).toContain("contents.on('will-attach-webview', (event) => event.preventDefault())");
  });

  it('13, 14: pages neither leave nor open windows', () => {
    confineContents();
    const on = new Map<string, (event: { readonly url: string; preventDefault: () => void }) => void>();
    let opened: (() => unknown) | null = null;
    electron.listeners.get('web-contents-created')?.(
      {},
      {
        on: (event: string, listener: never) => on.set(event, listener),
        setWindowOpenHandler: (handler: () => unknown) => (opened = handler),
      },
    );
    const stopped = (url: string): boolean => {
      let prevented = false;
      on.get('will-navigate')?.({ url, preventDefault: () => (prevented = true) });
      return prevented;
    };
    expect(stopped('app://bundle/index.html#/today')).toBe(false);
    for (const url of [
      'https://example.invalid/',
      'app://bundle.example/',
      'app://other/',
      'file:///etc/passwd',
      'javascript:1',
    ])
      expect(stopped(url), url).toBe(true);
    expect((opened as unknown as () => unknown)()).toEqual({ action: 'deny' });
  });

  it('15: nothing is handed to the system but files that the program itself wrote', () => {
    expect(main).not.toContain('openExternal');
    expect(main.match(/openPath\(/g)).toHaveLength(1);
  });

  it('16: the version of Electron is exact, and updates come with the program', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies['electron']).toMatch(/^\d+[.]\d+[.]\d+$/);
  });

  it('18, 20: pages come from app://, and no page gets a general channel', () => {
    expect(main).not.toMatch(/loadFile\(|file:\/\/\//);
    const preload = readFileSync(path.join(root, 'electron/preload.ts'), 'utf8');
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(preload).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/);
  });

  it('the tools of developers are shut in the packed program', () => {
    expect(preferences()['devTools']).toBe(false);
    electron.said.options.length = 0;
    electron.said.packaged = false;
    expect(preferences()['devTools']).toBe(true);
  });
});
