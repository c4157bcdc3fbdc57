import { LineError } from '../ports';
import type { SyncFault } from './sync-facts';

/** Ends a round: the centre, or what stands in its place, gave an answer that no other request would better. */
export class SyncStopped extends Error {
  constructor(
    readonly fault: SyncFault,
    options?: ErrorOptions,
  ) {
    super(fault.kind, options);
    this.name = 'SyncStopped';
  }
}

/** The centre refused one request, with a reason that the caller may act upon. */
export class CentreRefused extends Error {
  constructor(
    readonly status: number,
    /** One of REQUEST_FAULTS, or what a newer centre calls it. */
    readonly fault: string,
    readonly field: string | null = null,
  ) {
    super(fault);
    this.name = 'CentreRefused';
  }
}

/** True when the centre refused for this reason. */
export const refusedFor = (error: unknown, fault: string): boolean =>
  error instanceof CentreRefused && error.fault === fault;

/** The store's own error, told by its shape: sync stands beside the store, not on it. */
export function storeFault(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'StoreError' || !('fault' in error)) return null;
  return typeof error.fault === 'string' ? error.fault : null;
}

/** What a round that failed tells the person. Total: a mistake of the program is named as one. */
export function faultOf(error: unknown): SyncFault {
  if (error instanceof LineError) return { kind: 'line', fault: error.fault };
  if (error instanceof SyncStopped) return error.fault;
  if (error instanceof CentreRefused) return { kind: 'centre-fault', status: error.status };
  const fault = storeFault(error);
  if (fault !== null) return { kind: 'disk', fault };
  return { kind: 'program', name: error instanceof Error ? error.name : typeof error };
}
