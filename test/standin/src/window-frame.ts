import type { Protocol } from './chromium/protocol';
import type { Page } from './page/page';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** Chromium's window around a page: its place and state. */
export class WindowFrame {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly page: Page) {}

  place({ x, y, width, height }: Rectangle): Promise<void> {
    return this.#change({ left: x, top: y, width, height });
  }

  /** Chromium changes from one state to another by way of the normal one only. */
  async show(windowState: WindowState): Promise<void> {
    if (windowState !== 'normal') await this.#change({ windowState: 'normal' });
    await this.#change({ windowState });
  }

  /** One change after the other, in the order in which the app asked. */
  #change(bounds: Protocol.Browser.Bounds): Promise<void> {
    const change = (): Promise<void> => this.page.placeWindow(bounds);
    const done = this.#turn.then(change, change);
    this.#turn = done;
    return done;
  }
}
