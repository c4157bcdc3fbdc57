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

  #change(bounds: {
    readonly left?: number;
    readonly top?: number;
    readonly width?: number;
    readonly height?: number;
    readonly windowState?: WindowState;
  }): Promise<void> {
    const change = async (): Promise<void> => {
      const { page } = this;
      const { windowId } = await page.browserCommand('Browser.getWindowForTarget', { targetId: page.targetId });
      await page.browserCommand('Browser.setWindowBounds', { windowId, bounds });
    };
    const done = this.#turn.then(change, change);
    this.#turn = done;
    return done;
  }
}
