import { nodeHttp } from '../sync/node-http';
import type { EngineParts } from '../sync/sync-engine';

/** The line to the centre and the time between tries, as a room hands them to sync. */
export type SyncPorts = Pick<EngineParts, 'http' | 'httpWith' | 'timers' | 'random'> & Partial<EngineParts>;

/** The network of this machine, and its timers. */
export function nodeSyncPorts(): SyncPorts {
  return {
    http: nodeHttp(),
    httpWith: (ca) => nodeHttp({ ca }),
    random: Math.random,
    timers: {
      set: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  };
}
