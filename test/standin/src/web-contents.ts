import type * as Electron from 'electron';
import { app } from './app';
import type { InitialBounds } from './chromium/targets';
import { asElectron, fire, Imitation, Preventable } from './imitation';
import { headless } from './in-use';
import { MainFrame } from './main-frame';
import type { PageOwner, PageRequest } from './page/page-owner';
import { Page } from './page/page';
import { Zoom } from './page/zoom';
import { answerPreload } from './preload-messages';
import { printParameters } from './print-to-pdf';
import { refuse, refuseTheRest } from './refuse';
import { session } from './session';
import { passesWebRequest } from './web-request';

type WebContentsEvent =
  | 'did-start-loading'
  | 'did-stop-loading'
  | 'did-finish-load'
  | 'did-fail-load'
  | 'did-start-navigation'
  | 'did-navigate'
  | 'did-navigate-in-page'
  | 'dom-ready'
  | 'will-navigate'
  | 'render-process-gone'
  | 'preload-error'
  | 'destroyed'
  // No page here can hold a <webview>, so it is never sent.
  | 'will-attach-webview';

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type PrintCallback = Parameters<Electron.WebContents['print']>[1];

/** What stands around the contents: their window. */
export interface ContentsOwner {
  readyToShow(): void;
  contentsDestroyed(): void;
}
interface Inside {
  readonly page: Page;
  readonly zoom: Zoom;
}

const insides = new WeakMap<WebContents, Inside>();
const byPage = new Map<Page, WebContents>();
let lastId = 0;

/** The page behind the contents; not for the app. */
export function insideOf(contents: WebContents): Inside {
  const inside = insides.get(contents);
  if (!inside) throw new Error('stand-in: these contents have no page');
  return inside;
}

const ignoreClosed = (work: Promise<unknown>): void => void work.catch(() => undefined);

export class WebContents extends Imitation<WebContentsEvent> {
  readonly id = ++lastId;
  readonly session = session.defaultSession;
  readonly mainFrame = asElectron<Electron.WebFrameMain>(new MainFrame(() => this.getURL()));
  #openHandler: WindowOpenHandler | undefined;

  constructor(preferences: Electron.WebPreferences, owner: ContentsOwner, bounds: InitialBounds) {
    super();
    const { preload, additionalArguments = [] } = preferences;
    const page = new Page(this.#pageOwner(owner), { preload, additionalArguments, bounds, locale: app.getLocale() });
    insides.set(this, { page, zoom: new Zoom(page) });
    byPage.set(page, this);
  }

  get #page(): Page {
    return insideOf(this).page;
  }

  loadURL(url: string): Promise<void> {
    fire(this, 'did-start-loading', {});
    const page = this.#page;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    return page.navigate(url).then(
      () => loaded,
      (error: unknown) => {
        if (!page.destroyed) fire(this, 'did-fail-load', {}, -2, String(error), url, true);
        throw error;
      },
    );
  }

  reload(): void {
    ignoreClosed(this.#page.reload());
  }

  /** Like Electron, throws at once when an argument cannot be cloned. */
  send(channel: string, ...args: unknown[]): void {
    structuredClone(args);
    ignoreClosed(this.#page.channel.send({ kind: 'message', channel, args }));
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const asked = { expression: code, awaitPromise: true, returnByValue: true, userGesture };
    const { result, exceptionDetails } = await this.#page.command('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    const { data } = await this.#page.command('Page.printToPDF', printParameters(options));
    return Buffer.from(data, 'base64');
  }

  /** A person gets Chromium's print dialog. Under test the page is laid out for print and goes to no printer. */
  print(options: Electron.WebContentsPrintOptions = {}, callback?: PrintCallback): void {
    const printed = headless
      ? this.printToPDF({ printBackground: options.printBackground ?? false })
      : this.executeJavaScript('window.print()');
    printed.then(
      () => callback?.(true, ''),
      (error: unknown) => callback?.(false, String(error)),
    );
  }

  setZoomFactor(factor: number): void {
    ignoreClosed(insideOf(this).zoom.set(factor));
  }

  getZoomFactor(): number {
    return insideOf(this).zoom.factor;
  }

  forcefullyCrashRenderer(): void {
    ignoreClosed(this.#page.command('Page.crash', {}));
  }

  focus(): void {
    ignoreClosed(this.#page.command('Page.bringToFront', {}));
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  getURL(): string {
    return this.#page.url;
  }

  isLoading(): boolean {
    return this.#page.loading;
  }

  isCrashed(): boolean {
    return this.#page.crashed;
  }

  isDestroyed(): boolean {
    return this.#page.destroyed;
  }

  #pageOwner(owner: ContentsOwner): PageOwner {
    const contents = asElectron<Electron.WebContents>(this);
    return {
      navigating: (url) => void fire(this, 'did-start-navigation', { url, isMainFrame: true, isSameDocument: false }),
      navigated: (url) => void fire(this, 'did-navigate', {}, url, 200, 'OK'),
      navigatedInPage: (url) => void fire(this, 'did-navigate-in-page', {}, url, true),
      domReady: () => void fire(this, 'dom-ready', {}),
      painted: () => owner.readyToShow(),
      loaded: () => {
        fire(this, 'did-finish-load', {});
        fire(this, 'did-stop-loading', {});
      },
      crashed: () => void fire(this, 'render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
      destroyed: () => {
        byPage.delete(this.#page);
        fire(this, 'destroyed', {});
        owner.contentsDestroyed();
      },
      mayNavigate: (url) => this.#mayNavigate(url),
      windowOpen: (url, frameName) => this.#windowOpen(url, frameName),
      mayRequest: (request: PageRequest) => passesWebRequest(request, contents),
      received: (message) =>
        answerPreload(message, contents, (text) => {
          console.error('Unable to load preload script:', text);
          fire(this, 'preload-error', {}, '', new Error(text));
        }),
    };
  }

  #mayNavigate(url: string): boolean {
    const details = Object.assign(new Preventable(), {
      url,
      isMainFrame: true,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    });
    fire(this, 'will-navigate', details, url);
    return !details.defaultPrevented;
  }

  #windowOpen(url: string, frameName: string): void {
    const details = {
      url,
      frameName,
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    };
    const { action } = this.#openHandler?.(details as Electron.HandlerDetails) ?? { action: 'allow' };
    if (action === 'allow') refuse(`webContents window.open('${url}') that the app allows`);
  }
}
refuseTheRest('webContents', WebContents.prototype);

const real = (contents: WebContents): Electron.WebContents => asElectron<Electron.WebContents>(contents);

export const webContents = refuseTheRest('webContents', {
  getAllWebContents: (): Electron.WebContents[] => [...byPage.values()].map(real),
  /** Playwright finds the window of a page by it. */
  fromDevToolsTargetId(targetId: string): Electron.WebContents | undefined {
    const found = [...byPage].find(([page]) => page.targetId === targetId);
    return found && real(found[1]);
  },
});
