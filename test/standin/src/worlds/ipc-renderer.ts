import type * as Electron from 'electron';
import { decode, encode } from './codec';
import { RECEIVE_FUNCTION, SEND_BINDING, type FromPreload, type ToPreload } from './messages';

type Listener = Parameters<Electron.IpcRenderer['on']>[1];
export type OfferedIpcRenderer = Pick<Electron.IpcRenderer, 'invoke' | 'send' | 'on' | 'removeListener'>;

export interface PreloadChannel {
  readonly ipcRenderer: OfferedIpcRenderer;
  send(message: FromPreload): void;
  ask(make: (id: number) => FromPreload): Promise<unknown>;
}

/** The preload's end of IPC. Takes the binding out of the world's reach first. */
export function openChannel(): PreloadChannel {
  const world = globalThis as unknown as Record<string, unknown>;
  const binding = world[SEND_BINDING] as (text: string) => void;
  Reflect.deleteProperty(world, SEND_BINDING);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;

  const send = (message: FromPreload): void => binding(encode(message));
  const ask = (make: (id: number) => FromPreload): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      const text = encode(make(id));
      waiting.set(id, { resolve, reject });
      binding(text);
    });

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => ask((id) => ({ kind: 'invoke', id, channel, args })),
    send: (channel: string, ...args: unknown[]) => send({ kind: 'send', channel, args }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((known) => known !== listener),
      );
      return ipcRenderer;
    },
  } as unknown as OfferedIpcRenderer;

  world[RECEIVE_FUNCTION] = (text: string) => {
    const message = decode(text) as ToPreload;
    if (message.kind === 'message') {
      const event = { sender: ipcRenderer, ports: [] } as unknown as Electron.IpcRendererEvent;
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'resolve') asked?.resolve(message.value);
    else asked?.reject(new Error(message.message));
  };
  return { ipcRenderer, send, ask };
}
