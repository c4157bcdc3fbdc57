import type * as Electron from 'electron';
import path from 'node:path';
import { defaultPath } from './app-paths';
import { startHost, stopHost } from './chromium/host';
import { CommandLine } from './command-line';
import { asElectron, fire, Imitation, Preventable } from './imitation';
import { InstanceLock } from './instance-lock';
import { openWindows } from './open-windows';
import { refuseTheRest } from './refuse';

type AppEvent =
  | 'ready'
  | 'second-instance'
  | 'window-all-closed'
  | 'before-quit'
  | 'will-quit'
  | 'quit'
  | 'web-contents-created'
  | 'browser-window-created'
  // macOS alone sends it; a test may.
  | 'activate';

/** What the launcher read from the app's package.json and command line. */
export interface AppDescription {
  readonly appPath: string;
  readonly name: string;
  readonly version: string;
  readonly switches: readonly (readonly [name: string, value: string])[];
}

const paths = new Map<string, string>();
const lock = new InstanceLock();
let description: AppDescription = { appPath: process.cwd(), name: 'Electron', version: '0.0.0', switches: [] };
let chromiumSwitches: ReadonlyMap<string, string> = new Map();
let ready = false;
let exiting = false;
/** While the app closes its windows to quit, the last of them does not count as closed by a person. */
let quitting = false;
let announceReady: () => void = () => undefined;
const whenReady = new Promise<void>((resolve) => {
  announceReady = resolve;
});

class App extends Imitation<AppEvent> {
  readonly commandLine = asElectron<Electron.CommandLine>(
    new CommandLine((switches) => {
      chromiumSwitches = switches;
    }),
  );
  readonly isPackaged: boolean = false;

  get name(): string {
    return description.name;
  }

  getName(): string {
    return description.name;
  }

  getVersion(): string {
    return description.version;
  }

  getAppPath(): string {
    return description.appPath;
  }

  isReady(): boolean {
    return ready;
  }

  whenReady(): Promise<void> {
    return whenReady;
  }

  /** The --lang switch, then the environment's locale, then simplified Chinese as in the centre's offices. */
  getLocale(): string {
    const environment = process.env['LANG']?.split('.')[0]?.replace('_', '-') ?? '';
    const known = environment === 'C' || environment === 'POSIX' ? '' : environment;
    return [this.commandLine.getSwitchValue('lang'), known].find((locale) => locale !== '') ?? 'zh-CN';
  }

  getPath(name: string): string {
    const userData = (): string => paths.get('userData') ?? path.join(this.getPath('appData'), description.name);
    return paths.get(name) ?? (name === 'userData' ? userData() : defaultPath(name, userData));
  }

  setPath(name: string, value: string): void {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
    paths.set(name, value);
  }

  /** Chromium's renderers are sandboxed here too, except for root, whom Chromium refuses a sandbox. */
  enableSandbox(): void {
    if (ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  /** Taskbar grouping on Windows; has no counterpart elsewhere, on Electron neither. */
  setAppUserModelId(_id: string): void {
    return undefined;
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return lock.take(this.getPath('userData'), additionalData, (start) => {
      fire(this, 'second-instance', new Preventable(), start.argv, start.workingDirectory, start.additionalData);
    });
  }

  quit(): void {
    if (exiting || quitting) return;
    const event = new Preventable();
    fire(this, 'before-quit', event);
    if (event.defaultPrevented) return;
    quitting = true;
    const closed = openWindows().every((window) => window.tryClose());
    // The last window says so in a microtask, and must find the app quitting.
    queueMicrotask(() => this.#quitClosed(closed));
  }

  #quitClosed(closed: boolean): void {
    quitting = false;
    if (!closed) return;
    const last = new Preventable();
    fire(this, 'will-quit', last);
    if (!last.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    if (exiting) return;
    exiting = true;
    fire(this, 'quit', {}, code);
    lock.release();
    if (ready) void stopHost().finally(() => process.exit(code));
    else process.exit(code);
  }
}
refuseTheRest('app', App.prototype);

export const app = new App();

/** Called by the launcher before it loads the app's main file. */
export function describeApp(described: AppDescription): void {
  description = described;
  for (const [name, value] of described.switches) app.commandLine.appendSwitch(name, value);
  const userData = app.commandLine.getSwitchValue('user-data-dir');
  if (userData !== '') app.setPath('userData', path.resolve(userData));
}

/** Called by the launcher once the main file has run: starts the browser, then tells the app that it is ready. */
export async function startApp(): Promise<void> {
  if (exiting) return;
  const profile = path.join(app.getPath('userData'), 'Standin-Chromium');
  const onGone = (): void => app.exit(1);
  const { browser } = await startHost({ profile, locale: app.getLocale(), switches: chromiumSwitches, onGone });
  Object.defineProperty(process.versions, 'chrome', { value: browser.version, configurable: true, enumerable: true });
  ready = true;
  announceReady();
  fire(app, 'ready', new Preventable(), {});
}

/** Called by a window that was the last to close: quits unless the app listens and decides for itself. */
export function allWindowsClosed(): void {
  if (!exiting && !quitting && !fire(app, 'window-all-closed')) app.quit();
}

process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
