import type * as Electron from 'electron';
import { asElectron, Imitation } from './imitation';
import { refuseTheRest } from './refuse';
import { WebRequest } from './web-request';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

let onRequest: RequestHandler = null;

export class Session extends Imitation<never> {
  readonly webRequest = asElectron<Electron.WebRequest>(new WebRequest());

  setPermissionRequestHandler(handler: RequestHandler): void {
    onRequest = handler;
  }

  /**
   * Chromium asks it before a page is prompted and for `navigator.permissions`. The stand-in's pages ask the request
   * handler every time instead, so what is set here is not called.
   */
  setPermissionCheckHandler(_handler: CheckHandler): void {
    return undefined;
  }
}
refuseTheRest('session.defaultSession', Session.prototype);

export const session = refuseTheRest('session', {
  defaultSession: asElectron<Electron.Session>(new Session()),
});

/** Asks the app whether a page may have a permission; without a handler Electron grants it, and so does this. */
export async function askPermission(
  contents: Electron.WebContents,
  permission: string,
  details: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const handler = onRequest;
  if (!handler) return true;
  return new Promise((resolve) => {
    handler(contents, permission as 'media', resolve, details as unknown as Electron.MediaAccessPermissionRequest);
  });
}
