import type { Entry } from '../domain/journal/entry';

/** What arrived in the store（收到的条目）. */
export interface Received {
  /** Entries that were not there before, now durable. */
  readonly added: readonly Entry[];
  /** Entries that were not taken over, with why: a broken one, or a journal that is no case and not this workstation's. */
  readonly refused: readonly { readonly id: string; readonly fault: 'malformed' | 'hash' | 'signature' | 'subject' }[];
  /** Subjects whose journal here is damaged or gone: nothing was added to them until all of it comes with `restore`. */
  readonly setAside: readonly string[];
}

/** What sync needs of the store; JournalStore fits it. */
export interface SyncStore {
  /** This workstation's public key. */
  readonly station: string;
  /** Newest counter of this workstation's own chain, and its entry. 0 and null for a store that wrote nothing. */
  readonly chain: { readonly seq: number; readonly prev: string | null };
  /** Signs text with the workstation's key, base64url. */
  readonly sign: (text: string) => string;
  /** Public X25519 key for what is sealed to this workstation; and opening what was (null when it is not for it or broken). */
  readonly box: string;
  readonly openBox: (sealed: Uint8Array) => Uint8Array | null;
  /** Subjects that hold entries of this workstation with a counter above `seq`; a cheap question, answered from memory. */
  readonly ownSince: (seq: number) => readonly string[];
  /** All subjects of the store. */
  readonly subjects: () => readonly string[];
  readonly read: (subject: string) => Promise<readonly Entry[]>;
  /**
   * Takes entries over, in any order, with repetitions: durable when it resolves, each subject whole. Own entries that
   * come back move the chain on. `restore`: begins damaged journals anew, given all that the centre has of them. Throws
   * StoreError; nothing or whole subjects stand then.
   */
  readonly receive: (entries: readonly unknown[], options?: { readonly restore?: boolean }) => Promise<Received>;
  readonly blobs: {
    readonly has: (sha256: string) => Promise<boolean>;
    readonly get: (sha256: string) => Promise<Uint8Array>;
    readonly put: (bytes: Uint8Array) => Promise<string>;
    /** Removes kept bytes that nothing speaks of (pieces of a file that is whole now). */
    readonly remove: (sha256: string) => Promise<void>;
  };
  /** A sealed small file of the store beside the journals, for sync's own memory: null before the first write. */
  readonly note: (name: 'sync') => {
    readonly read: () => Promise<unknown>;
    readonly write: (value: unknown) => Promise<void>;
  };
  /** Called after each durable commit or receipt; returns the function that ends it. */
  readonly onSaved: (listener: (subjects: readonly string[]) => void) => () => void;
}
