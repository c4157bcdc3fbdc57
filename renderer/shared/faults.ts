import { call } from './room-client';

/** Reports at most this many: a page that fails with every frame tells nothing more. */
let left = 20;

/** Tells the main process of a fault of the page（页面故障）: its class and the lines of code. Its message stays here. */
export function reportFault(fault: unknown): void {
  if (left === 0) return;
  left -= 1;
  const kind = fault instanceof Error ? fault.name : typeof fault;
  const stack = fault instanceof Error ? (fault.stack ?? '') : '';
  // Only what stands behind a place in a file: the first lines of a stack are the message.
  const frames = [...stack.matchAll(/([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)/g)].map(([, place]) => place ?? '');
  void call('app.fault', { kind: kind.slice(0, 120), frames: frames.slice(0, 20) }).catch(() => undefined);
}

/** From now on, what nothing else catches is reported. */
export function watchFaults(): void {
  window.addEventListener('error', ({ error }) => reportFault(error));
  window.addEventListener('unhandledrejection', ({ reason }) => reportFault(reason));
}
