/** What the main process tells both worlds of a page. */
export interface WorldConfig {
  /** Name of the event by which the worlds meet; unguessable, used once. */
  readonly handOver: string;
  /** The preload's `process`, as a sandboxed preload sees it. */
  readonly process: Readonly<Record<string, unknown>>;
}

/** Preloads run in the main frame of the app's own pages; about:blank and sub-frames get none. */
export const isAppPage = (): boolean => window.parent === window && /^https?:$/.test(location.protocol);
