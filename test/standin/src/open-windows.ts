/** The windows that are open, oldest first, and the one in front. */
export interface OpenWindow {
  /** The BrowserWindow that the app knows. */
  readonly window: object;
  /** Asks the app ('close'), then closes; false when the app kept the window open. */
  tryClose(): boolean;
}

let open: readonly OpenWindow[] = [];
let front: object | undefined;

export const openWindows = (): readonly OpenWindow[] => open;
export const frontWindow = (): object | undefined => front;

export function addWindow(added: OpenWindow): void {
  open = [...open, added];
}

export function bringToFront(window: object): void {
  front = window;
}

/** Takes a closed window out; true when it was the last. */
export function removeWindow(closed: object): boolean {
  open = open.filter(({ window }) => window !== closed);
  if (front === closed) front = open.at(-1)?.window;
  return open.length === 0;
}
