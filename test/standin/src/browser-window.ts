import type * as Electron from 'electron';
import { allWindowsClosed, app } from './app';
import { asElectron, fire, Imitation, Preventable } from './imitation';
import { headless } from './in-use';
import { addWindow, bringToFront, frontWindow, openWindows, removeWindow } from './open-windows';
import type { Page } from './page/page';
import type { Zoom } from './page/zoom';
import { refuse, refuseTheRest } from './refuse';
import { insideOf, WebContents } from './web-contents';
import { WindowFrame, type Rectangle, type WindowState } from './window-frame';

type BrowserWindowEvent =
  | 'ready-to-show'
  | 'show'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'close'
  | 'closed'
  | 'minimize'
  | 'maximize'
  | 'unmaximize'
  | 'restore'
  | 'resize'
  | 'move'
  | 'enter-full-screen'
  | 'leave-full-screen'
  // The stand-in sees no hang and no page title; a test may send them.
  | 'unresponsive'
  | 'responsive'
  | 'page-title-updated';

const byContents = new WeakMap<object, BrowserWindow>();
let lastId = 0;

/** The one kind of window that is imitated: isolated, sandboxed, without Node in the page. */
function requireSafe({ contextIsolation, sandbox, nodeIntegration, webSecurity }: Electron.WebPreferences): void {
  if (contextIsolation === false || sandbox === false || nodeIntegration === true || webSecurity === false) {
    refuse('BrowserWindow without contextIsolation and sandbox, or with nodeIntegration,');
  }
}

export class BrowserWindow extends Imitation<BrowserWindowEvent> {
  readonly id = ++lastId;
  readonly webContents: Electron.WebContents;
  readonly #page: Page;
  readonly #zoom: Zoom;
  readonly #frame: WindowFrame;
  #bounds: Rectangle;
  #state: WindowState = 'normal';
  #title: string;
  #visible: boolean;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    requireSafe(preferences);
    const { x, y, width = 800, height = 600, title = app.name, show = true, fullscreen = false } = options;
    this.#bounds = { x: x ?? 0, y: y ?? 0, width, height };
    this.#title = title;
    this.#visible = show;
    const owner = { readyToShow: () => void fire(this, 'ready-to-show'), contentsDestroyed: () => this.#closed() };
    const contents = new WebContents(preferences, owner, { x, y, width, height });
    const inside = insideOf(contents);
    this.webContents = asElectron<Electron.WebContents>(contents);
    this.#page = inside.page;
    this.#zoom = inside.zoom;
    this.#frame = new WindowFrame(inside.page);
    byContents.set(contents, this);
    addWindow({ window: this, tryClose: () => this.#tryClose() });
    if (show) bringToFront(this);
    if (!headless) this.#later(this.#frame.place(this.#bounds));
    if (fullscreen) this.setFullScreen(true);
    fire(app, 'web-contents-created', {}, contents);
    fire(app, 'browser-window-created', {}, this);
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return openWindows().map(({ window }) => asElectron<Electron.BrowserWindow>(window));
  }

  static getFocusedWindow(): Electron.BrowserWindow | null {
    const window = frontWindow();
    return window ? asElectron<Electron.BrowserWindow>(window) : null;
  }

  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    const window = byContents.get(contents);
    return window ? asElectron<Electron.BrowserWindow>(window) : null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  close(): void {
    this.#tryClose();
  }

  destroy(): void {
    this.#later(this.#page.close());
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    this.#visible = true;
    fire(this, 'show');
    this.focus();
  }

  hide(): void {
    this.#visible = false;
    fire(this, 'hide');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    const before = frontWindow();
    bringToFront(this);
    if (before !== this) {
      if (before instanceof BrowserWindow) fire(before, 'blur');
      fire(this, 'focus');
    }
    this.webContents.focus();
  }

  isFocused(): boolean {
    return frontWindow() === this;
  }

  minimize(): void {
    this.#become('minimized', 'minimize');
  }

  maximize(): void {
    this.#become('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.#state === 'maximized') this.#become('normal', 'unmaximize');
  }

  restore(): void {
    if (this.#state === 'minimized') this.#become('normal', 'restore');
  }

  setFullScreen(flag: boolean): void {
    if (flag && !this.isFullScreen()) this.#become('fullscreen', 'enter-full-screen');
    if (!flag && this.isFullScreen()) this.#become('normal', 'leave-full-screen');
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.#later(this.#frame.place(this.#bounds).then(() => this.#zoom.apply()));
    fire(this, 'resize');
    fire(this, 'move');
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  /** The menu bar is not drawn here; a test opens menu items by their id. */
  setMenuBarVisibility(_visible: boolean): void {
    return undefined;
  }

  #tryClose(): boolean {
    if (this.#destroyed) return true;
    const event = new Preventable();
    fire(this, 'close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }

  #become(state: WindowState, event: BrowserWindowEvent): void {
    this.#state = state;
    this.#later(this.#frame.show(state).then(() => this.#zoom.apply()));
    fire(this, event);
  }

  #closed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    const last = removeWindow(this);
    fire(this, 'closed');
    if (last) queueMicrotask(allWindowsClosed);
  }

  /** Chromium follows when it can; a window that was closed meanwhile has nothing to follow. */
  #later(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!this.#destroyed) console.error('stand-in: the window did not follow:', error);
    });
  }
}
refuseTheRest('BrowserWindow', BrowserWindow.prototype);
refuseTheRest('BrowserWindow', BrowserWindow);
