/** Runs in the page's own world before any of its scripts, and leaves nothing there but what the preload exposes. */
import { captureNatives, openBridge, type Bridge } from './bridge';
import { guardPermissions, type AskPermission } from './permissions';
import { isAppPage, type WorldConfig } from './world-config';

function freezeDeep(value: unknown): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) freezeDeep(item);
  return value;
}

function serve(bridge: Bridge): void {
  bridge.listen('expose', (detail) => {
    const [key, packed] = detail as [string, Parameters<Bridge['unpack']>[0]];
    if (key in window) return;
    const value = freezeDeep(bridge.unpack(packed));
    Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
  });
  bridge.listen('permissions', (packed) => {
    guardPermissions(bridge.unpack(packed as Parameters<Bridge['unpack']>[0]) as AskPermission);
  });
}

/** Waits for the preload's world to hand over the shared node. */
export function start(config: WorldConfig): void {
  if (!isAppPage()) return;
  const natives = captureNatives();
  const onHandOver = (event: Event): void => {
    event.stopImmediatePropagation();
    const node = (event as MouseEvent).relatedTarget;
    if (node instanceof Node) serve(openBridge(node, 'page', 'preload', natives));
  };
  natives.call(natives.add, document, [config.handOver, onHandOver, { once: true, capture: true }]);
}
