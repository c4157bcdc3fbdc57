import type * as Electron from 'electron';
import { host } from './chromium/host';
import { invokeHandlers, ipcMain } from './ipc-main';
import { originOf, toChromium } from './schemes';
import { askPermission } from './session';
import type { FromPreload, ToPreload } from './worlds/messages';

/** Answers what a preload sent: the app's handlers for IPC, the app's permission handler for devices. */
export async function answerPreload(
  message: FromPreload,
  contents: Electron.WebContents,
  onError: (message: string) => void,
): Promise<ToPreload | undefined> {
  switch (message.kind) {
    case 'invoke':
      return invoke(message.id, message.channel, message.args, contents);
    case 'permission': {
      const granted = await permission(message.permission, message.details, contents);
      return { kind: 'resolve', id: message.id, value: granted };
    }
    case 'send':
      ipcMain.emit(message.channel, eventOf(contents), ...message.args);
      return undefined;
    case 'preload-error':
      onError(message.message);
      return undefined;
  }
}

const eventOf = (contents: Electron.WebContents): Electron.IpcMainInvokeEvent =>
  ({
    type: 'frame',
    sender: contents,
    senderFrame: contents.mainFrame,
    frameId: contents.id,
    processId: contents.id,
  }) as Electron.IpcMainInvokeEvent;

async function invoke(
  id: number,
  channel: string,
  args: readonly unknown[],
  contents: Electron.WebContents,
): Promise<ToPreload> {
  try {
    const handler = invokeHandlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { kind: 'resolve', id, value: (await handler(eventOf(contents), ...args)) as unknown };
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    return { kind: 'reject', id, message: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}

/** Chromium's names of what a permission of Electron's opens. */
const settings: Readonly<Record<string, readonly string[]>> = {
  media: ['microphone', 'camera'],
  notifications: ['notifications'],
  geolocation: ['geolocation'],
};

async function permission(
  name: string,
  details: Readonly<Record<string, unknown>>,
  contents: Electron.WebContents,
): Promise<boolean> {
  const url = contents.getURL();
  const asker = `${originOf(url)}/`;
  const granted = await askPermission(contents, name, {
    ...details,
    requestingUrl: url,
    securityOrigin: asker,
    isMainFrame: true,
  });
  const origin = new URL(toChromium(url)).origin;
  for (const setting of settings[name] ?? []) {
    const change = { permission: { name: setting }, setting: granted ? 'granted' : 'denied', origin } as const;
    await host().browser.cdp.send('Browser.setPermission', change);
  }
  return granted;
}
