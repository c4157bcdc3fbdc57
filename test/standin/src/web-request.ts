import type * as Electron from 'electron';
import type { PageRequest } from './page/page-owner';
import { refuse, refuseTheRest } from './refuse';

type Filter = Electron.WebRequestFilter;
type Listener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;

let listener: Listener | null = null;
let patterns: readonly RegExp[] = [];
let lastId = 0;

/** A match pattern such as `*://*.example.org/*` as an expression; `<all_urls>` is everything. */
function compilePattern(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const literal = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/^\*:/, '(?:https?|wss?|ftp):').replaceAll('*', '.*')}$`, 'i');
}

export class WebRequest {
  onBeforeRequest(listener: Listener | null): void;
  onBeforeRequest(filter: Filter, listener: Listener | null): void;
  onBeforeRequest(first: Filter | Listener | null, second?: Listener | null): void {
    listener = typeof first === 'function' ? first : (second ?? null);
    patterns = (typeof first === 'function' ? ['<all_urls>'] : (first?.urls ?? [])).map(compilePattern);
  }
}
refuseTheRest('session.webRequest', WebRequest.prototype);

/** Asks the app's listener about one request; false when it cancels. Web sockets are not asked about. */
export async function passesWebRequest(request: PageRequest, contents: Electron.WebContents): Promise<boolean> {
  const ask = listener;
  if (!ask || !patterns.some((pattern) => pattern.test(request.url))) return true;
  const details = {
    id: ++lastId,
    url: request.url,
    method: request.method,
    resourceType: resourceTypes[request.resourceType] ?? 'other',
    referrer: '',
    timestamp: Date.now(),
    webContentsId: contents.id,
    webContents: contents,
    uploadData: [],
  } satisfies Electron.OnBeforeRequestListenerDetails;
  const response = await new Promise<Electron.CallbackResponse>((resolve) => ask(details, resolve));
  if (response.redirectURL !== undefined) refuse('webRequest.onBeforeRequest with redirectURL');
  return response.cancel !== true;
}

const resourceTypes: Readonly<Record<string, Electron.OnBeforeRequestListenerDetails['resourceType']>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
};
