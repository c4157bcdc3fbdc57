import { setTimeout as wait } from 'node:timers/promises';
import { host } from '../chromium/host';
import type { Command, EventData, EventName, Parameters, Protocol, Result } from '../chromium/protocol';
import { WAITING_ROOM, type Attached, type InitialBounds, type OpenedPage } from '../chromium/targets';
import { headless } from '../in-use';
import { toApp, toChromium } from '../schemes';
import { PRELOAD_WORLD } from '../worlds/messages';
import { PreloadChannel } from './channel';
import type { PageOwner } from './page-owner';
import { interceptRequests } from './requests';
import { serveWorkers } from './workers';
import { worldScripts } from './world-scripts';

export interface PageSettings {
  readonly preload: string | undefined;
  readonly additionalArguments: readonly string[];
  readonly bounds: InitialBounds;
  /** What `Intl` takes for granted in the page, such as zh-CN; Chromium's own may lack the language. */
  readonly locale: string;
}

/** One page of the browser: its session, its worlds, its requests and what becomes of it. */
export class Page {
  /** Resolves when the page can be driven. */
  readonly opened: Promise<void>;
  readonly channel: PreloadChannel;
  url = '';
  loading = false;
  crashed = false;
  destroyed = false;
  frameId = '';
  #attached: Attached = { targetId: '', session: '' };
  #expected = '';
  #painted = false;
  /** Set by the first address of the app's; what a new window shows before that is nobody's business. */
  #started = false;
  #windowOpen: EventData<'Page.windowOpen'> | undefined;

  constructor(
    readonly owner: PageOwner,
    settings: PageSettings,
  ) {
    this.channel = new PreloadChannel(this, (message) => owner.received(message));
    this.opened = this.#open(settings);
    this.opened.catch((error: unknown) => {
      if (!this.destroyed) console.error('stand-in: the window could not be opened:', error);
    });
  }

  get targetId(): string {
    return this.#attached.targetId;
  }

  /** A command to this page, once it is open. */
  async command<C extends Command>(method: C, params: Parameters<C>): Promise<Result<C>> {
    if (this.#attached.session === '') await this.opened;
    return this.commandOf(this.#attached.session, method, params);
  }

  commandOf<C extends Command>(session: string, method: C, params: Parameters<C>): Promise<Result<C>> {
    return host().browser.cdp.send(method, params, session);
  }

  /** The window around the page. */
  async window(): Promise<Result<'Browser.getWindowForTarget'>> {
    await this.opened;
    return host().browser.cdp.send('Browser.getWindowForTarget', { targetId: this.targetId });
  }

  async placeWindow(bounds: Protocol.Browser.Bounds): Promise<void> {
    const { windowId } = await this.window();
    await host().browser.cdp.send('Browser.setWindowBounds', { windowId, bounds });
  }

  on<E extends EventName>(event: E, listener: (params: EventData<E>) => void, session = this.#attached.session): void {
    host().browser.cdp.on(event, listener, session);
  }

  /** Goes to an address of the app's; rejects when Chromium could not load it. */
  async navigate(url: string): Promise<void> {
    this.loading = true;
    await this.opened;
    this.#started = true;
    const to = toChromium(url);
    this.#expected = withoutFragment(to);
    const { errorText } = await this.command('Page.navigate', { url: to });
    if (errorText !== undefined && errorText !== '') throw new Error(`${errorText} loading '${url}'`);
  }

  /** Loads the page anew; a crashed one gets a new process. */
  async reload(): Promise<void> {
    if (this.crashed) return this.navigate(this.url);
    this.#expected = withoutFragment(toChromium(this.url));
    await this.command('Page.reload', {});
  }

  /** Closes the page; for the app it is gone at once. */
  async close(): Promise<void> {
    this.#gone();
    await this.opened;
    await host().browser.cdp.send('Target.closeTarget', { targetId: this.targetId });
  }

  /** Whether the main frame may load `chromiumUrl`: what the app asked for always may, what the page wants is asked. */
  admitsNavigation(chromiumUrl: string): boolean {
    const expected = this.#expected === chromiumUrl;
    this.#expected = '';
    const url = toApp(chromiumUrl);
    if (!expected && !this.owner.mayNavigate(url)) return false;
    this.owner.navigating(url);
    return true;
  }

  async #open(settings: PageSettings): Promise<void> {
    const { targets } = host();
    const attached = await targets.open(settings.bounds);
    this.#attached = attached;
    targets.own(attached.targetId, {
      opened: (popup) => void this.#popup(popup).catch(() => undefined),
      gone: () => this.#gone(),
    });
    const scripts = worldScripts(settings.preload, settings.additionalArguments);
    const { frameTree } = await this.command('Page.getFrameTree', {});
    this.frameId = frameTree.frame.id;
    this.#listen();
    await this.command('Page.enable', {});
    await Promise.all([
      this.command('Inspector.enable', {}),
      this.command('Page.setLifecycleEventsEnabled', { enabled: true }),
      this.channel.open(),
      interceptRequests(this, attached.session),
      serveWorkers(this, attached.session),
      this.command('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
      this.command('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: PRELOAD_WORLD }),
    ]);
    // Pages that share a process share its locale: the second finds it set.
    await this.command('Emulation.setLocaleOverride', { locale: settings.locale }).catch(() => undefined);
    await this.command('Runtime.runIfWaitingForDebugger', {});
    if (!headless) await this.#leaveWaitingRoom();
  }

  /** A person's window loads an empty page first; were it not waited for, it could take the place of the app's own. */
  async #leaveWaitingRoom(): Promise<void> {
    const deadline = Date.now() + 2_000;
    while (Date.now() < deadline) {
      const { frameTree } = await this.command('Page.getFrameTree', {});
      if (frameTree.frame.url === WAITING_ROOM) return;
      await wait(20);
    }
  }

  #listen(): void {
    this.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined || !this.#started) return;
      this.url = toApp(frame.url + (frame.urlFragment ?? ''));
      this.crashed = false;
      this.#painted = false;
      this.owner.navigated(this.url);
    });
    this.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.frameId) return;
      this.url = toApp(url);
      this.owner.navigatedInPage(this.url);
    });
    this.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (frameId === this.frameId && this.url !== '') this.#lifecycle(name);
    });
    this.on('Page.windowOpen', (asked) => {
      this.#windowOpen = asked;
    });
    this.on('Inspector.targetCrashed', () => {
      this.crashed = true;
      this.channel.close();
      this.owner.crashed();
    });
  }

  #lifecycle(name: string): void {
    if (name === 'DOMContentLoaded') this.owner.domReady();
    if (!this.#painted && (name === 'firstPaint' || name === 'firstContentfulPaint' || name === 'load')) {
      this.#painted = true;
      this.owner.painted();
    }
    if (name !== 'load') return;
    this.loading = false;
    this.owner.loaded();
  }

  /** A pop-up is paused by Chromium; it is closed before it loads, and the app hears what it was for. */
  async #popup(popup: OpenedPage): Promise<void> {
    const asked = this.#windowOpen;
    this.#windowOpen = undefined;
    await host().browser.cdp.send('Target.closeTarget', { targetId: popup.targetId });
    await this.commandOf(popup.session, 'Runtime.runIfWaitingForDebugger', {}).catch(() => undefined);
    this.owner.windowOpen(toApp(asked?.url ?? popup.url), asked?.windowName ?? '');
  }

  #gone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.channel.close();
    host().targets.disown(this.targetId);
    this.owner.destroyed();
  }
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
