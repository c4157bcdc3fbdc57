import type { Protocol } from '../chromium/protocol';
import { handlers, policyForChromium, toApp, toChromium } from '../schemes';
import type { Page } from './page';

type Paused = Protocol.Fetch.requestPausedPayload;

/** Puts every request of a session (the page's own, or one of its workers') before the app's session and protocols. */
export async function interceptRequests(page: Page, session: string): Promise<void> {
  page.on('Fetch.requestPaused', (paused) => void answer(page, session, paused).catch(() => undefined), session);
  await page.commandOf(session, 'Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(page: Page, session: string, paused: Paused): Promise<unknown> {
  const { requestId, request, resourceType } = paused;
  const url = toApp(request.url);
  const fail = (errorReason: 'Aborted' | 'BlockedByClient' | 'Failed'): Promise<unknown> =>
    page.commandOf(session, 'Fetch.failRequest', { requestId, errorReason });

  const navigation = resourceType === 'Document' && paused.frameId === page.frameId;
  if (navigation && !page.admitsNavigation(request.url)) return fail('Aborted');
  const details = { url, method: request.method, resourceType };
  if (!(await page.owner.mayRequest(details))) return fail('BlockedByClient');
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  if (!handler) return page.commandOf(session, 'Fetch.continueRequest', { requestId });
  try {
    const response = await handler(await requestOf(page, session, paused, url));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    return await page.commandOf(session, 'Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responsePhrase: response.statusText === '' ? 'OK' : response.statusText,
      responseHeaders: headersOf(response),
      body,
    });
  } catch (error) {
    if (!page.destroyed) console.error(`stand-in: the protocol handler failed for ${url}:`, error);
    return fail('Failed');
  }
}

async function requestOf(page: Page, session: string, paused: Paused, url: string): Promise<Request> {
  const { method, headers } = paused.request;
  const init = { method, headers: new Headers(headers) };
  if (method === 'GET' || method === 'HEAD') return new Request(url, init);
  return new Request(url, { ...init, body: await bodyOf(page, session, paused) });
}

async function bodyOf(page: Page, session: string, paused: Paused): Promise<string | Uint8Array<ArrayBuffer>> {
  const entries = paused.request.postDataEntries ?? [];
  if (entries.length > 0) return Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')));
  if (!paused.request.hasPostData || paused.networkId === undefined) return '';
  const sent = await page.commandOf(session, 'Network.getRequestPostData', { requestId: paused.networkId });
  return sent.postData;
}

function headersOf(response: Response): { name: string; value: string }[] {
  const translate: Readonly<Record<string, (value: string) => string>> = {
    'content-security-policy': policyForChromium,
    location: toChromium,
  };
  return [...response.headers].map(([name, value]) => ({ name, value: translate[name]?.(value) ?? value }));
}
