import type { Readable, Writable } from 'node:stream';
import type { Command, EventData, EventName, Parameters, Result } from './protocol';

interface Pending {
  readonly method: string;
  readonly session: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: unknown;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
}

/**
 * A DevTools protocol client over the browser's inherited pipe. There is no socket, so no other program can connect,
 * and Chromium ends by itself when the pipe closes, however this process died.
 */
export class Cdp {
  #lastId = 0;
  #closed = false;
  #partial: Buffer[] = [];
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, ((params: never) => void)[]>();

  constructor(
    private readonly toBrowser: Writable,
    fromBrowser: Readable,
  ) {
    fromBrowser.on('data', (chunk: Buffer) => this.#receive(chunk));
    for (const stream of [fromBrowser, toBrowser]) {
      stream.on('error', () => this.#end());
      stream.on('close', () => this.#end());
    }
  }

  /** Sends one command; rejects when the browser refuses it, or when the target or the browser goes away first. */
  send<C extends Command>(method: C, params: Parameters<C>, session = ''): Promise<Result<C>> {
    if (this.#closed) return Promise.reject(new Error(`${method}: the browser is gone`));
    const id = ++this.#lastId;
    return new Promise<Result<C>>((resolve, reject) => {
      this.#pending.set(id, { method, session, resolve, reject });
      const address = session === '' ? {} : { sessionId: session };
      this.toBrowser.write(`${JSON.stringify({ id, method, params, ...address })}\0`);
    });
  }

  /** Listens to one event of one session; the empty session is the browser itself. */
  on<E extends EventName>(event: E, listener: (params: EventData<E>) => void, session = ''): void {
    const key = `${session} ${event}`;
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
  }

  #receive(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const text = Buffer.concat([...this.#partial, chunk.subarray(from, end)]).toString('utf8');
      this.#partial = [];
      from = end + 1;
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (from < chunk.length) this.#partial.push(chunk.subarray(from));
  }

  #dispatch(message: Message): void {
    if (message.id !== undefined) {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
      else pending?.resolve(message.result as never);
      return;
    }
    if (message.method === 'Target.detachedFromTarget')
      this.#forget((message.params as { sessionId: string }).sessionId);
    const key = `${message.sessionId ?? ''} ${message.method ?? ''}`;
    for (const listener of this.#listeners.get(key) ?? []) listener(message.params as never);
  }

  #forget(session: string): void {
    for (const [id, pending] of this.#pending) {
      if (pending.session !== session) continue;
      this.#pending.delete(id);
      pending.reject(new Error(`${pending.method}: the page is gone`));
    }
    for (const key of this.#listeners.keys()) if (key.startsWith(`${session} `)) this.#listeners.delete(key);
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const pending of this.#pending.values()) pending.reject(new Error(`${pending.method}: the browser is gone`));
    this.#pending.clear();
  }
}
