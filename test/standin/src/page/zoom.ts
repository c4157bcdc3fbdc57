import { headless } from '../in-use';
import type { Page } from './page';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Page zoom as Electron does it: layout gets the window's size divided by the factor, so `innerWidth` and media queries
 * change. DevTools has no zoom, so the window's metrics are overridden and kept in step with the window.
 */
export class Zoom {
  #factor = 1;
  #frame: Size | undefined;
  #applied = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly page: Page) {}

  get factor(): number {
    return this.#factor;
  }

  async set(factor: number): Promise<void> {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#factor = factor;
    clearInterval(this.#timer);
    await this.apply();
    if (factor === 1 || headless) return;
    this.#timer = setInterval(() => void this.apply().catch(() => clearInterval(this.#timer)), 500);
    this.#timer.unref();
  }

  /** Lays the page out again for the window's present size. */
  async apply(): Promise<void> {
    if (this.#factor === 1) {
      if (this.#applied === '') return;
      this.#applied = '';
      await this.page.command('Emulation.clearDeviceMetricsOverride', {});
      await this.#remeasure();
      return;
    }
    const { width, height } = await this.#contentSize();
    const key = `${width}x${height}@${this.#factor}`;
    if (key === this.#applied) return;
    this.#applied = key;
    await this.page.command('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / this.#factor),
      height: Math.round(height / this.#factor),
      deviceScaleFactor: headless ? this.#factor : 0,
      mobile: false,
      ...(headless ? {} : { scale: this.#factor }),
    });
  }

  /** After an override the page keeps the size of before it until its window changes: once narrower and back. */
  async #remeasure(): Promise<void> {
    const { width, windowState } = (await this.page.window()).bounds;
    if (width === undefined || windowState !== 'normal') return;
    await this.page.placeWindow({ width: width - 1 });
    await this.page.placeWindow({ width });
  }

  /** Size of the page's area: the window less its frame, which is measured once, before anything is overridden. */
  async #contentSize(): Promise<Size> {
    const { bounds } = await this.page.window();
    const outer = { width: bounds.width ?? 0, height: bounds.height ?? 0 };
    if (!this.#frame) {
      const { cssLayoutViewport } = await this.page.command('Page.getLayoutMetrics', {});
      const { clientWidth, clientHeight } = cssLayoutViewport;
      this.#frame = { width: outer.width - clientWidth, height: outer.height - clientHeight };
    }
    return { width: outer.width - this.#frame.width, height: outer.height - this.#frame.height };
  }
}
