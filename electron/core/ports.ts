/** The outside world, passed to the core as arguments (docs/decisions/layers.md). */

/** Wall clock; milliseconds since 1970. It may lie: nothing is ordered or merged by it. */
export interface Clock {
  readonly now: () => number;
}

/** Random identifiers, lower-case letters, digits and hyphens. */
export interface Ids {
  readonly next: () => string;
}

/** An open file for writing. */
export interface OpenFile {
  /** Writes some of the bytes from `offset`; resolves to how many. */
  readonly write: (bytes: Uint8Array, offset: number) => Promise<number>;
  /** Resolves when the bytes are on the medium. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The file system as far as the store uses it; faults are Node's own errors with their `code`. */
export interface Files {
  /** Whole file; rejects with ENOENT when there is none. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Creates a new file; EEXIST when the name is taken. */
  readonly create: (path: string) => Promise<OpenFile>;
  /** Opens for appending, creating when missing. */
  readonly append: (path: string) => Promise<OpenFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Removes an empty folder; ENOTEMPTY when it is not, nothing when there is none. */
  readonly removeEmptyFolder: (folder: string) => Promise<void>;
  /** Removes a folder with all that is in it; does nothing when there is none. */
  readonly removeFolder: (folder: string) => Promise<void>;
  readonly truncate: (path: string, length: number) => Promise<void>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Creates a folder and its parents, durably; does nothing when it is there. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Makes names in a folder durable (a no-op where the platform has no such call). */
  readonly flushFolder: (folder: string) => Promise<void>;
}

/** A request to the centre. `body` is sent as it is; packing is the caller's business. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Whole address, http: or https:. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Milliseconds of silence after which the request is given up. */
  readonly silence: number;
  /** Bytes after which an answer is given up. */
  readonly most: number;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What can go wrong before there is a whole answer（线路故障）. */
export type LineFault =
  | 'name-not-found'
  | 'refused'
  | 'unreachable'
  | 'silent'
  | 'cut'
  | 'tls-expired'
  | 'tls-wrong-host'
  | 'tls-unknown-issuer'
  | 'tls'
  | 'too-large'
  /** Nothing was sent: the address is none, or is not encrypted and leaves this machine. */
  | 'bad-address'
  | 'not-encrypted'
  | 'stopped';

export class LineError extends Error {
  constructor(
    readonly fault: LineFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
    this.name = 'LineError';
  }
}

/** The line to the centre. Rejects with a LineError only; an answer of any status resolves. */
export interface Http {
  readonly send: (request: HttpRequest) => Promise<HttpAnswer>;
}
