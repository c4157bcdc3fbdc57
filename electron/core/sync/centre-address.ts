import { LineError } from '../ports';

/** Names and addresses that never leave this machine: 127.0.0.0/8, ::1, localhost. As `URL.hostname` spells them. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

/**
 * A request's address, checked: https, or http to this machine itself（明文只限本机）. Throws LineError `bad-address`,
 * `not-encrypted`.
 */
export function checkedUrl(text: string): URL {
  if (!URL.canParse(text)) throw new LineError('bad-address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new LineError('bad-address');
  if (url.username !== '' || url.password !== '') throw new LineError('bad-address');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw new LineError('not-encrypted');
  return url;
}

/**
 * The centre's address（中心地址）as a person types it, put in one form: `https://` where no scheme is given, no slash at
 * the end, no query. Throws LineError `bad-address`, `not-encrypted`.
 */
export function centreAddress(typed: string): string {
  const text = typed.trim();
  const url = checkedUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url.search !== '' || url.hash !== '') throw new LineError('bad-address');
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`;
}
