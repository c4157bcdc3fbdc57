import { headless } from '../in-use';
import type { Browser } from './browser';
import type { Protocol } from './protocol';

export interface Attached {
  readonly targetId: string;
  readonly session: string;
}
export interface OpenedPage extends Attached {
  readonly url: string;
}
/** A page that Chromium opened or closed, told to the page which stands behind it. */
export interface TargetOwner {
  opened(popup: OpenedPage): void;
  gone(): void;
}
export interface InitialBounds {
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly width: number;
  readonly height: number;
}

/** Where a person's window starts: an empty page that needs no network. */
export const WAITING_ROOM = 'data:text/html,';

/** The browser's page targets: opens them, and tells their owners of pop-ups and of their end. */
export class Targets {
  readonly #owners = new Map<string, TargetOwner>();
  #awaited: ((attached: Attached) => void) | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly browser: Browser) {}

  /** Pages attach paused, so that a pop-up loads nothing before the app has been asked. */
  async start(): Promise<void> {
    const { cdp } = this.browser;
    cdp.on('Target.attachedToTarget', ({ targetInfo, sessionId }) => this.#attached(targetInfo, sessionId));
    cdp.on('Target.targetDestroyed', ({ targetId }) => this.#owners.get(targetId)?.gone());
    await cdp.send('Target.setDiscoverTargets', { discover: true });
    const filter = [{ type: 'page' }];
    await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
  }

  own(targetId: string, owner: TargetOwner): void {
    this.#owners.set(targetId, owner);
  }

  disown(targetId: string): void {
    this.#owners.delete(targetId);
  }

  /** Opens an empty window and attaches to it. */
  open(bounds: InitialBounds): Promise<Attached> {
    return headless ? this.#openUnseen(bounds) : this.#openForPerson();
  }

  async #openUnseen({ x, y, width, height }: InitialBounds): Promise<Attached> {
    const place = x === undefined || y === undefined ? {} : { left: x, top: y };
    const { cdp } = this.browser;
    const created = await cdp.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
      ...place,
    });
    const { targetId } = created;
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
    return { targetId, session: sessionId };
  }

  #openForPerson(): Promise<Attached> {
    const opened = this.#turn.then(
      () =>
        new Promise<Attached>((resolve) => {
          this.#awaited = resolve;
          this.browser.openAppWindow(WAITING_ROOM);
        }),
    );
    this.#turn = opened;
    return opened;
  }

  #attached(target: Protocol.Target.TargetInfo, session: string): void {
    const opener = target.openerId === undefined ? undefined : this.#owners.get(target.openerId);
    if (opener) {
      opener.opened({ targetId: target.targetId, session, url: target.url });
    } else if (this.#awaited) {
      this.#awaited({ targetId: target.targetId, session });
      this.#awaited = undefined;
    } else {
      this.browser.cdp.send('Runtime.runIfWaitingForDebugger', {}, session).catch(() => undefined);
    }
  }
}
