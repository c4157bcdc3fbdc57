import { decode, encode } from '../worlds/codec';
import { PRELOAD_WORLD, RECEIVE_FUNCTION, SEND_BINDING, type FromPreload, type ToPreload } from '../worlds/messages';
import type { Page } from './page';

/** The main process's end of IPC with the preload of one page. */
export class PreloadChannel {
  #context: number | undefined;

  constructor(
    private readonly page: Page,
    private readonly onMessage: (message: FromPreload) => Promise<ToPreload | undefined>,
  ) {}

  async open(): Promise<void> {
    this.page.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = (context.auxData as { frameId?: string } | undefined)?.frameId;
      if (context.name === PRELOAD_WORLD && frame === this.page.frameId) this.#context = context.id;
    });
    this.page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.#context === executionContextId) this.close();
    });
    this.page.on('Runtime.executionContextsCleared', () => this.close());
    this.page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === SEND_BINDING && executionContextId === this.#context) void this.#received(payload);
    });
    await this.page.command('Runtime.enable', {});
    await this.page.command('Runtime.addBinding', { name: SEND_BINDING, executionContextName: PRELOAD_WORLD });
  }

  /** Nothing more reaches the preload that was there: its page has gone or has loaded anew. */
  close(): void {
    this.#context = undefined;
  }

  /** Hands a message to the preload that is there now; without one it is dropped, as Electron does. */
  async send(message: ToPreload): Promise<void> {
    if (this.#context === undefined) return;
    await this.page.command('Runtime.callFunctionOn', {
      executionContextId: this.#context,
      functionDeclaration: `function (text) { globalThis.${RECEIVE_FUNCTION}(text) }`,
      arguments: [{ value: encode(message) }],
      silent: true,
    });
  }

  async #received(payload: string): Promise<void> {
    const asker = this.#context;
    const message = decode(payload) as FromPreload;
    const answer = await this.onMessage(message);
    if (!answer || this.#context !== asker) return;
    try {
      await this.send(answer);
    } catch (error) {
      if (!('id' in message) || this.page.destroyed) return;
      await this.send({ kind: 'reject', id: message.id, message: String(error) }).catch(() => undefined);
    }
  }
}
