import type { FromPreload, ToPreload } from '../worlds/messages';

/** One request of a page, as the app's session sees it. */
export interface PageRequest {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}

/** What a page tells and asks the WebContents in front of it; the page itself knows nothing of Electron. */
export interface PageOwner {
  navigating(url: string): void;
  navigated(url: string): void;
  navigatedInPage(url: string): void;
  domReady(): void;
  /** The first paint, or the end of loading when nothing was painted before. */
  painted(): void;
  loaded(): void;
  crashed(): void;
  destroyed(): void;
  /** False when the app keeps the page from leaving for `url`. */
  mayNavigate(url: string): boolean;
  /** The page called `window.open` or followed a link with a target. */
  windowOpen(url: string, frameName: string): void;
  /** False when the app's session blocks the request. */
  mayRequest(request: PageRequest): Promise<boolean>;
  /** The answer to a message of the preload, when it has one. */
  received(message: FromPreload): Promise<ToPreload | undefined>;
}
