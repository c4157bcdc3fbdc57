import { gzipSync } from 'node:zlib';
import type { Seeded } from './seeded';

/** A request as no honest client would send it. */
export interface HostileRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Buffer;
}

/** What the generator may weave in: valid tokens, ids, names of cases and files that exist. */
export interface KnownThings {
  readonly tokens: readonly string[];
  readonly words: readonly string[];
}

/** Texts that broke other services: quotes of SQL, traversal, NUL, lone surrogates, names of Object's own members, lengths. */
const TEXTS = [
  '',
  ' ',
  "'",
  "' or '1'='1",
  "'; drop table entry; --",
  '$$; select pg_sleep(9); --',
  '1); delete from feed; --',
  '../../../etc/passwd',
  '%2e%2e%2f',
  '%00',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e999',
  '9007199254740993',
  '99999999999999999999999',
  '0x10',
  '１２',
  'a\r\nx-injected: yes',
  'a\nset-cookie: a=b',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${7*7}',
  '𬎆䶮龘',
  '\u202e',
  'A'.repeat(43),
  'f'.repeat(64),
  'x'.repeat(3000),
] as const;

/** Mostly those that some route has. */
const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'POST',
  'PUT',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'HEAD',
] as const;

const PATHS = [
  '/v1/enrolment',
  '/v1/stations',
  '/v1/session',
  '/v1/session/challenge',
  '/v1/entries',
  '/v1/entries/missing',
  '/v1/entries/$',
  '/v1/feed',
  '/v1/subjects',
  '/v1/subjects/$',
  '/v1/files/$',
  '/v1/files/$/$',
  '/v1/leases',
  '/v1/rules',
  '/v1/admin/$',
  '/v1/$',
  '/$',
  '/health',
  '/metrics',
] as const;

const QUERIES = ['after', 'link', 'epoch', 'limit', 'have', 'wait', 'subject', 'q'] as const;
const FIELDS = [
  'entries',
  'ids',
  'station',
  'box',
  'room',
  'organisation',
  'signature',
  'challenge',
  'series',
  'year',
  'size',
  'request',
  'id',
  'sig',
  'subject',
  'kind',
  'data',
  'account',
  'at',
  'after',
  'seq',
  'prev',
  'v',
  '__proto__',
] as const;
const TYPES = [
  'application/json',
  'application/octet-stream',
  'text/plain',
  'application/xml',
  'multipart/form-data',
  '',
];

/** Any JSON value, with the words that the service knows in it, at most some levels deep. */
function anyValue(random: Seeded, known: KnownThings, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 5 : 8);
  if (kind === 0) return random.pick([null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, 401, 2026]);
  if (kind <= 3) return random.pick(TEXTS);
  if (kind === 4) return random.pick(known.words);
  if (kind === 5) return Array.from({ length: random.below(4) }, () => anyValue(random, known, depth + 1));
  return anyObject(random, known, depth + 1);
}

function anyObject(random: Seeded, known: KnownThings, depth: number): Record<string, unknown> {
  const made = Object.create(null) as Record<string, unknown>;
  for (let n = random.below(5); n >= 0; n--) made[random.pick(FIELDS)] = anyValue(random, known, depth);
  return made;
}

const word = (random: Seeded, known: KnownThings): string =>
  random.chance(0.5) ? random.pick(known.words) : random.pick(TEXTS);

/** Header values may not carry what HTTP itself forbids: that is tried over a raw socket. */
const headerText = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 2000);

/** Text as a client puts it into an address, most of the time rightly. */
function inAddress(random: Seeded, text: string): string {
  const whole = text.replaceAll(/[\ud800-\udfff]/g, '');
  return random.chance(0.8) ? encodeURIComponent(whole) : whole.replaceAll(/[^\x21-\x7e]|[#?]/g, '~');
}

function anyBody(random: Seeded, known: KnownThings): Buffer {
  const way = random.below(12);
  if (way === 0) return Buffer.from(random.bytes(random.below(300)));
  const text = JSON.stringify(anyObject(random, known, 0));
  if (way === 1) return Buffer.from(text.slice(0, random.below(text.length + 1)));
  if (way === 2) return Buffer.from('['.repeat(random.below(20_000)));
  if (way === 3) return Buffer.from(text.replace(/"[a-z]+":/, '"entries":'));
  if (way === 4) return Buffer.from(`\ufeff${text}`);
  return Buffer.from(text);
}

/** One request, from this chance alone. */
export function hostileRequest(random: Seeded, known: KnownThings): HostileRequest {
  const method = random.pick(METHODS);
  let url = random.pick(PATHS).replaceAll('$', () => inAddress(random, word(random, known)));
  if (random.chance(0.4)) {
    const pairs = Array.from({ length: 1 + random.below(3) }, () => {
      return `${random.pick(QUERIES)}=${inAddress(random, random.chance(0.3) ? '1' : word(random, known))}`;
    });
    url += `?${pairs.join('&')}`;
  }
  const headers: Record<string, string> = {};
  const rights = random.below(10);
  if (rights < 3) headers['authorization'] = `Bearer ${random.pick(known.tokens)}`;
  else if (rights < 7) headers['authorization'] = headerText(`Bearer ${word(random, known)}`);
  else if (rights < 8) headers['authorization'] = headerText(word(random, known));
  if (random.chance(0.1)) headers['x-piece-sha256'] = headerText(word(random, known));
  if (random.chance(0.1)) headers['accept-encoding'] = random.pick(['gzip', 'br', 'identity;q=0', 'x']);
  if (random.chance(0.05)) headers['x-forwarded-for'] = headerText(word(random, known));
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return { method, url, headers };
  let payload = anyBody(random, known);
  const type = random.chance(0.85) ? 'application/json' : random.pick(TYPES);
  if (type !== '') headers['content-type'] = type;
  const packing = random.below(20);
  if (packing === 0) payload = gzipSync(payload);
  if (packing <= 1) headers['content-encoding'] = 'gzip';
  if (packing === 2) headers['content-encoding'] = headerText(random.pick(TEXTS));
  return { method, url, headers, payload };
}
