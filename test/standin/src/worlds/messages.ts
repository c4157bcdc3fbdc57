/** What passes between a preload and the main process, each way. */
export type FromPreload =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | {
      readonly kind: 'permission';
      readonly id: number;
      readonly permission: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'preload-error'; readonly message: string };

export type ToPreload =
  | { readonly kind: 'resolve'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'reject'; readonly id: number; readonly message: string }
  | { readonly kind: 'message'; readonly channel: string; readonly args: readonly unknown[] };

/** Name of Chromium's world for the preload, of the binding it sends by, and of the function it receives by. */
export const PRELOAD_WORLD = 'Electron Isolated Context';
export const SEND_BINDING = '__standinSend';
export const RECEIVE_FUNCTION = '__standinReceive';
