/**
 * `app://bundle/x` in the app's eyes is `https://bundle.app.standin.invalid/x` in Chromium's: a secure, standard origin
 * of its own. Names under .invalid are answered by no DNS (RFC 2606), so a request that is not intercepted goes nowhere.
 */
export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

const SUFFIX = '.standin.invalid';
const OURS = /^https:\/\/(.*)\.([a-z0-9+-]+)\.standin\.invalid(?::\d+)?(.*)$/is;

/** Scheme (without colon) to the handler that answers it. */
export const handlers = new Map<string, ProtocolHandler>();

/** The address under which Chromium knows an address of the app; other addresses stay as they are. */
export function toChromium(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (!handlers.has(scheme.toLowerCase())) return url;
  return `https://${host.toLowerCase()}.${scheme.toLowerCase()}${SUFFIX}${rest === '' ? '/' : rest}`;
}

/** The reverse of `toChromium`. */
export const toApp = (url: string): string => url.replace(OURS, '$2://$1$3');

/** Origin of an address as the app sees it, such as `app://bundle`. */
export const originOf = (url: string): string => /^[a-z0-9+.-]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null';

/** A policy may name the scheme itself (`img-src app:`); every other token, nonces too, passes untouched. */
export function policyForChromium(policy: string): string {
  const schemes = [...handlers.keys()];
  return schemes.reduce(
    (text, scheme) =>
      text.replace(new RegExp(`(?<=^|[\\s;])${scheme}:(?=[\\s;]|$)`, 'g'), `https://*.${scheme}${SUFFIX}`),
    policy,
  );
}
