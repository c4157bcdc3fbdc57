import type * as Electron from 'electron';
import { app } from './app';
import { refuse, refuseTheRest } from './refuse';
import { handlers, type ProtocolHandler } from './schemes';

const privileged = new Set<string>();

export const protocol = refuseTheRest('protocol', {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard && privileges.secure) privileged.add(scheme);
    }
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    if (!app.isReady()) throw new Error('protocol.handle can only be called after app is ready');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!privileged.has(scheme))
      refuse(`protocol.handle for '${scheme}', which is not registered as standard and secure,`);
    handlers.set(scheme, handler);
  },
});
