import type { Clock } from '../ports';
import type { CentreClient } from './centre-client';
import type { KnownCentre, SyncMemory } from './sync-memory';
import type { SyncFault } from './sync-facts';
import type { SyncStore } from './sync-store';

/** How much goes in one request（批量）. Small enough that the thread of a window is free again within some 30 ms. */
export interface Sizes {
  /** Entries in one sending, and the bytes of their JSON text. */
  readonly entries: number;
  readonly bytes: number;
  /** Entries in one page of the feed. */
  readonly page: number;
}
export const SIZES: Sizes = { entries: 500, bytes: 1024 * 1024, page: 500 };

/** How far a round is, and what sync knows of the centre beyond its durable memory. */
export class Progress {
  /** Own chain as the centre has it; null before a session. */
  chain: { readonly seq: number; readonly id: string | null } | null = null;
  running = false;
  connected = false;
  /** Entries of other workstations that are still to be offered. */
  offering = 0;
  sent = { entries: 0, files: 0 };
  received = { entries: 0, files: 0 };
  /** Ids of entries that were refused in this round. */
  readonly refused = new Set<string>();
  /** Files that the centre does not have whole, or not for us, when asked last: SHA-256 to when to ask again. */
  readonly awaited = new Map<string, { readonly until: number; readonly wait: number }>();
  /** Authors of arrived entries whom the directory does not name, and those for whom it was asked again already. */
  readonly strangers = new Set<string>();
  readonly askedFor = new Set<string>();
  /** Something that does not hold, though the round goes on. */
  soft: SyncFault | null = null;
  /** Own newest counter when the feed was begun again to find own entries that are at the centre and not here. */
  reread: number | null = null;

  /** `changed` is called whenever something that people see may have changed. */
  constructor(readonly changed: () => void) {}

  begin(): void {
    this.connected = false;
    this.sent = { entries: 0, files: 0 };
    this.received = { entries: 0, files: 0 };
    this.refused.clear();
    this.soft = null;
  }
}

/** What every step of a round works with. */
export interface RoundContext {
  readonly store: SyncStore;
  readonly memory: SyncMemory;
  readonly centre: KnownCentre;
  readonly client: CentreClient;
  readonly progress: Progress;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly sizes: Sizes;
  /** Lets the window's thread do its own work in between; rejects with LineError `stopped` when the round was stopped. */
  readonly breathe: () => Promise<void>;
}
